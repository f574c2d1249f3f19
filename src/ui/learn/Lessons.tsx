/** The lessons as a list, or the one that is under way. */
import { lessonCards, lessonView } from '#store/learnView.ts';
import { LessonBeat } from './LessonBeat.tsx';
import { useLearn, useLearnActions } from './useLearn.ts';

export function Lessons() {
  const view = useLearn(lessonView);
  return view === undefined ? <LessonList /> : <LessonBeat view={view} />;
}

function LessonList() {
  const cards = useLearn(lessonCards);
  const { openLesson } = useLearnActions();
  if (cards.length === 0) return <p>This set has no lesson.</p>;
  return (
    <ol className="learnList" aria-label="Lessons">
      {cards.map(({ name, title, about, seen, beats, done }) => (
        <li key={name}>
          <div>
            <h3>{title}</h3>
            <p>{about}</p>
          </div>
          <p className="learnActs">
            <button type="button" className="plainButton" onClick={() => openLesson(name)}>
              {done ? 'Again' : seen > 0 ? 'From the start' : 'Begin'}
              <span className="visuallyHidden">: {title}</span>
            </button>
            <span className="drawerNote">
              {done ? '✓ done' : seen > 0 ? `${seen} of ${beats} seen` : `${beats} steps`}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
