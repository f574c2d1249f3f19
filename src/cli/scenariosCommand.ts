/** `lz scenarios`: which scenarios there are. */
import { notShowable, scenarios } from '#detach/scenario.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { badInput, done } from './command.ts';
import { hang } from './wrapText.ts';

export const scenariosCommand: Command = {
  about: 'list the scenarios: name, title, what to look at',
  help: () => `Usage: lz scenarios [--json]

Lists all scenarios in the order in which the app offers them: the name that lz run --scenario takes,
the title, and what to look at; then the edge cases that no run can show, and what the model lacks.

  --json  a list of {"name", "title", "look"}
`,
  run: async (args) => {
    const given = readArguments(args, { json: 'flag' });
    if (!given.ok) return badInput(given.error);
    return done(given.value.has('json') ? asJson() : asText());
  },
};

function asJson(): string {
  const list = scenarios.map(({ name, title, look }) => ({ name, title, look }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const shown = scenarios.flatMap(({ name, title, look }) => [
    ...hang(`${name.padEnd(width)}  `, title),
    ...hang(' '.repeat(width + 2), look),
  ]);
  const others = notShowable.flatMap(({ hazard, lack }) =>
    hang(`${hazard.padEnd(width)}  `, `No run can show this. ${lack.abstraction}`),
  );
  return `${[...shown, ...others].join('\n')}\n`;
}
