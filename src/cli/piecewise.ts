/** Streams for a caller that has none: files come in one piece, and what is written is kept. */
import type { ReadInput, Streams } from './command.ts';

interface Piecewise extends Streams {
  readonly written: () => string;
}

export function piecewise(readInput: ReadInput): Streams {
  const texts: string[] = [];
  const streams: Piecewise = {
    open: async function* read(path) {
      yield await readInput(path);
    },
    write: async (text) => {
      texts.push(text);
    },
    written: () => texts.join(''),
  };
  return streams;
}

/** What was kept, to be put before the rest; empty where it has gone its way. */
export function writtenTo(streams: Streams): string {
  return 'written' in streams ? (streams as Piecewise).written() : '';
}
