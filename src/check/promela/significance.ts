/** Which arguments of messages weigh most in their numbers, so that messages which are told apart stand side by side. */
import type { Condition } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { System } from '#model/system.ts';
import { allUpdates } from '#model/update.ts';

/** The places of the arguments: first those that are asked for in flight, slot by slot, then those that rules write on them. */
export function significance(system: System): readonly number[] {
  const updates = system.rules.flatMap((rule) => allUpdates(rule.then));
  const asked = system.rules.flatMap(({ when }) => when.flatMap(askedInFlight));
  const marked = updates.flatMap((update) =>
    update.type === 'mark' || update.type === 'markSame' ? [update.arg] : [],
  );
  const ranks = [asked, marked].map((args) => new Set(args.map(({ id }) => id)));
  const rank = ({ id }: Field) => {
    const first = ranks.findIndex((ids) => ids.has(id));
    return first < 0 ? ranks.length : first;
  };
  return system.definition.args
    .map((arg, place) => ({ place, rank: rank(arg) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ place }) => place);
}

function askedInFlight(condition: Condition): readonly Field[] {
  switch (condition.type) {
    case 'compare':
      return [];
    case 'inFlight':
      return condition.having.map(({ arg }) => arg);
    case 'not':
      return askedInFlight(condition.part);
    case 'all':
    case 'any':
      return condition.parts.flatMap(askedInFlight);
    default:
      throw condition satisfies never;
  }
}
