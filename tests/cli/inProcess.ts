/** The command line in this process: files by name, `-` for standard input. */
import { commandLine, errorLine } from '#cli/commandLine.ts';

export interface Said {
  readonly code: number;
  readonly output: string;
  /** What goes to standard error; empty for nothing. */
  readonly error: string;
}

export async function lz(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Said> {
  const { code, output, error } = await commandLine(args, async (path) => {
    const file = files[path];
    if (file === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  });
  return { code, output, error: error === undefined ? '' : errorLine(error) };
}

interface RunJson {
  readonly scenario: string | null;
  readonly variant: Readonly<Record<string, string | number>>;
  readonly steps: readonly {
    readonly event: string;
    readonly time: number;
    readonly actor: string;
    readonly message: string | null;
    readonly clause: string;
    readonly changed: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  }[];
  readonly final: Readonly<Record<'ue' | 'pdnGw' | 'network', Readonly<Record<string, unknown>>>>;
}

/** The JSON of a run that goes to its end. @throws {Error} if it does not. */
export async function runJson(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<RunJson> {
  const { code, output, error } = await lz(['run', ...args, '--json'], files);
  if (code !== 0) throw new Error(error);
  return JSON.parse(output) as RunJson;
}

/** The texts of events, as a file for `--events`. */
export function eventsFile(run: Pick<RunJson, 'steps'>): string {
  return run.steps.map((step) => `${step.event}\n`).join('');
}
