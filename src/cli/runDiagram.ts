/** A run as the Mermaid text of its sequence diagram, for a person to paste elsewhere. */
import { lifelines, markChanged, sequenceRows, tailRows } from '#chart/sequenceRows.ts';
import { wholeSequenceText } from '#chart/sequenceText.ts';
import { patchOfMessage } from '#session/patch.ts';
import type { RunRequest } from './runRequest.ts';
import { namesIn, sessionOfRun } from './runSession.ts';

/** About the width of a character at 20 px: there is nothing here to measure with. */
const CHARACTER_PIXELS = 9.5;

export function runDiagram(request: RunRequest): string {
  const { trace } = request.fit;
  const nameOf = namesIn(sessionOfRun(request));
  const rows = [...sequenceRows(trace, nameOf), ...tailRows(trace, trace.steps.length, nameOf)];
  const isChanged = (number: number) => patchOfMessage(request.patches, trace.messages, number) !== undefined;
  return wholeSequenceText(lifelines, markChanged(rows, isChanged), (text) => text.length * CHARACTER_PIXELS);
}
