/** What is not possible at the step in view: the conditions that fail, what holds instead, and the clause. */
import type { Rule } from '#model/rule.ts';
import { basesOfUpdate } from '#model/update.ts';
import { sayBefore, sayUpdate } from '#model/updateWords.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import { actorName, notPossible } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface RefusalView {
  readonly key: string;
  readonly title: string;
  readonly failing: readonly FailingView[];
  /** What the rule would do, in order. */
  readonly would: readonly WouldView[];
}

export interface WouldView {
  readonly words: string;
  /** What the field it writes holds now; undefined where it writes none. */
  readonly now: string | undefined;
  readonly clause: string;
}

export interface FailingView {
  readonly needs: string;
  /** The present values of what the condition looks at, in words. */
  readonly now: string;
  /** Document and section of all that it rests on. */
  readonly clause: string;
  readonly unconfirmed: boolean;
}

const viewFor = lastOf((refused: ReturnType<typeof notPossible>, trace: Trace, step: number) =>
  refused.map(
    ({ rule, failing }): RefusalView => ({
      key: rule.id,
      title: `${actorName(rule.actor)}: ${rule.title}`,
      failing: failing.map(({ words, now, bases }) => {
        const described = bases.filter(isBasisId).map(describeBasis);
        return {
          needs: words,
          now,
          clause: clausesOf(bases),
          unconfirmed: described.some(({ confidence }) => confidence === 'unconfirmed'),
        };
      }),
      would: wouldOf(rule, trace, step),
    }),
  ),
);

export function whyNotPossible(state: WalkState): readonly RefusalView[] {
  return viewFor(notPossible(state), state.run.trace, state.run.step);
}

/** What is written for properties only is left out. */
function wouldOf(rule: Rule, trace: Trace, step: number): readonly WouldView[] {
  return rule.then
    .filter((update) => update.type !== 'assign' || update.field.role !== 'observer')
    .map((update) => ({
      words: sayUpdate(update),
      now: sayBefore(trace.system.places, stateAt(trace, step), update),
      clause: clausesOf(basesOfUpdate(update)),
    }));
}

function clausesOf(bases: readonly string[]): string {
  return [...new Set(bases.filter(isBasisId).map((id) => describeBasis(id).clause))].join(', ');
}
