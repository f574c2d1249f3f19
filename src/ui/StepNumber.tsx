/** The number of the step in view, and for a screen reader what happened at it. */
import type { ReactNode } from 'react';
import { stepSentence } from '#store/view.ts';
import { useWalk } from './useWalk.ts';

interface Props {
  /** What is said beside the number. */
  readonly children?: ReactNode;
}

export function StepNumber({ children }: Props) {
  const step = useWalk((state) => state.run.step);
  const length = useWalk((state) => state.run.trace.steps.length);
  const sentence = useWalk(stepSentence);
  return (
    <>
      <p className="timelineStep">
        step {step} of {length}
        {children}
      </p>
      <div role="status" aria-label="Step" className="visuallyHidden">
        {sentence}
      </div>
    </>
  );
}
