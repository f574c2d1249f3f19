/** Play: takes the next step when its virtual time has come, at the chosen speed; stops where nothing is left. */
import { useContext, useEffect } from 'react';
import { nextEvents, waitBeforeNext } from '#store/view.ts';
import { useWalk, WalkContext } from './useWalk.ts';

/** However short the virtual time, a person must be able to see each step; however long, they must not wait for ever. */
const SHORTEST_MILLISECONDS = 700;
const LONGEST_MILLISECONDS = 4000;

export function usePlay(): void {
  const store = useContext(WalkContext);
  const playing = useWalk((state) => state.playing);
  const step = useWalk((state) => state.run.step);
  const trace = useWalk((state) => state.run.trace);
  const speed = useWalk((state) => state.settings.speed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step, and each other line, starts the wait anew
  useEffect(() => {
    if (store === undefined || !playing) return;
    const state = store.getState();
    if (nextEvents(state).primary === undefined) {
      state.play(false);
      return;
    }
    const wait = Math.min(LONGEST_MILLISECONDS, Math.max(SHORTEST_MILLISECONDS, waitBeforeNext(state))) / speed;
    const timer = setTimeout(() => store.getState().step(), wait);
    return () => clearTimeout(timer);
  }, [store, playing, step, trace, speed]);
}
