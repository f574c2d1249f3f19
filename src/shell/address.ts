/** The page's address: what it says, and what is written there as the walk moves. */

/** The fragment as it was written, without the `#`. */
export function readFragment(): string {
  return window.location.hash.replace(/^#/, '');
}

/** Writes the fragment in place of the one before, so that no history is made of it; quiet where the browser refuses. */
export function writeFragment(text: string): void {
  try {
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', `${pathname}${search}${text === '' ? '' : `#${text}`}`);
  } catch {
    // A page inside a sandbox, or more writing than the browser allows: the address stays behind, the walk goes on.
  }
}

/** Calls back whenever a person changes the fragment; returns what stops it. */
export function onFragmentChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The address of the page, without query and fragment. */
export function pageAddress(): string {
  return window.location.href.replace(/[?#].*$/s, '');
}

/** Whether the query of the address has a name. */
export function inQuery(name: string): boolean {
  return new URLSearchParams(window.location.search).has(name);
}
