/** Which question is in view and waits for its answer: as long as one does, the page hides what would answer it. */
import type { Scenario } from '#detach/scenario.ts';
import type { QuestionKind } from '#learn/question.ts';
import { differencesText } from './learnReading.ts';
import type { LearnState } from './learnStore.ts';
import type { AskedQuestion } from './learnView.ts';
import { lessonView, setQuestions, walkQuestionAt, walkQuestions } from './learnView.ts';
import { hasEventsOf } from './scenarioRun.ts';
import type { WalkState } from './walkState.ts';

/** What the question in view asks for; undefined where none is asked, or it is answered. */
export function kindAsked(learn: LearnState, walk: WalkState): QuestionKind | undefined {
  if (walk.drawer !== 'learn') return undefined;
  const asked = questionInView(learn, walk);
  return asked === undefined || learn.marked.has(asked.id) ? undefined : asked.question.kind;
}

/** Whether the walk stands at a step of a scenario's own run: only there a question about it is asked. */
export function isAtStep(walk: WalkState, scenario: Scenario, step: number): boolean {
  return walk.run.step === step && isRunOf(walk, scenario);
}

/** Whether the run in view is a scenario's own, whole and on its own reading. */
export function isRunOf({ scenario: loaded, run, variant }: WalkState, scenario: Scenario): boolean {
  return (
    loaded.name === scenario.name &&
    hasEventsOf(run.trace, loaded) &&
    differencesText(loaded.preset, variant, loaded.set) === ''
  );
}

function questionInView(learn: LearnState, walk: WalkState): AskedQuestion | undefined {
  if (learn.tab === 'lessons') {
    const view = lessonView(learn);
    return view !== undefined && isAtStep(walk, view.scenario, view.step) ? view.asked : undefined;
  }
  if (learn.tab !== 'questions') return undefined;
  const placed = setQuestions(learn);
  if (placed.length === 0) {
    const all = walkQuestions(walk, learn.seed);
    return all[walkQuestionAt(all, learn.turned)];
  }
  const now = placed[learn.asked] ?? placed[0];
  return now !== undefined && isAtStep(walk, now.scenario, now.question.step) ? now : undefined;
}
