/** The timing values of a session: what the virtual clock runs on. How often a request is repeated is the reading's choice. */
import type { Timing } from '#run/clock.ts';

/** How long a requester waits after each of its transmissions. */
export interface Backoff {
  readonly name: string;
  /** The wait after the first transmission, in milliseconds. */
  readonly firstMilliseconds: number;
  /** Each further wait is this many times the one before. */
  readonly factor: number;
  /** No wait is longer, in milliseconds; null: no limit. */
  readonly capMilliseconds: number | null;
}

export interface TimingValues {
  /** From sending to delivery, either way, in milliseconds. */
  readonly latencyMilliseconds: number;
  /** Before an action of the user or the operator, in milliseconds. */
  readonly thinkMilliseconds: number;
  /** Of each binding at the start of a run, in units of 4 s. */
  readonly lifetimeUnits: number;
  readonly bindingUpdate: Backoff;
  readonly ikeDelete: Backoff;
  readonly notification: Backoff;
}

export const defaultTiming: TimingValues = {
  latencyMilliseconds: 50,
  thinkMilliseconds: 0,
  lifetimeUnits: 900,
  /** RFC 3775 11.8: INITIAL_BINDACK_TIMEOUT 1 s where a binding exists, doubled up to MAX_BINDACK_TIMEOUT 32 s. */
  bindingUpdate: { name: 'T-BU', firstMilliseconds: 1000, factor: 2, capMilliseconds: 32_000 },
  /** RFC 4306 2.4 leaves the numbers open; these are the defaults of one open implementation. */
  ikeDelete: { name: 'T-IKE', firstMilliseconds: 4000, factor: 1.8, capMilliseconds: null },
  /** RFC 5846: 1 s, doubled up to 2 s (unconfirmed). */
  notification: { name: 'T-BRI', firstMilliseconds: 1000, factor: 2, capMilliseconds: 2000 },
};

/** A lifetime unit (RFC 3775 6.1.7), in milliseconds. */
export const LIFETIME_UNIT_MILLISECONDS = 4000;

/**
 * The wait after a transmission, in whole milliseconds.
 * @param transmission 1 for the first.
 * @throws {RangeError} if it is not a whole number of 1 or more: a bug in the caller.
 */
export function waitMilliseconds(backoff: Backoff, transmission: number): number {
  if (!Number.isInteger(transmission) || transmission < 1) throw new RangeError(`no transmission ${transmission}`);
  const grown = backoff.firstMilliseconds * backoff.factor ** (transmission - 1);
  return Math.round(Math.min(grown, backoff.capMilliseconds ?? grown));
}

/** The backoff of the request that a timer guards. @throws {RangeError} if no timer guards messages of that type. */
export function backoffOf(values: TimingValues, messageType: string): Backoff {
  switch (messageType) {
    case 'bindingUpdate':
      return values.bindingUpdate;
    case 'deleteRequest':
    case 'gatewayDeleteRequest':
      return values.ikeDelete;
    case 'bindingRevocationIndication':
    case 'detachNotification':
      return values.notification;
    default:
      throw new RangeError(`no timer guards ${messageType}`);
  }
}

/** What the virtual clock of a run needs. */
export function clockTiming(values: TimingValues = defaultTiming): Timing {
  return {
    latencyMilliseconds: values.latencyMilliseconds,
    thinkMilliseconds: values.thinkMilliseconds,
    timer: (name, transmission) => waitMilliseconds(backoffOf(values, name), Math.max(1, transmission)),
  };
}
