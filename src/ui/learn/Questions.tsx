/** Questions: those of the set, or what can be asked at the step in view; one at a time, since one may answer another. */
import { isAtStep } from '#store/learnAsked.ts';
import { setQuestions, walkQuestionAt, walkQuestions } from '#store/learnView.ts';
import { ActionButton } from '../ActionButton.tsx';
import { useWalk } from '../useWalk.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { useFocusNext } from './useFocusNext.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function Questions() {
  const placed = useLearn(setQuestions);
  return placed.length === 0 ? <OfTheWalk /> : <OfTheSet />;
}

function OfTheWalk() {
  const seed = useLearn((state) => state.seed);
  const turned = useLearn((state) => state.turned);
  const all = useWalk((state) => walkQuestions(state, seed));
  const at = walkQuestionAt(all, turned);
  const asked = all[at];
  const { otherQuestions, turnToQuestion } = useLearnActions();
  const card = useFocusNext<HTMLFieldSetElement>();
  const turn = (to: number) => {
    const wanted = all[to];
    if (wanted === undefined) return;
    card.want();
    turnToQuestion(wanted.id);
  };
  return (
    <>
      {asked === undefined ? (
        <p>Nothing can be asked at this step.</p>
      ) : (
        <>
          <p className="drawerNote">
            Question {at + 1} of {all.length} about the step in view, made from this run and marked by the model.
          </p>
          <QuestionCard key={asked.id} asked={asked} place={card.place} />
          <Turns at={at} of={all.length} onTurn={turn} />
        </>
      )}
      <p className="learnActs">
        <button
          type="button"
          className="plainButton"
          onClick={() => {
            card.want();
            otherQuestions();
          }}
        >
          Other questions about this step
        </button>
      </p>
    </>
  );
}

function OfTheSet() {
  const placed = useLearn(setQuestions);
  const at = useLearn((state) => state.asked);
  const answers = useLearn((state) => state.progress.answers);
  const { toQuestion } = useLearnActions();
  const now = placed[at] ?? placed[0];
  const inView = useWalk((state) => now !== undefined && isAtStep(state, now.scenario, now.question.step));
  const card = useFocusNext<HTMLFieldSetElement>();
  if (now === undefined) return null;
  const turn = (to: number) => {
    card.want();
    toQuestion(to, placed[to]);
  };
  const done = placed.filter(({ id }) => answers[id] !== undefined).length;
  return (
    <>
      <p>
        Question {at + 1} of {placed.length}, {done} answered. It is about step {now.question.step} of "
        {now.scenario.title}".
      </p>
      {inView ? (
        <QuestionCard key={now.id} asked={now} place={card.place} />
      ) : (
        <button type="button" className="plainButton learnPrimary" onClick={() => turn(at)}>
          Show that step, and the question
        </button>
      )}
      <Turns at={at} of={placed.length} onTurn={turn} />
    </>
  );
}

interface TurnsProps {
  readonly at: number;
  readonly of: number;
  readonly onTurn: (to: number) => void;
}

/** To the question before and the next one; where there is none, the button stays and does nothing. */
function Turns({ at, of, onTurn }: TurnsProps) {
  return (
    <p className="learnActs">
      <ActionButton className="plainButton" idle={at === 0} onClick={() => onTurn(at - 1)}>
        Question before
      </ActionButton>
      <ActionButton className="plainButton" idle={at === of - 1} onClick={() => onTurn(at + 1)}>
        Next question
      </ActionButton>
    </p>
  );
}
