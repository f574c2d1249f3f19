/** One click: the run is loaded in the walk, at its start, and the drawer makes way for it. */
import type { Variant } from '#detach/variant.ts';
import type { BasisId } from '#spec/basis.ts';
import { useActions } from '../useWalk.ts';

interface Props {
  readonly variant: Variant;
  readonly events: readonly string[];
  /** What the run shows, as one sentence without a full stop. */
  readonly words: string;
  readonly without?: BasisId;
  readonly label?: string;
}

export function RunButton({ variant, events, words, without, label = 'Show the run' }: Props) {
  const { showRun, open } = useActions();
  return (
    <button
      type="button"
      className="plainButton"
      onClick={() => {
        showRun({ variant, events, words, ...(without === undefined ? {} : { without }) });
        open(undefined);
      }}
    >
      {label} <span className="visuallyHidden">: {words}</span>
    </button>
  );
}
