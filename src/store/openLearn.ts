/** The learning of the page: with the progress that the browser keeps, and the set that the address names. */
import { plainLine } from '#learn/learnSet.ts';
import { noProgress, readProgress } from '#learn/progress.ts';
import { isRecord } from '#report/jsonText.ts';
import { store as keep, readStored } from '#shell/storage.ts';
import { kindAsked } from './learnAsked.ts';
import type { Kept, LearnStore } from './learnStore.ts';
import { createLearnStore } from './learnStore.ts';
import type { WalkStore } from './walkStore.ts';

const learnKey = 'lifetime-zero.learn.1';
const opened = new WeakMap<WalkStore, LearnStore>();

/** The learning beside a walk: the same however often it is asked for. */
export function openLearn(walk: WalkStore): LearnStore {
  const known = opened.get(walk);
  if (known !== undefined) return known;
  const learn = createLearnStore(walk, readKept(walk));
  learn.getState().takeSet(walk.getState().setOf);
  const hideAnswer = () => {
    const kind = kindAsked(learn.getState(), walk.getState());
    if (kind !== walk.getState().asking) walk.getState().ask(kind);
  };
  walk.subscribe((state, before) => {
    if (state.setOf !== before.setOf) learn.getState().takeSet(state.setOf);
    if (state.run !== before.run) learn.getState().watch();
    hideAnswer();
  });
  learn.subscribe((state, before) => {
    hideAnswer();
    const { progress, name, setOf } = state;
    if (progress !== before.progress || name !== before.name || setOf !== before.setOf) {
      keep(learnKey, { progress, name, setOf });
    }
  });
  opened.set(walk, learn);
  return learn;
}

/** What was kept; what is broken or of another version is left out, and said. */
function readKept(walk: WalkStore): Kept {
  const stored = readStored(learnKey);
  const value = stored.ok ? stored.value : undefined;
  const kept = isRecord(value) ? value : {};
  const progress = readProgress(kept.progress);
  if (!stored.ok) walk.getState().tell(stored.error);
  else if (value !== undefined && progress === undefined) {
    walk.getState().tell('The progress that this browser has kept cannot be read, and was left out.');
  }
  return {
    progress: progress ?? noProgress,
    name: typeof kept.name === 'string' ? plainLine(kept.name) : '',
    setOf: typeof kept.setOf === 'string' ? kept.setOf : undefined,
  };
}
