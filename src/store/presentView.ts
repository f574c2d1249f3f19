/** What the presenter view says beside the diagram: the step in words, the sentence that it rests on, what comes next. */

import { inQuery } from '#shell/address.ts';
import type { BasisDescription } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import { nextEvents, sentenceInView, session, titleOf } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface Narration {
  /** What has happened; before the first step what the run shows. */
  readonly title: string;
  readonly sentence: BasisDescription;
  /** What the next beat brings; undefined where nothing is left. */
  readonly next: string | undefined;
}

const narrationOf = lastOf(
  (title: string, sentence: BasisDescription, next: string | undefined): Narration => ({ title, sentence, next }),
);

export function narration(state: WalkState): Narration {
  const { trace, step } = state.run;
  const done = trace.steps[step - 1];
  const title = done === undefined ? state.scenario.title : titleOf(trace, step - 1, done.event, session(state));
  return narrationOf(title, sentenceInView(state), nextEvents(state).primary?.title);
}

/** Whether the address asks for the walk alone, for a page or a slide around it: `?embed`. */
export function isEmbedded(): boolean {
  return inQuery('embed');
}
