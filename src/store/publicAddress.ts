/** The address at which others find this page: read from what a person wrote, and told from one that is dead for others. */

export type ReadAddress =
  | { readonly ok: true; readonly value: string }
  /** One sentence that says what an address is. */
  | { readonly ok: false; readonly error: string };

/** An address without query and fragment; empty text is none, and is as good. */
export function readPublicAddress(text: string): ReadAddress {
  const written = text.trim();
  if (written === '') return { ok: true, value: '' };
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return { ok: false, error: `"${shown(written)}" is no address of a page; one begins with https:// or http://.` };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, error: 'The address of a page has no user name and no password in it.' };
  }
  return { ok: true, value: `${url.origin}${url.pathname}` };
}

/** Why an address is dead for others, in a sentence; undefined where it is not known to be. */
export function deadFor(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.protocol === 'file:') {
    return 'This page was opened from a file, so this link is dead for everybody else.';
  }
  if (/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(url.hostname)) {
    return 'This page runs on this machine only (localhost), so this link is dead for everybody else.';
  }
  return undefined;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
