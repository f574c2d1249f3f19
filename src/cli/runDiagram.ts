/** A run as the Mermaid text of its sequence diagram, for a person to paste elsewhere. */
import { runRows } from '#chart/runRows.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { wholeSequenceText } from '#chart/sequenceText.ts';
import type { RunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';

/** About the width of a character at 20 px: there is nothing here to measure with. */
const CHARACTER_PIXELS = 9.5;

export function runDiagram(request: RunRequest): string {
  const rows = runRows(sessionOfRun(request), request.patches);
  return wholeSequenceText(lifelines, rows, (text) => text.length * CHARACTER_PIXELS);
}
