/** The checks of the page: in workers, and following the reading in use while the browser is idle. */
import { openLane } from '#shell/checkLane.ts';
import { whenIdle } from '#shell/idle.ts';
import type { CheckStore } from './checkStore.ts';
import { createCheckStore } from './checkStore.ts';
import type { WalkStore } from './walkStore.ts';

const opened = new WeakMap<WalkStore, CheckStore>();

/** The checks of a walk: the same ones however often they are asked for. */
export function openChecks(walk: WalkStore): CheckStore {
  const known = opened.get(walk);
  if (known !== undefined) return known;
  const checks = createCheckStore(walk, { reading: openLane(), others: openLane() });
  const follow = () => whenIdle(() => checks.getState().follow());
  walk.subscribe((state, before) => {
    if (state.variant !== before.variant) follow();
  });
  follow();
  opened.set(walk, checks);
  return checks;
}
