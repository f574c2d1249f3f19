/** Timeline: where the run stands, and every way to move in it. */
import { stepSentence, timeOfStep } from '#store/view.ts';
import { Branches } from './Branches.tsx';
import { KeyButton } from './controls/KeyButton.tsx';
import { StepSlider } from './StepSlider.tsx';
import './timeline.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function Timeline() {
  const step = useWalk((state) => state.run.step);
  const length = useWalk((state) => state.run.trace.steps.length);
  const playing = useWalk((state) => state.playing);
  const time = useWalk(timeOfStep);
  const sentence = useWalk(stepSentence);
  const actions = useActions();
  return (
    <section aria-label="Timeline" className="timeline">
      <div className="timelineMoves">
        <KeyButton
          className="plainButton"
          keys="Key Home"
          shortcuts="Home"
          idle={step === 0}
          onClick={() => actions.jump(0)}
        >
          Start
        </KeyButton>
        <KeyButton
          className="plainButton"
          keys="Key Left or PageUp"
          shortcuts="ArrowLeft PageUp"
          idle={step === 0}
          onClick={actions.back}
        >
          Back
        </KeyButton>
        <KeyButton
          className="plainButton"
          keys="Key P"
          shortcuts="P"
          idle={false}
          aria-pressed={playing}
          onClick={() => actions.play(!playing)}
        >
          Play
        </KeyButton>
        <KeyButton className="plainButton" keys="Key End" shortcuts="End" idle={step === length} onClick={actions.end}>
          End
        </KeyButton>
      </div>
      <StepSlider />
      <p className="timelineStep">
        step {step} of {length}
        <span className="timelineTime">{(time / 1000).toFixed(3)} s</span>
      </p>
      <div role="status" aria-label="Step" className="visuallyHidden">
        {sentence}
      </div>
      <Branches />
      <UndoButtons />
    </section>
  );
}
