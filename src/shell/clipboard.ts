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

/** Copies a text with its look, and plain for programs that take no other; false as above. */
export async function copyRichText(html: string, text: string): Promise<boolean> {
  try {
    const blob = (content: string, type: string) => new Blob([content], { type });
    const forms = { 'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain') };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}
