/** A lesson at one of its beats: what is said, what is asked, and the way on. The diagram beside it shows the step. */
import { useEffect, useRef } from 'react';
import { isAtStep } from '#store/learnAsked.ts';
import type { LessonView } from '#store/learnView.ts';
import { lessonStanding } from '#store/learnView.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';
import { Narrated } from './Narrated.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { questionsWords } from './standingWords.ts';
import { useFocusNext } from './useFocusNext.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function LessonBeat({ view }: { readonly view: LessonView }) {
  const { lesson, beat, said, asked, scenario, step } = view;
  const { toBeat, leaveLesson } = useLearnActions();
  const standing = useLearn(lessonStanding);
  const inView = useWalk((state) => isAtStep(state, scenario, step));
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useFocusNext<HTMLFieldSetElement>();
  const last = beat === lesson.beats.length - 1;
  // Where the lesson begins, the button that began it is gone.
  useEffect(() => heading.current?.focus(), []);
  // A new beat is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other beat is brought into view anew
  useEffect(() => {
    heading.current?.closest('.drawerBody')?.scrollTo(0, 0);
  }, [beat]);
  const turn = (to: number) => {
    card.want();
    toBeat(to);
  };
  return (
    <section aria-label={lesson.title}>
      <p className="learnActs">
        <button type="button" className="plainButton" onClick={leaveLesson}>
          All lessons
        </button>
        <span className="drawerNote">
          Step {beat + 1} of {lesson.beats.length}
          {standing !== undefined && `, ${questionsWords(standing)}`}
        </span>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        <Glossed text={lesson.title} />
      </h3>
      {scenario.title !== lesson.title && (
        <p className="drawerNote">
          In view: <Glossed text={scenario.title} />
        </p>
      )}
      <Narrated parts={said} />
      {!inView && (
        <p className="learnActs">
          <span>The diagram has moved on from what is said here.</span>
          <button type="button" className="plainButton learnPrimary" onClick={() => turn(beat)}>
            Show that step again
          </button>
        </p>
      )}
      {inView && asked !== undefined && <QuestionCard key={asked.id} asked={asked} place={card.place} />}
      {last && standing?.left !== undefined && (
        <p className="learnActs">
          <span>A question of this lesson is still open: it is done when all are answered.</span>
          {standing.left !== beat && (
            <button type="button" className="plainButton" onClick={() => turn(standing.left ?? 0)}>
              To the open question
            </button>
          )}
        </p>
      )}
      <p className="learnActs">
        <ActionButton className="plainButton" idle={beat === 0} onClick={() => turn(beat - 1)}>
          Back in the lesson
        </ActionButton>
        {last ? (
          <button key="end" type="button" className="plainButton learnPrimary" onClick={leaveLesson}>
            End of the lesson
          </button>
        ) : (
          <button key="next" type="button" className="plainButton learnPrimary" onClick={() => turn(beat + 1)}>
            Next in the lesson
          </button>
        )}
      </p>
    </section>
  );
}
