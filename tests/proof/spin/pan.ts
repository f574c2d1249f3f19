/** SPIN as a program: a model in, what its verifier found out. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** More steps than this are not followed; a search that comes near it is refused. */
const mostDepth = 100_000;

export interface PanResult {
  readonly states: number;
  /** As the verifier counts them: that into the initial state, too. */
  readonly transitions: number;
  readonly depth: number;
  readonly errors: number;
  /** What stopped it, such as "assertion violated (a_asked<3)". */
  readonly error: string | undefined;
  /** What `claim_watch` of the model counted: none of a model that has no claims. */
  readonly claims: Claims | undefined;
  readonly output: string;
}

export interface Claims {
  readonly states: number;
  readonly rests: number;
  /** For each property in how many states it is broken (of `sometimes`: borne out), and in how many it came up. */
  readonly byId: ReadonlyMap<string, { readonly count: number; readonly cameUp: number }>;
}

export interface PanOptions {
  readonly breadthFirst?: boolean;
  /** Macros for the compiler of the verifier, such as `TRAIL_P4`. */
  readonly macros?: readonly string[];
  /** Macros for the model itself, such as `DELETE_ONLY`. */
  readonly modelMacros?: readonly string[];
  /** It does not stop at the first error. */
  readonly goOn?: boolean;
}

export interface PanRun extends PanResult {
  /** What the verifier prints as it replays its trail; empty where it wrote none. */
  readonly replay: string;
  /** What SPIN itself prints as it does so. */
  readonly simulation: string;
}

/**
 * One verifier, compiled and run once, in a folder that is gone afterwards.
 * @throws {Error} if SPIN has anything to say about the model, or a limit of the search was reached.
 */
export async function runPan(model: string, options: PanOptions = {}): Promise<PanRun> {
  const { breadthFirst = false, macros = [], modelMacros = [], goOn = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'spin-'));
  const run = async (command: string, ...args: readonly string[]) => {
    const { stdout, stderr } = await execute(command, args, { cwd: folder, maxBuffer: 2 ** 26 });
    return `${stdout}${stderr}`;
  };
  try {
    await writeFile(join(folder, 'model.pml'), model);
    const forModel = modelMacros.map((each) => `-D${each}`);
    const warnings = await run('spin', '-a', ...forModel, 'model.pml');
    if (warnings !== '') throw new Error(`spin -a: ${warnings}`);
    const defined = ['SAFETY', 'NOREDUCE', ...(breadthFirst ? ['BFS'] : []), ...macros].map((each) => `-D${each}`);
    // A compiler that does not optimize: of these small models compiling is what takes time.
    await run('tcc', '-w', ...defined, '-o', 'pan', 'pan.c');
    const output = await run('./pan', '-n', '-w18', `-m${mostDepth}`, ...(goOn ? ['-c0'] : []));
    const found = readPan(output);
    if (found.depth >= mostDepth || output.includes('too small')) throw new Error(`a limit was reached:\n${output}`);
    if (found.errors === 0 || goOn) return { ...found, replay: '', simulation: '' };
    return {
      ...found,
      replay: await run('./pan', '-r'),
      simulation: await run('spin', '-t', '-p', ...forModel, 'model.pml'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readPan(output: string): PanResult {
  const number = (pattern: RegExp) => {
    const found = pattern.exec(output)?.[1];
    if (found === undefined) throw new Error(`pan does not say ${pattern}:\n${output}`);
    return Number(found);
  };
  return {
    states: number(/(\d+) states, stored/),
    transitions: number(/(\d+) transitions/),
    depth: number(/depth reached (\d+)/),
    errors: number(/errors: (\d+)/),
    error: /^pan:\d+: (.*?) \(at depth/m.exec(output)?.[1],
    claims: readClaims(output),
    output,
  };
}

function readClaims(output: string): Claims | undefined {
  const whole = /^claims: (\d+) states, (\d+) at rest$/m.exec(output);
  if (whole === null) return undefined;
  const each = output.matchAll(/^claim (\S+): (?:broken|true) in (\d+) states, came up in (\d+)$/gm);
  return {
    states: Number(whole[1]),
    rests: Number(whole[2]),
    byId: new Map(
      [...each].map(([, id = '', count, cameUp]) => [id, { count: Number(count), cameUp: Number(cameUp) }]),
    ),
  };
}
