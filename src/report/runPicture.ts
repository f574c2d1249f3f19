/** The picture of a run, to be taken away. */
import { runRows } from '#chart/runRows.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { sequenceSvg } from '#chart/sequenceSvg.ts';
import { describeRow } from '#chart/sequenceText.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';

/** SVG text; the description says the whole run, for whoever does not see it. */
export function runPicture(title: string, session: Session, patches: readonly Patch[]): string {
  const rows = runRows(session, patches);
  const description = rows.map((row) => `${describeRow(row, lifelines)}.`).join(' ');
  return sequenceSvg(lifelines, rows, { title, description });
}
