/** An objection is followed: all that may happen now, and the way back to what was presented. */
import { NextEvents } from '../NextEvents.tsx';
import { useActions, useWalk } from '../useWalk.ts';

export function Objection() {
  const step = useWalk((state) => state.objection?.run.step ?? 0);
  const { object } = useActions();
  return (
    <div className="presentObjection">
      <p>
        <strong>Objection</strong> at step {step}: what is explored here is kept as a branch.{' '}
        <button type="button" className="plainButton" aria-keyshortcuts="O" onClick={object}>
          Back to step {step} (O)
        </button>
      </p>
      <NextEvents />
    </div>
  );
}
