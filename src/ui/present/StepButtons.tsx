/** Back, Step, and the number of the step: the least that moves a walk. */
import { nextEvents, stepSentence } from '#store/view.ts';
import { KeyButton } from '../controls/KeyButton.tsx';
import { useActions, useWalk } from '../useWalk.ts';

interface Props {
  /** Whether Step is among them: where the next events stand as well, it is there. */
  readonly withStep?: boolean;
}

export function StepButtons({ withStep = true }: Props) {
  const step = useWalk((state) => state.run.step);
  const length = useWalk((state) => state.run.trace.steps.length);
  const atRest = useWalk((state) => nextEvents(state).primary === undefined);
  const sentence = useWalk(stepSentence);
  const actions = useActions();
  return (
    <div className="stepButtons">
      <KeyButton
        className="plainButton"
        keys="Key Left or PageUp"
        shortcuts="ArrowLeft PageUp"
        idle={step === 0}
        onClick={actions.back}
      >
        Back
      </KeyButton>
      {withStep && (
        <KeyButton
          className="plainButton stepForward"
          keys="Key Right, PageDown or Space"
          shortcuts="ArrowRight PageDown Space"
          idle={atRest}
          onClick={actions.step}
        >
          Step
        </KeyButton>
      )}
      <p className="timelineStep">
        step {step} of {length}
      </p>
      <div role="status" aria-label="Step" className="visuallyHidden">
        {sentence}
      </div>
    </div>
  );
}
