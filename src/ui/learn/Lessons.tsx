/** The lessons as a list, or the one that is under way. */
import { useEffect, useRef } from 'react';
import type { LessonCard } from '#store/learnView.ts';
import { lessonCards, lessonView } from '#store/learnView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { LessonBeat } from './LessonBeat.tsx';
import { standingWords } from './standingWords.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function Lessons() {
  const view = useLearn(lessonView);
  const left = useRef<string>(undefined);
  useEffect(() => {
    left.current = view?.lesson.name;
  });
  return view === undefined ? <LessonList left={left} /> : <LessonBeat view={view} />;
}

interface ListProps {
  /** The lesson that was left for the list: its button has the focus again. */
  readonly left: { readonly current: string | undefined };
}

function LessonList({ left }: ListProps) {
  const cards = useLearn(lessonCards);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (left.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-lesson="${left.current}"] .learnActs button`)?.focus();
  }, [left]);
  if (cards.length === 0) return <p>This set has no lesson.</p>;
  return (
    <ol ref={list} className="learnList" aria-label="Lessons">
      {cards.map((card) => (
        <li key={card.name} data-lesson={card.name}>
          <OneLesson card={card} />
        </li>
      ))}
    </ol>
  );
}

function OneLesson({ card: { name, title, about, standing } }: { readonly card: LessonCard }) {
  const { openLesson, goOnWith } = useLearnActions();
  const { done, seen } = standing;
  const underWay = seen > 0 && !done;
  return (
    <>
      <h3>
        <Glossed text={title} />
      </h3>
      <p>
        <Glossed text={about} />
      </p>
      <p className="learnActs">
        {underWay && (
          <button type="button" className="plainButton" onClick={() => goOnWith(name)}>
            Go on
            <span className="visuallyHidden">: {title}</span>
          </button>
        )}
        <button type="button" className="plainButton" onClick={() => openLesson(name)}>
          {done ? 'Again' : underWay ? 'From the start' : 'Begin'}
          <span className="visuallyHidden">: {title}</span>
        </button>
        <span className="drawerNote">{standingWords(standing)}</span>
      </p>
    </>
  );
}
