/** SPIN on a model: generated, compiled for speed and run in each way that may be its best. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SpinFigures {
  readonly way: string;
  readonly states: number;
  readonly transitions: number;
  /** Of the verifier, as it is started until it ends. */
  readonly seconds: number;
  /** All memory that the verifier used, less the stack of a depth-first search. */
  readonly octets: number;
  /** Generating and compiling the verifier. */
  readonly making: number;
}

const ways: Readonly<Record<string, readonly string[]>> = {
  'depth first': ['NOREDUCE'],
  'depth first, reduced': [],
  'breadth first': ['BFS', 'NOREDUCE'],
  'breadth first, reduced': ['BFS'],
};

/** `states`: how many are expected, from which the size of SPIN's index is chosen. */
export function spinFigures(model: string, states: number): readonly SpinFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  try {
    writeFileSync(join(folder, 'model.pml'), model);
    return Object.entries(ways).map(([way, macros]) => {
      const making = performance.now();
      run('spin', '-a', 'model.pml');
      const defined = ['SAFETY', 'MEMLIM=16000', ...macros].map((each) => `-D${each}`);
      run('gcc', '-w', '-O2', ...defined, '-o', 'pan', 'pan.c');
      const began = performance.now();
      const output = run('./pan', '-n', `-w${Math.ceil(Math.log2(states))}`, '-m100000');
      const ended = performance.now();
      const megabytes =
        number(output, /([\d.]+)\s+total actual memory usage/) - number(output, /([\d.]+)\s+memory used for DFS/, 0);
      return {
        way,
        states: number(output, /(\d+) states, stored/),
        transitions: number(output, /(\d+) transitions/),
        seconds: (ended - began) / 1000,
        octets: megabytes * 2 ** 20,
        making: (began - making) / 1000,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function number(output: string, pattern: RegExp, otherwise?: number): number {
  const found = pattern.exec(output)?.[1];
  if (found === undefined && otherwise === undefined) throw new Error(`pan does not say ${pattern}`);
  return found === undefined ? (otherwise ?? Number.NaN) : Number(found);
}
