/** The address bar follows the walk, and the walk what a person writes there. */
import { onFragmentChange, readFragment, writeFragment } from '#shell/address.ts';
import { linkText } from './linkOf.ts';
import type { ReadLink } from './linkText.ts';
import { readLink } from './linkText.ts';
import type { WalkState, WalkStore } from './walkStore.ts';

/** So long after the last move the address is written: browsers refuse more than a few writings a second. */
const WRITTEN_AFTER_MILLISECONDS = 400;

/** What the address names now. */
export function readAddress(): ReadLink {
  return readLink(readFragment());
}

export function followAddress(walk: WalkStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  walk.subscribe((state, before) => {
    if (sameLink(state, before)) return;
    stop();
    timer = setTimeout(() => writeFragment(linkText(walk.getState())), WRITTEN_AFTER_MILLISECONDS);
  });
  onFragmentChange(() => {
    const { names, damage } = readAddress();
    walk.getState().load(names, damage);
    // What a person wrote stays as it was written until the walk moves.
    stop();
  });
}

/** Whether a link to both would be the same. */
function sameLink(a: WalkState, b: WalkState): boolean {
  return (
    a.run === b.run &&
    a.scenario === b.scenario &&
    a.variant === b.variant &&
    a.options === b.options &&
    a.timing === b.timing &&
    a.patches === b.patches &&
    a.selected === b.selected &&
    a.setOf === b.setOf &&
    a.drawer === b.drawer
  );
}
