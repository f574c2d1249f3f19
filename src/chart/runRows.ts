/** The diagram of a run that a session has made concrete: all its rows, those in flight, what was changed marked. */
import type { MessageInstance } from '#run/trace.ts';
import type { Patch } from '#session/patch.ts';
import { patchOfMessage } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { messageOf } from '#session/session.ts';
import type { SequenceRow } from './sequenceRow.ts';
import { markChanged, sequenceRows, tailRows } from './sequenceRows.ts';

/** `step` is the one at which messages that the run does not bring to an end are shown in flight: the last, or one before. */
export function runRows(
  session: Session,
  patches: readonly Patch[],
  step = session.trace.steps.length,
): readonly SequenceRow[] {
  const { trace } = session;
  const nameOf = ({ number }: Pick<MessageInstance, 'number'>) => nameInDiagram(session, number);
  const rows = [...sequenceRows(trace, nameOf), ...tailRows(trace, step, nameOf)];
  return markChanged(rows, (number) => patchOfMessage(patches, trace.messages, number) !== undefined);
}

/** "Binding Update, lifetime 0"; with its PDN connection, where there are two. */
function nameInDiagram(session: Session, number: number): string {
  const { title, decisive, apn } = messageOf(session, number);
  const words = decisive === '' ? title : `${title}, ${decisive}`;
  return session.parts.connections.length > 1 ? `${words} (${apn})` : words;
}
