/** Results: the student's own score and file; for a teacher a set by link, and the files of many as one table. */
import { saveResult } from '#store/learnFiles.ts';
import { score } from '#store/learnView.ts';
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
  const name = useLearn((state) => state.name);
  const forgotten = useLearn((state) => state.forgotten);
  const store = useLearnStore();
  const { setName, forget, bringBack } = useLearnActions();
  return (
    <section aria-label="Your results">
      <h3>Your results</h3>
      <p>
        {lessonsDone} lessons done, {answersRight} of {answers} questions right at once, {challenges} challenges solved.
        They are kept in this browser alone.
      </p>
      <label className="learnField">
        Your name, for the file
        <input className="choiceField" defaultValue={name} onBlur={({ target }) => setName(target.value)} />
      </label>
      <p className="learnActs">
        <button type="button" className="plainButton" onClick={() => saveResult(store.getState())}>
          Save the result file
        </button>
        <button type="button" className="plainButton" onClick={forget}>
          Forget my results
        </button>
        {forgotten !== undefined && (
          <button type="button" className="plainButton" onClick={bringBack}>
            Bring them back
          </button>
        )}
      </p>
    </section>
  );
}
