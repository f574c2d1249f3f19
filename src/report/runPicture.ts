/** The picture of a run, to be taken away. */
import { rowStanding, underWay } from '#chart/rowStanding.ts';
import { runRows } from '#chart/runRows.ts';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { sequenceSvg } from '#chart/sequenceSvg.ts';
import { describeRow } from '#chart/sequenceText.ts';
import { rowsByPage } from '#chart/svgPages.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';

/**
 * SVG text; the description says the whole run, for whoever does not see it. At a step it is the diagram as the screen shows it there: the
 * step marked, later ones grey; without one the whole run is taken.
 */
export function runPicture(title: string, session: Session, patches: readonly Patch[], step?: number): string {
  return pictureOf(title, runRows(session, patches, step), step);
}

/** What a page of A4 has room for beside a caption of three lines, in px of 1/96 inch: a higher picture is made smaller. */
export const FIGURE_HEIGHT = 900;
/** Made smaller than that its letters, of 10 pt and 9 pt, would be under 9 pt and 8 pt. */
const LEAST_SCALE = 0.9;

/** The pictures of a run that is to be printed: one, or as many as its letters need to stay legible. */
export function runPictures(title: string, session: Session, patches: readonly Patch[]): readonly string[] {
  const pages = rowsByPage(lifelines, runRows(session, patches), FIGURE_HEIGHT / LEAST_SCALE, FIGURE_HEIGHT);
  return pages.map((rows) => pictureOf(title, rows));
}

function pictureOf(title: string, rows: readonly SequenceRow[], step?: number): string {
  const description = rows.map((row) => `${describeAt(row, step)}.`).join(' ');
  return sequenceSvg(lifelines, rows, { title, description }, step);
}

function describeAt(row: SequenceRow, step: number | undefined): string {
  if (step === undefined) return describeRow(row, lifelines);
  const { current, flies, later } = rowStanding(row, step);
  const said = describeRow(row.kind === 'message' && flies ? underWay(row) : row, lifelines);
  return `${later ? 'Later: ' : current ? 'Now: ' : ''}${said}`;
}
