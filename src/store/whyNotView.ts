/** What is not possible at the step in view: the conditions that fail, what holds instead, and the clause. */

import { basesOf } from '#model/condition.ts';
import { sayValue } from '#model/field.ts';
import { read } from '#model/state.ts';
import { fieldsOf } from '#model/words.ts';
import { stateAt } from '#run/trace.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import { actorName, notPossible } from './view.ts';
import type { WalkState } from './walkStore.ts';

export interface RefusalView {
  readonly key: string;
  readonly title: string;
  readonly failing: readonly { readonly needs: string; readonly now: string; readonly clause: string }[];
}

const viewFor = lastOf((refused: ReturnType<typeof notPossible>, trace: WalkState['run']['trace'], step: number) => {
  const state = stateAt(trace, step);
  const { places } = trace.system;
  return refused.map(
    ({ rule, failing }): RefusalView => ({
      key: rule.id,
      title: `${actorName(rule.actor)}: ${rule.title}`,
      failing: failing.map(({ condition, words }) => ({
        needs: words,
        now: fieldsOf(condition)
          .map((field) => sayValue(field, read(places, state, field)))
          .join(', '),
        clause: [
          ...new Set(
            basesOf(condition)
              .filter(isBasisId)
              .map((id) => describeBasis(id).clause),
          ),
        ].join(', '),
      })),
    }),
  );
});

export function whyNotPossible(state: WalkState): readonly RefusalView[] {
  return viewFor(notPossible(state), state.run.trace, state.run.step);
}
