/** A lesson at one of its beats: what is said, what is asked, and the way on. The diagram beside it shows the step. */
import { useEffect, useRef } from 'react';
import type { LessonView } from '#store/learnView.ts';
import { HideNext } from './HideNext.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { useLearnActions } from './useLearn.ts';

export function LessonBeat({ view }: { readonly view: LessonView }) {
  const { lesson, beat, said, asked, scenario } = view;
  const { toBeat, leaveLesson } = useLearnActions();
  const words = useRef<HTMLParagraphElement>(null);
  const last = beat === lesson.beats.length - 1;
  // A new beat is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other beat is brought into view anew
  useEffect(() => {
    words.current?.closest('.drawerBody')?.scrollTo(0, 0);
  }, [beat]);
  return (
    <section aria-label={lesson.title}>
      <p className="learnActs">
        <button type="button" className="plainButton" onClick={leaveLesson}>
          All lessons
        </button>
        <span className="drawerNote">
          {beat + 1} of {lesson.beats.length}
        </span>
      </p>
      <h3>{lesson.title}</h3>
      <p className="drawerNote">In view: {scenario}</p>
      <p ref={words} className="learnSaid" aria-live="polite">
        {said.map(({ text, reference }, at) =>
          reference === undefined ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a beat never move
            <strong key={at}>{text}</strong>
          ),
        )}
      </p>
      {asked !== undefined && (
        <>
          <HideNext />
          <QuestionCard key={asked.id} asked={asked} />
        </>
      )}
      <p className="learnActs">
        <button type="button" className="plainButton" aria-disabled={beat === 0} onClick={() => toBeat(beat - 1)}>
          Back in the lesson
        </button>
        {last ? (
          <button type="button" className="plainButton learnPrimary" onClick={leaveLesson}>
            End of the lesson
          </button>
        ) : (
          <button type="button" className="plainButton learnPrimary" onClick={() => toBeat(beat + 1)}>
            Next in the lesson
          </button>
        )}
      </p>
    </section>
  );
}
