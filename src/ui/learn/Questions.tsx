/** Questions: those of the set one after the other, or what can be asked at the step in view. */
import { setQuestions, walkQuestions } from '#store/learnView.ts';
import { useWalk } from '../useWalk.ts';
import { HideNext } from './HideNext.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { useLearn, useLearnActions } from './useLearn.ts';

export function Questions() {
  const placed = useLearn(setQuestions);
  return (
    <>
      <HideNext />
      {placed.length === 0 ? <OfTheWalk /> : <OfTheSet />}
    </>
  );
}

function OfTheWalk() {
  const seed = useLearn((state) => state.seed);
  const asked = useWalk((state) => walkQuestions(state, seed));
  const { otherQuestions } = useLearnActions();
  return (
    <>
      <p className="drawerNote">Made from the run in view, at the step in view, and marked by the model.</p>
      {asked.length === 0 && <p>Nothing can be asked at this step.</p>}
      {asked.map((each) => (
        <QuestionCard key={each.id} asked={each} />
      ))}
      <button type="button" className="plainButton" onClick={otherQuestions}>
        Other questions
      </button>
    </>
  );
}

function OfTheSet() {
  const placed = useLearn(setQuestions);
  const at = useLearn((state) => state.asked);
  const marked = useLearn((state) => state.progress.answers);
  const { toQuestion } = useLearnActions();
  const scenario = useWalk((state) => state.scenario.name);
  const step = useWalk((state) => state.run.step);
  const now = placed[at] ?? placed[0];
  if (now === undefined) return null;
  const inView = now.scenario.name === scenario && now.question.step === step;
  const done = placed.filter(({ id }) => marked[id] !== undefined).length;
  return (
    <>
      <p>
        Question {at + 1} of {placed.length}, {done} answered. It is about step {now.question.step} of "
        {now.scenario.title}".
      </p>
      {inView ? (
        <QuestionCard key={now.id} asked={now} />
      ) : (
        <button type="button" className="plainButton learnPrimary" onClick={() => toQuestion(at, now)}>
          Show that step, and the question
        </button>
      )}
      <p className="learnActs">
        <button
          type="button"
          className="plainButton"
          aria-disabled={at === 0}
          onClick={() => toQuestion(at - 1, placed[at - 1])}
        >
          Question before
        </button>
        <button
          type="button"
          className="plainButton"
          aria-disabled={at === placed.length - 1}
          onClick={() => toQuestion(at + 1, placed[at + 1])}
        >
          Next question
        </button>
      </p>
    </>
  );
}
