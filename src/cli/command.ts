/** What a command of the terminal is: text in, text out; `lz export` alone writes files. */

/** How a command ended. */
export interface Finished {
  /** 0: done. 1: a property fails, or a capture deviates. 2: bad input, said in `error`. */
  readonly code: 0 | 1 | 2;
  /** For standard output, line ends included. */
  readonly output: string;
  /** For standard error: one sentence. */
  readonly error?: string;
}

/** Reads a file, or standard input where the path is `-`. Rejects with the error of the operating system. */
export type ReadInput = (path: string) => Promise<Uint8Array>;

/** For what is too large to be held at once; a command that is not given them reads and writes in one piece. */
export interface Streams {
  /** The octets of a file, or of standard input where the path is `-`. Fails with the error of the operating system. */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /** To standard output; settles when more may come. */
  readonly write: (text: string) => Promise<void>;
  /** To standard error, in place of what was said so before; absent where nobody looks on. */
  readonly say?: (text: string) => void;
  /** Acts at the next Ctrl-C, which then does not end the program; what comes back takes that away again. */
  readonly onInterrupt?: (act: () => void) => () => void;
}

export interface Command {
  /** In a few words, for the list of commands. */
  readonly about: string;
  readonly help: () => string;
  readonly run: (args: readonly string[], readInput: ReadInput, streams?: Streams) => Promise<Finished>;
}

export function done(output: string): Finished {
  return { code: 0, output };
}

/** Bad input; `output` is what could be done all the same. */
export function badInput(error: string, output = ''): Finished {
  return { code: 2, output, error };
}

/** A sentence as it stands behind a colon: no capital, no full stop. */
export function asClause(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
