/** Timeline: where the run stands, and every way to move in it. */
import { Slider } from '@base-ui/react/slider';
import { useState } from 'react';
import { stepSentence, timeOfStep } from '#store/view.ts';
import './timeline.css';
import { ActionButton } from './ActionButton.tsx';
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
        <ActionButton className="plainButton" idle={step === 0} onClick={() => actions.jump(0)}>
          Start
        </ActionButton>
        <ActionButton className="plainButton" idle={step === 0} onClick={actions.back}>
          Back
        </ActionButton>
        <button type="button" className="plainButton" aria-pressed={playing} onClick={() => actions.play(!playing)}>
          Play
        </button>
        <ActionButton className="plainButton" idle={step === length} onClick={actions.end}>
          End
        </ActionButton>
      </div>
      <Slider.Root
        className="timelineSlider"
        value={step}
        min={0}
        max={Math.max(1, length)}
        disabled={length === 0}
        onValueChange={(value) => actions.jump(typeof value === 'number' ? value : (value[0] ?? 0))}
      >
        <Slider.Control className="timelineControl">
          <Slider.Track className="timelineTrack">
            <Slider.Indicator className="timelineIndicator" />
            <Slider.Thumb className="timelineThumb" aria-label="Step in view" />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <p className="timelineStep">
        step {step} of {length}
        <span className="timelineTime">{(time / 1000).toFixed(3)} s</span>
      </p>
      <div role="status" aria-label="Step" className="visuallyHidden">
        {sentence}
      </div>
      <Branches />
    </section>
  );
}

function Branches() {
  const run = useWalk((state) => state.run);
  const { switchBranch, renameBranch, forgetBranch } = useActions();
  const [naming, setNaming] = useState(false);
  if (run.branches.length === 0) return null;
  return (
    <div className="timelineBranches">
      <select
        aria-label="Branch"
        value={run.name}
        onChange={(event) => {
          setNaming(false);
          switchBranch(event.target.value);
        }}
      >
        {[run.name, ...run.branches.map((each) => each.name)].toSorted().map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {naming ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            renameBranch(String(new FormData(event.currentTarget).get('name') ?? ''));
            setNaming(false);
          }}
        >
          <input
            ref={(input) => input?.select()}
            name="name"
            aria-label="Name of this branch"
            defaultValue={run.name}
            maxLength={60}
            size={12}
          />
        </form>
      ) : (
        <button type="button" className="plainButton" onClick={() => setNaming(true)}>
          Rename
        </button>
      )}
      <button
        type="button"
        className="plainButton"
        onClick={() => {
          const { name } = run;
          switchBranch(run.branches.at(-1)?.name ?? '');
          forgetBranch(name);
          document.querySelector<HTMLElement>('.nextEventsPrimary')?.focus();
        }}
      >
        Drop branch
      </button>
    </div>
  );
}
