/** The session of a run that was asked for, and what its messages are called. */
import type { NameInDiagram } from '#chart/sequenceRows.ts';
import { timesOf } from '#run/clock.ts';
import type { Session } from '#session/session.ts';
import { messageOf, sessionOf } from '#session/session.ts';
import { clockTiming } from '#session/timing.ts';
import type { RunRequest } from './runRequest.ts';

export function sessionOfRun({ fit, options, timing }: RunRequest): Session {
  return sessionOf(fit.trace, timesOf(fit.trace, clockTiming(timing)), options, timing);
}

/** "Binding Update, lifetime 0". */
export function namesIn(session: Session): NameInDiagram {
  return ({ number }) => {
    const { title, decisive } = messageOf(session, number);
    return decisive === '' ? title : `${title}, ${decisive}`;
  };
}
