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

/** Keeps a value; a browser that cannot keeps quiet, since nothing of the run is lost by it. */
export function store(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full disks: settings last as long as the page then.
  }
}
