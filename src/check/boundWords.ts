/** The faults within which a reading was checked, in words: what every "holds" has to be said with. */
import type { Variant } from '#detach/variant.ts';
import type { Stop } from './search.ts';

/** Why not all states were seen. */
export const stopWords: Record<Stop, string> = {
  bound: 'the bound on states is reached',
  memory: 'the memory is full',
  queues: 'the messages in flight take too many forms to be told apart',
};

/** "with at most 1 loss and no duplication"; what else may befall a run is added where the reading allows it. */
export function boundWords(variant: Variant): string {
  const faults = [
    atMost(variant.loss, 'loss', 'losses'),
    atMost(variant.duplication, 'duplication', 'duplications'),
    ...(variant.ordering === 'unordered' ? ['messages in any order'] : []),
    ...(variant.gatewayMayRestart === 'yes' ? ['at most 1 restart of the PDN GW'] : []),
    ...(variant.coverageMayBeLost === 'yes' ? ['coverage lost for good at any moment'] : []),
  ];
  return `with ${listed(faults)}`;
}

function atMost(count: number, one: string, several: string): string {
  if (count === 0) return `no ${one}`;
  return `at most ${count} ${count === 1 ? one : several}`;
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter((each) => each !== '').join(' and ');
}
