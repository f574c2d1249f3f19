/** Where the presentation stands, what comes next in grey, and the acts for who has no keyboard at hand. */

import { narration } from '#store/presentView.ts';
import { hidesNext } from '#store/walkState.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { KeyButton } from '../controls/KeyButton.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import { StepButtons } from './StepButtons.tsx';

export function PresentBar() {
  const { next } = useWalk(narration);
  const hideNext = useWalk(hidesNext);
  const presented = useWalk((state) => state.objection?.run.step);
  const objecting = presented !== undefined;
  const { object, present } = useActions();
  return (
    <section aria-label="Timeline" className="presentBar" data-area="time">
      <StepButtons withStep={!objecting} />
      {!objecting && (
        <p className="presentNext">
          <Glossed text={hideNext ? 'What comes next?' : next === undefined ? 'At rest' : `Next: ${next}`} />
        </p>
      )}
      {objecting && (
        <>
          <p className="presentNext presentExploring">
            <strong>Objection at step {presented}:</strong> what is explored is kept as a branch
          </p>
          <KeyButton className="plainButton" keys="Key O" shortcuts="O" idle={false} onClick={object}>
            Back to step {presented} (O)
          </KeyButton>
        </>
      )}
      {!objecting && (
        <KeyButton className="plainButton" keys="Key O" shortcuts="O" idle={false} onClick={object}>
          Objection
        </KeyButton>
      )}
      <KeyButton
        className="plainButton presentEnd"
        keys="Esc, or key F"
        shortcuts="F"
        idle={false}
        onClick={() => present(false)}
      >
        End
      </KeyButton>
    </section>
  );
}
