/** The lines of a file that may be of any size, as they come in. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; undefined where it is too long to be kept. */
  readonly text: string | undefined;
}

/** Longer lines are not kept. */
const MOST_CHARACTERS = 100_000;

/** All lines; behind the last line end there is one more only if something stands there. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  let begun = '';
  let tooLong = false;
  const finish = (): Line => {
    const text = tooLong ? undefined : begun.replace(/\r$/, '');
    begun = '';
    tooLong = false;
    return { number: ++number, text };
  };
  const append = (piece: string): void => {
    tooLong ||= begun.length + piece.length > MOST_CHARACTERS;
    begun = tooLong ? '' : begun + piece;
  };
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    append(first);
    for (const piece of others) {
      yield finish();
      append(piece);
    }
  }
  append(decoder.decode());
  if (begun !== '' || tooLong) yield finish();
}
