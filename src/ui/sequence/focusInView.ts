/**
 * Brings a message that took the focus into view, by the band that it is drawn on, where the heads or an edge of the panel hide it.
 *
 * Firefox takes the place of the whole picture for that of a group in it, and scrolls to its top; this comes after that.
 */
export function focusInView(message: Element): void {
  requestAnimationFrame(() => {
    const panel = message.closest('.seqScroller');
    const band = message.querySelector('.seqBand');
    if (panel === null || band === null) return;
    const { top, bottom } = band.getBoundingClientRect();
    const heads = panel.querySelector('.seqHeads')?.getBoundingClientRect().bottom ?? 0;
    if (top < heads || bottom > panel.getBoundingClientRect().bottom) {
      band.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
  });
}
