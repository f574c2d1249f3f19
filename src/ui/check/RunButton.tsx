/** One click: the run is loaded in the walk, at its start, and the drawer makes way for it. */
import type { Variant } from '#detach/variant.ts';
import type { BasisId } from '#spec/basis.ts';
import type { RunOnClaim } from '#store/walkState.ts';
import { useActions } from '../useWalk.ts';

interface Props {
  readonly variant: Variant;
  readonly events: readonly string[];
  /** What the run shows, as one sentence without a full stop. */
  readonly words: string;
  /** Where that is a claim: whether the run breaks it or bears it out. */
  readonly claim?: RunOnClaim;
  readonly without?: BasisId;
  readonly label?: string;
}

export function RunButton({ variant, events, words, claim, without, label = 'Show the run' }: Props) {
  const { showRun, open } = useActions();
  return (
    <button
      type="button"
      className="plainButton"
      onClick={() => {
        showRun({
          variant,
          events,
          words,
          ...(claim === undefined ? {} : { claim }),
          ...(without === undefined ? {} : { without }),
        });
        open(undefined);
      }}
    >
      {label} <span className="visuallyHidden">: {words}</span>
    </button>
  );
}
