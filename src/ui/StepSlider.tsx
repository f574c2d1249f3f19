/** Moves through the run: a range of the browser's own, which is there with the first diagram and needs no code of ours. */
import type { CSSProperties } from 'react';
import { useActions, useWalk } from './useWalk.ts';

export function StepSlider() {
  const step = useWalk((state) => state.run.step);
  const length = useWalk((state) => state.run.trace.steps.length);
  const { jump } = useActions();
  const most = Math.max(1, length);
  return (
    <div className="timelineSlider">
      <input
        type="range"
        aria-label="Step in view"
        aria-valuetext={`step ${step} of ${length}`}
        min={0}
        max={most}
        value={step}
        disabled={length === 0}
        // Only one of the browsers fills the track up to the thumb by itself.
        style={{ '--gone': `${(step / most) * 100}%` } as CSSProperties}
        onChange={({ target }) => jump(target.valueAsNumber)}
      />
    </div>
  );
}
