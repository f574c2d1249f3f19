/** Back, Step, and the number of the step: the least that moves a walk. */
import { nextEvents } from '#store/view.ts';
import { BackButton } from '../BackButton.tsx';
import { KeyButton } from '../controls/KeyButton.tsx';
import { StepNumber } from '../StepNumber.tsx';
import { useActions, useWalk } from '../useWalk.ts';

interface Props {
  /** Whether Step is among them: where the next events stand as well, it is there. */
  readonly withStep?: boolean;
}

export function StepButtons({ withStep = true }: Props) {
  const atRest = useWalk((state) => nextEvents(state).primary === undefined);
  const { step } = useActions();
  return (
    <div className="stepButtons">
      <BackButton />
      {withStep && (
        <KeyButton
          className="plainButton stepForward"
          keys="Key Right, PageDown or Space"
          shortcuts="ArrowRight PageDown Space"
          idle={atRest}
          onClick={step}
        >
          Step
        </KeyButton>
      )}
      <StepNumber />
    </div>
  );
}
