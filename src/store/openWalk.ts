/** The store of the page: with the settings that the browser keeps, and the run that the address names. */
import { isUpdated, workOffline } from '#shell/offline.ts';
import { store as keep, readStored } from '#shell/storage.ts';
import { followAddress } from './addressBar.ts';
import { followFullScreen } from './fullScreenView.ts';
import { readWalkOfHtml } from './htmlFile.ts';
import { readSettings, settingsKey } from './settings.ts';
import type { WalkStore } from './walkStore.ts';
import { createWalkStore } from './walkStore.ts';

export function openWalk(): WalkStore {
  const stored = readStored(settingsKey);
  const { settings, ignored } = readSettings(stored.ok ? stored.value : undefined);
  const walk = createWalkStore(settings);
  if (!stored.ok) walk.getState().tell(stored.error);
  else if (ignored.length > 0) {
    walk.getState().tell(`Stored settings of another version were left out: ${ignored.slice(0, 5).join(', ')}.`);
  }
  const file = readWalkOfHtml();
  if (file.error !== undefined) walk.getState().tell(file.error);
  // What is written behind the name of a file goes before what is in it.
  followAddress(walk, file.wanted);
  // What the page opens with is nobody's act.
  walk.temporal.getState().clear();
  followFullScreen(walk);
  walk.subscribe((state, before) => {
    if (state.settings !== before.settings) keep(settingsKey, state.settings);
  });
  workOffline();
  if (isUpdated() && walk.getState().notice === undefined) {
    walk.getState().tell('Lifetime Zero has been updated since your last visit.');
  }
  return walk;
}
