/** What is not possible at the step in view: the conditions that fail, what holds instead, and the clause. */
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import { actorName, notPossible } from './view.ts';
import type { WalkState } from './walkStore.ts';

export interface RefusalView {
  readonly key: string;
  readonly title: string;
  readonly failing: readonly FailingView[];
}

export interface FailingView {
  readonly needs: string;
  /** The present values of what the condition looks at, in words. */
  readonly now: string;
  /** Document and section of all that it rests on. */
  readonly clause: string;
  readonly unconfirmed: boolean;
}

const viewFor = lastOf((refused: ReturnType<typeof notPossible>) =>
  refused.map(
    ({ rule, failing }): RefusalView => ({
      key: rule.id,
      title: `${actorName(rule.actor)}: ${rule.title}`,
      failing: failing.map(({ words, now, bases }) => {
        const described = bases.filter(isBasisId).map(describeBasis);
        return {
          needs: words,
          now,
          clause: [...new Set(described.map(({ clause }) => clause))].join(', '),
          unconfirmed: described.some(({ confidence }) => confidence === 'unconfirmed'),
        };
      }),
    }),
  ),
);

export function whyNotPossible(state: WalkState): readonly RefusalView[] {
  return viewFor(notPossible(state));
}
