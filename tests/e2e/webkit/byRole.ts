/**
 * Finds what has a role and an accessible name; runs in the page, so it uses nothing from outside itself.
 *
 * WebKit's own computation is one round trip an element; this is the part of it that the page needs: `aria-label`,
 * `aria-labelledby`, a label, a caption, else the words inside.
 * @param role an ARIA role, written or implied by the element.
 * @param pattern the source of a regular expression for the whole name.
 */
export function byRole(role: string, pattern: string): Element[] {
  const implied: Readonly<Record<string, string>> = {
    button: 'button',
    region: 'section[aria-label], section[aria-labelledby]',
    table: 'table',
    dialog: 'dialog',
    list: 'ul, ol',
    listitem: 'li',
    combobox: 'select',
    main: 'main',
  };
  const squeeze = (words: string | null | undefined) => (words ?? '').replaceAll(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return squeeze(label);
    const others = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    if (others.length > 0) return squeeze(others.map((id) => document.getElementById(id)?.textContent).join(' '));
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) return squeeze(labels[0]?.textContent);
    if (element instanceof HTMLTableElement) return squeeze(element.caption?.textContent);
    return squeeze(element.textContent);
  };
  const name = new RegExp(pattern);
  const natural = implied[role] === undefined ? '' : `, :is(${implied[role]}):not([role])`;
  return [...document.querySelectorAll(`[role="${role}"]${natural}`)].filter(
    (element) => element.checkVisibility() && !element.closest('[aria-hidden="true"]') && name.test(nameOf(element)),
  );
}
