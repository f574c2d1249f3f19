/** The set that a teacher has given out: what it is called, and the way out of it; what was wrong with its link. */
import { useLearn, useLearnActions } from './useLearn.ts';

export function SetLine() {
  const set = useLearn((state) => state.set);
  const notice = useLearn((state) => state.notice);
  const { leaveSet } = useLearnActions();
  return (
    <>
      {notice !== undefined && <p role="status">{notice}</p>}
      {set !== undefined && (
        <p className="learnActs">
          <span>
            Set: <bdi className="learnName">{set.title === '' ? 'without a title' : set.title}</bdi>
          </span>
          <button type="button" className="plainButton" onClick={leaveSet}>
            Leave the set
          </button>
        </p>
      )}
    </>
  );
}
