/** The set that a teacher has given out, and the way out of it; what was wrong with its link; the way back from what was taken away. */
import { useLearn, useLearnActions } from './useLearn.ts';

export function SetLine() {
  const set = useLearn((state) => state.set);
  const notice = useLearn((state) => state.notice);
  const { leaveSet } = useLearnActions();
  return (
    <>
      {notice !== undefined && <p role="status">{notice}</p>}
      <UndoLine />
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

function UndoLine() {
  const words = useLearn((state) => state.undoable?.words);
  const { undo, letGo } = useLearnActions();
  return (
    <div role="status">
      {words !== undefined && (
        <p className="learnActs learnUndo">
          <bdi className="learnName">{words}</bdi>
          <button type="button" className="plainButton" onClick={undo}>
            Undo
          </button>
          <button type="button" className="plainButton" onClick={letGo}>
            Leave it so
          </button>
        </p>
      )}
    </div>
  );
}
