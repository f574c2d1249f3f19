/** Back, wherever the walk is moved from: one step, and the run stays as it is. */
import { KeyButton } from './controls/KeyButton.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function BackButton() {
  const atStart = useWalk((state) => state.run.step === 0);
  const { back } = useActions();
  return (
    <KeyButton
      className="plainButton"
      keys="Key Left or PageUp"
      shortcuts="ArrowLeft PageUp"
      idle={atStart}
      onClick={back}
    >
      Back
    </KeyButton>
  );
}
