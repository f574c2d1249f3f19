/** One sentence to the person: what was refused, or where a run parted. It stays until it is closed or replaced. */
import { focusStep } from './focusStep.ts';
import './notice.css';
import { useActions, useWalk } from './useWalk.ts';

export function Notice() {
  const notice = useWalk((state) => state.notice);
  const canUndo = useWalk((state) => state.undoable === state.run.trace);
  const { tell, undo } = useActions();
  return (
    <div className="notice" role="alert" data-shown={notice !== undefined}>
      {notice !== undefined && (
        <>
          <p>{notice}</p>
          {canUndo && (
            <button
              type="button"
              className="plainButton"
              onClick={() => {
                undo();
                focusStep();
              }}
            >
              Undo
            </button>
          )}
          <button type="button" className="plainButton" onClick={() => tell(undefined)}>
            Close
          </button>
        </>
      )}
    </div>
  );
}
