/**
 * Work in small steps: a generator that yields how far it has come, and returns what came of it, so that a worker can report
 * and cancel. Nothing is decided here: whoever pulls decides when to stop.
 */

export interface Done {
  /** How many pieces are done. */
  readonly done: number;
  /** How many there are, at most. */
  readonly of: number;
}

/** Does the work to its end, in one go. */
export function finish<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
