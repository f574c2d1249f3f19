/** What may be said of a property once so many states have been counted. */
import type { Property } from '#model/property.ts';
import type { Verdict } from './search.ts';

/** `count`: states that break the claim; of `sometimes`, that bear it out. `done`: all states were seen. */
export function verdictOf({ modality }: Pick<Property, 'modality'>, count: number, done: boolean): Verdict {
  const sometimes = modality === 'sometimes';
  if (count > 0) return sometimes ? 'holds' : 'fails';
  if (!done) return 'not finished';
  return sometimes ? 'fails' : 'holds';
}
