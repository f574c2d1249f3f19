/** The page's address: its fragment as names and values. */

/** The names and values of the fragment, percent signs decoded as far as they can be. */
export function readFragment(): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(window.location.hash.replace(/^#/, '')));
}

/** Calls back whenever a person changes the fragment; returns what stops it. */
export function onFragmentChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
