/** What-if on the text: rules without one sentence. Exactly the conditions and updates that rest on it go. */
import type { Condition } from './condition.ts';
import { basesOf } from './condition.ts';
import type { Rule } from './rule.ts';
import type { Update } from './update.ts';

/** The rules without the parts that rest on `basis`; a rule that then does nothing at all is left out. */
export function withoutBasis<B extends string>(rules: readonly Rule<B>[], basis: B): readonly Rule<B>[] {
  return rules.flatMap((rule) => {
    const then = keepUpdates(rule.then, basis);
    if (then.length === 0 && rule.then.length > 0 && rule.stimulus.message === undefined) return [];
    return [{ ...rule, when: rule.when.flatMap((each) => keepCondition(each, basis)), then }];
  });
}

function keepCondition<B extends string>(condition: Condition<B>, basis: B): readonly Condition<B>[] {
  if (!basesOf(condition).includes(basis)) return [condition];
  switch (condition.type) {
    case 'compare':
    case 'inFlight':
      return [];
    case 'not':
      return keepCondition(condition.part, basis).map((part) => ({ type: 'not', part }));
    case 'all':
    case 'any': {
      const parts = condition.parts.flatMap((part) => keepCondition(part, basis));
      return parts.length === 0 ? [] : [{ type: condition.type, parts }];
    }
    default:
      throw condition satisfies never;
  }
}

function keepUpdates<B extends string>(updates: readonly Update<B>[], basis: B): readonly Update<B>[] {
  return updates.flatMap((update): readonly Update<B>[] => {
    if (update.type === 'onlyIf') {
      const [condition] = keepCondition(update.condition, basis);
      const then = keepUpdates(update.then, basis);
      if (condition === undefined) return then;
      const otherwise = keepUpdates(update.otherwise, basis);
      return then.length + otherwise.length === 0 ? [] : [{ ...update, condition, then, otherwise }];
    }
    if (update.basis === basis) return [];
    if (update.type !== 'send') return [update];
    return [
      {
        ...update,
        needs: update.needs.flatMap((need) => keepCondition(need, basis)),
        carried: update.carried.flatMap((each) => keepCondition(each, basis)),
        otherwise: keepUpdates(update.otherwise, basis),
      },
    ];
  });
}
