/** The timers that run at a step, each with what is left of it. */
import type { Connection } from '#detach/parts.ts';
import type { Field } from '#model/field.ts';
import { connectionLedger, ikeLedger } from './ledger.ts';
import type { Side } from './securityAssociations.ts';
import type { Session } from './session.ts';
import { ledgerAt, timeAt, valueAtStep } from './session.ts';
import type { Backoff } from './timing.ts';
import { waitMilliseconds } from './timing.ts';

export interface RunningTimer {
  /** "T-BU", "T-IKE", "T-BRI"; the timer of the unnamed notification has no name: "Timer (FFS)". */
  readonly name: string;
  /** 1 for the first transmission of its request. */
  readonly transmission: number;
  /** The most transmissions. */
  readonly of: number;
  /** When it was last started, in milliseconds from the start of the run. */
  readonly startedAt: number;
  readonly waitMilliseconds: number;
  /** 0 where it is overdue: its event has not been taken yet. */
  readonly remainingMilliseconds: number;
}

/** The timers of one side of a PDN connection after a step, the one that runs out first at the head. */
export function runningTimers(
  session: Session,
  step: number,
  connection: Connection,
  side: Side,
): readonly RunningTimer[] {
  if (session.parts.variant.timers === 'none') return [];
  const { timing } = session;
  const ledger = ledgerAt(session, step);
  const own = connectionLedger(ledger, connection.apn);
  const ike = ikeLedger(ledger, connection.ikeApn);
  const run = (field: Field<number>, backoff: Backoff, startedAt: number, name = backoff.name) =>
    runningTimer(session, step, field, backoff, startedAt, name);
  const timers =
    side === 'ue'
      ? [
          run(connection.ue.buTransmissions, timing.bindingUpdate, own.ue.lastSentTime ?? 0),
          run(connection.ike.ue.deleteTransmissions, timing.ikeDelete, ike.ue.deleteTime),
        ]
      : [
          run(
            connection.pdnGw.notificationTransmissions,
            timing.notification,
            own.pdnGw.notificationTime,
            session.parts.variant.notification === 'bri' ? timing.notification.name : 'Timer (FFS)',
          ),
          run(connection.ike.pdnGw.deleteTransmissions, timing.ikeDelete, ike.pdnGw.deleteTime),
        ];
  return timers.filter((each) => each !== undefined).sort((a, b) => dueTime(a) - dueTime(b));
}

/** "T-BU 1 s, 2nd of 3": what is left, and which transmission it waits for the answer to. */
export function sayTimer(timer: RunningTimer): string {
  return `${timer.name} ${saySeconds(timer.remainingMilliseconds)}, ${ordinal(timer.transmission)} of ${timer.of}`;
}

/** "1 s", "0.9 s": to a tenth of a second, rounded up, so that only a timer that has run out shows 0. */
export function saySeconds(milliseconds: number): string {
  return `${Math.ceil(milliseconds / 100) / 10} s`;
}

/** "1st", "2nd", "3rd", "4th". */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

function runningTimer(
  session: Session,
  step: number,
  field: Field<number>,
  backoff: Backoff,
  startedAt: number,
  name: string,
): RunningTimer | undefined {
  const transmission = valueAtStep(session, step, field);
  if (transmission === 0) return undefined;
  const wait = waitMilliseconds(backoff, transmission);
  const remaining = startedAt + wait - timeAt(session, step);
  return {
    name,
    transmission,
    of: session.parts.most,
    startedAt,
    waitMilliseconds: wait,
    remainingMilliseconds: Math.max(0, remaining),
  };
}

function dueTime(timer: RunningTimer): number {
  return timer.startedAt + timer.waitMilliseconds;
}
