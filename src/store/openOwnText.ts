/** The page's own copy of the text: what the browser has kept is shown as soon as it is asked for, which is after the first diagram. */
import { forgetStored, readStored, store } from '#shell/storage.ts';
import type { OwnTextStore } from './ownText.ts';
import { createOwnTextStore } from './ownText.ts';

const key = 'lifetime-zero.ownText.1';

let opened: OwnTextStore | undefined;

/** The same one however often it is asked for. */
export function openOwnText(): OwnTextStore {
  if (opened !== undefined) return opened;
  const own = createOwnTextStore({
    read: () => {
      const stored = readStored(key);
      return stored.ok ? stored.value : undefined;
    },
    write: (value) => store(key, value),
    forget: () => forgetStored(key),
  });
  void own.getState().restore();
  opened = own;
  return own;
}
