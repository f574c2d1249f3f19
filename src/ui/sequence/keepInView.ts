import type { Shown } from './stackChunks.ts';

/** Air above and below the rows of the current step, in px. */
const AIR = 12;

/**
 * Scrolls the panel, and nothing else, so that the rows of this step are in it, with the messages in flight if the run ends there and there
 * is room for both. If all is in view already, nothing moves.
 */
export function keepInView(panel: HTMLElement, rowsHost: HTMLElement, shown: Shown, step: number): void {
  const current = shown.rows.filter(({ row, inTail }) => row.step === step && !inTail);
  const reached =
    current.length > 0 ? current : shown.rows.filter(({ row, inTail }) => row.step <= step && !inTail).slice(-1);
  const first = reached[0];
  const last = reached.at(-1);
  const underWay = shown.rows.findLast(({ element, inTail }) => inTail || element.hasAttribute('data-flight'));
  const lastShown = shown.rows.at(-1);
  if (lastShown === undefined || shown.height === 0) {
    panel.scrollTop = 0;
    return;
  }
  const box = rowsHost.getBoundingClientRect();
  const scale = box.height / shown.height;
  const heads = box.top - panel.getBoundingClientRect().top + panel.scrollTop;
  const room = panel.clientHeight - heads;
  const top = (first?.top ?? 0) * scale;
  const ownBottom = (last?.bottom ?? 0) * scale;
  const tailBottom = Math.max(ownBottom, (underWay?.bottom ?? 0) * scale);
  const bottom = tailBottom - top + 2 * AIR <= room ? tailBottom : ownBottom;
  const at = panel.scrollTop;
  if (top - AIR < at || bottom - top + 2 * AIR > room) panel.scrollTop = Math.max(0, top - AIR);
  else if (bottom + AIR > at + room) panel.scrollTop = bottom + AIR - room;
}
