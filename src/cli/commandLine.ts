/** The command line: which command, its help, and one line about bad input. */
import { quote } from '#run/refusal.ts';
import type { Command, Finished, ReadInput, Streams } from './command.ts';
import { asClause, badInput, done } from './command.ts';

/** Each command is loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  scenarios: async () => (await import('./scenariosCommand.ts')).scenariosCommand,
  run: async () => (await import('./runCommand.ts')).runCommand,
  export: async () => (await import('./exportCommand.ts')).exportCommand,
  decode: async () => (await import('./decodeCommand.ts')).decodeCommand,
  check: async () => (await import('./checkCommand.ts')).checkCommand,
  compare: async () => (await import('./compareCommand.ts')).compareCommand,
  promela: async () => (await import('./promelaCommand.ts')).promelaCommand,
};

/** Runs the command that the arguments name. */
export async function commandLine(args: readonly string[], readInput: ReadInput, streams?: Streams): Promise<Finished> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') return done(await help());
  if (name === undefined) return badInput(`no command is given; ${commandList()}`);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return badInput(`there is no command ${quote(name)}; ${commandList()}`);
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) return done(command.help());
  return command.run(rest, readInput, streams);
}

/** The line for standard error: whatever a person put into it, it is one line. */
export function errorLine(error: string): string {
  return `lz: ${asClause(error.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}'))}\n`;
}

function commandList(): string {
  return `the commands are ${Object.keys(commands).join(', ')}, and lz --help says more`;
}

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.entries(commands).map(async ([name, load]) => ({ name, ...(await load()) })));
  const list = loaded.map(({ name, about }) => `  ${name.padEnd(11)}${about}`);
  return `Lifetime Zero: the Mobile IP detach procedure over S2c (TR 24.801 8.4.3), from a terminal.

Usage: lz COMMAND [OPTION ...]        (npm run -s lz -- COMMAND [OPTION ...])

Commands:
${list.join('\n')}

lz COMMAND --help says what a command takes and gives.

Exit status: 0 done; 1 a property fails (lz check); 2 bad input, with one line on standard error that
says what is wrong.
`;
}
