/** Results: the student's own score and file; for a teacher a set by link, and the files of many as one table. */
import { counted } from '#store/checkWords.ts';
import { saveResult } from '#store/learnFiles.ts';
import { score } from '#store/learnView.ts';
import { ActionButton } from '../ActionButton.tsx';
import { MakeSet } from './MakeSet.tsx';
import { ResultFiles } from './ResultFiles.tsx';
import { useLearn, useLearnActions, useLearnStore } from './useLearn.ts';

export function Results() {
  return (
    <>
      <OwnResult />
      <MakeSet />
      <ResultFiles />
    </>
  );
}

function OwnResult() {
  const { lessonsDone, answersRight, answers, challenges } = useLearn(score);
  const isEmpty = useLearn(({ progress }) => Object.values(progress).every((each) => Object.keys(each).length === 0));
  const name = useLearn((state) => state.name);
  const store = useLearnStore();
  const { setName, forget } = useLearnActions();
  return (
    <section aria-label="Your results">
      <h3>Your results</h3>
      <ul className="drawerList">
        <li>{counted(lessonsDone, 'lesson')} done</li>
        <li>
          {answers === 0
            ? 'no question answered yet'
            : `${answersRight} of ${counted(answers, 'question')} right at once`}
        </li>
        <li>{counted(challenges, 'challenge')} solved</li>
      </ul>
      <p className="drawerNote">A lesson is done when all of it was seen and each of its questions was answered.</p>
      <p className="drawerNote">All this is kept in this browser alone.</p>
      <label className="learnField">
        Your name, for the file
        <input className="choiceField" defaultValue={name} onBlur={({ target }) => setName(target.value)} />
      </label>
      <p className="learnActs">
        <button type="button" className="plainButton" onClick={() => saveResult(store.getState())}>
          Save the result file
        </button>
        <ActionButton className="plainButton" idle={isEmpty} onClick={forget}>
          Forget my results
        </ActionButton>
      </p>
    </section>
  );
}
