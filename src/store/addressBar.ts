/**
 * The address bar follows the walk, and the walk what a person writes there. What writes a link, and what unpacks one, is fetched
 * when it is needed: the first diagram does not wait for it.
 */
import { onFragmentChange, readFragment, writeFragment } from '#shell/address.ts';
import type { LinkNames } from './linkText.ts';
import { readPlain } from './linkText.ts';
import type { WalkState } from './walkState.ts';
import type { WalkStore } from './walkStore.ts';

/** So long after the last move the address is written: browsers refuse more than a few writings a second. */
const WRITTEN_AFTER_MILLISECONDS = 400;

const packedPart = () => import('./linkPacked.ts');

/** Opens what the address names, and what is given where it names nothing; from then on each follows the other. */
export function followAddress(walk: WalkStore, otherwise: LinkNames): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const write = () => {
    const own = timer;
    // Where the code cannot be fetched, the address stays behind and the walk goes on.
    packedPart().then(
      ({ linkText }) => own === timer && writeFragment(linkText(walk.getState())),
      () => undefined,
    );
  };
  openAddress(walk, otherwise);
  walk.subscribe((state, before) => {
    if (sameLink(state, before)) return;
    stop();
    timer = setTimeout(write, WRITTEN_AFTER_MILLISECONDS);
  });
  onFragmentChange(() => {
    openAddress(walk, {}, stop);
    // What a person wrote stays as it was written until the walk moves.
    stop();
  });
}

function openAddress(walk: WalkStore, otherwise: LinkNames, opened?: () => void): void {
  const text = readFragment();
  const { names, damage } = readPlain(text);
  if (names.z !== undefined) {
    packedPart().then(
      ({ readLink }) => {
        const read = readLink(text);
        walk.getState().load(read.names, read.damage);
        opened?.();
      },
      () => walk.getState().tell('The link is packed, and what unpacks it could not be fetched: load the page again.'),
    );
  } else if (damage !== undefined || Object.keys(names).length > 0) walk.getState().load(names, damage);
  else walk.getState().load(otherwise);
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
