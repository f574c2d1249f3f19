/** What the browser keeps for this page: settings, as JSON under one key a subject. */
export type Stored = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** What is kept under a key, `undefined` if nothing; unreadable content, or a browser that keeps nothing, comes back as one sentence. */
export function readStored(key: string): Stored {
  try {
    const text = window.localStorage.getItem(key);
    return { ok: true, value: text === null ? undefined : JSON.parse(text) };
  } catch {
    return { ok: false, error: `What this browser has stored as "${key}" cannot be read; the defaults are used.` };
  }
}

/** Keeps a value; false where the browser cannot (private windows, full disks): what is kept lasts as long as the page then. */
export function store(key: string, value: unknown): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Keeps nothing under a key any more. */
export function forgetStored(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Calls back with what another window of this browser keeps under a key from then on; `undefined` if nothing. */
export function onStoredElsewhere(key: string, callback: (stored: Stored) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === key) callback(readStored(key));
  });
}
