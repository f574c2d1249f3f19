/** The clipboard. */

/** Copies a text; false where the browser does not allow it, or has no clipboard (a page from a file). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
