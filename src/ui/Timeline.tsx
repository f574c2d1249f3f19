/** Timeline: where the run stands, and every way to move in it. */
import { timeOfStep } from '#store/view.ts';
import { BackButton } from './BackButton.tsx';
import { Branches } from './Branches.tsx';
import { KeyButton } from './controls/KeyButton.tsx';
import { StepNumber } from './StepNumber.tsx';
import { StepSlider } from './StepSlider.tsx';
import './timeline.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function Timeline() {
  const atStart = useWalk((state) => state.run.step === 0);
  const atEnd = useWalk((state) => state.run.step === state.run.trace.steps.length);
  const playing = useWalk((state) => state.playing);
  const time = useWalk(timeOfStep);
  const actions = useActions();
  return (
    <section aria-label="Timeline" className="timeline">
      <div className="timelineMoves">
        <KeyButton
          className="plainButton"
          keys="Key Home"
          shortcuts="Home"
          idle={atStart}
          onClick={() => actions.jump(0)}
        >
          Start
        </KeyButton>
        <BackButton />
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
        <KeyButton className="plainButton" keys="Key End" shortcuts="End" idle={atEnd} onClick={actions.end}>
          End
        </KeyButton>
      </div>
      <StepSlider />
      <StepNumber>
        <span className="timelineTime">{(time / 1000).toFixed(3)} s</span>
      </StepNumber>
      <Branches />
      <UndoButtons />
    </section>
  );
}
