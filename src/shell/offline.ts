/** Working without a network: the service worker of the built page, and whether the page is newer than at the last visit. */
import { isHtmlFile } from './htmlFile.ts';
import { readStored, store } from './storage.ts';

const versionKey = 'lifetime-zero-version';
/** What the first view needs comes first. */
const WAIT_MILLISECONDS = 1_500;

/** Has the browser keep the page; does nothing in development, from a file, or where the browser keeps no pages. */
export function workOffline(): void {
  if (builtVersion() === undefined || isHtmlFile() || !('serviceWorker' in navigator)) return;
  // A browser that refuses shows the page all the same, with a network.
  const register = () => navigator.serviceWorker.register('./offline.js').catch(() => undefined);
  setTimeout(register, WAIT_MILLISECONDS);
}

/** Whether the last visit was to another version; this one is remembered. */
export function isUpdated(): boolean {
  const version = builtVersion();
  if (version === undefined) return false;
  const stored = readStored(versionKey);
  const before = stored.ok ? stored.value : undefined;
  if (before === version) return false;
  store(versionKey, version);
  return typeof before === 'string';
}

/** The build names its version in the page; in development, and in one file, there is none. */
function builtVersion(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
}
