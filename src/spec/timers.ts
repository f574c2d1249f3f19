/** Timers and limits with their default values in milliseconds. How often a request is repeated in a run is the reading's choice. */
import type { BasisId } from './basis.ts';

/** How long a requester waits after each of its transmissions. */
export interface Backoff {
  readonly name: string;
  readonly owner: 'ue' | 'pdnGw';
  /** The wait after the first transmission. */
  readonly firstMilliseconds: number;
  /** Each further wait is this many times the one before. */
  readonly factor: number;
  /** No wait is longer than this; null: no limit. */
  readonly capMilliseconds: number | null;
  /** Transmissions after the first that the source has; null: it sets no limit. */
  readonly sourceRetransmissions: number | null;
  readonly basis: BasisId;
}

/** The T-BU, T-IKE and T-BRI of the UE and the PDN GW. */
export const backoffs = {
  bindingUpdate: {
    name: 'T-BU',
    owner: 'ue',
    firstMilliseconds: 1000,
    factor: 2,
    capMilliseconds: 32_000,
    sourceRetransmissions: null,
    basis: 'M-18',
  },
  ikeDelete: {
    name: 'T-IKE',
    owner: 'ue',
    firstMilliseconds: 4000,
    factor: 1.8,
    capMilliseconds: null,
    sourceRetransmissions: 5,
    basis: 'L-6',
  },
  notification: {
    name: 'T-BRI',
    owner: 'pdnGw',
    firstMilliseconds: 1000,
    factor: 2,
    capMilliseconds: 2000,
    sourceRetransmissions: 1,
    basis: 'B-1',
  },
} as const satisfies Readonly<Record<string, Backoff>>;

export interface Period {
  readonly name: string;
  readonly owner: 'ue' | 'pdnGw' | 'both';
  readonly milliseconds: number;
  /** The basis; null for what the session's fixture or RFC 5555 sets, which no rule rests on. */
  readonly basis: BasisId | null;
  readonly text: string;
}

export const periods = {
  firstRegistration: {
    name: 'InitialBindackTimeoutFirstReg',
    owner: 'ue',
    milliseconds: 1500,
    basis: 'M-17',
    text: 'The first wait of a first registration, which a detach never uses.',
  },
  lifetimeUnit: {
    name: 'lifetime unit',
    owner: 'both',
    milliseconds: 4000,
    basis: 'M-1',
    text: 'The unit in which lifetimes of bindings are counted.',
  },
  bindingLifetime: {
    name: 'binding lifetime',
    owner: 'both',
    milliseconds: 3_600_000,
    basis: null,
    text: 'The lifetime of the binding in the default session, 900 units.',
  },
  longestBindingLifetime: {
    name: 'longest binding lifetime',
    owner: 'both',
    milliseconds: 262_140_000,
    basis: 'M-1',
    text: 'The longest lifetime that 16 bits can say, 65535 units or 72.8 hours.',
  },
  natRefresh: {
    name: 'NAT refresh',
    owner: 'ue',
    milliseconds: 110_000,
    basis: null,
    text: 'The time between two keepalives behind a NAT, which RFC 5555 recommends.',
  },
  orphan: {
    name: 'T-ORPHAN',
    owner: 'pdnGw',
    milliseconds: 60_000,
    basis: 'L-7',
    text: 'The time after which the PDN GW asks whether a UE that sent no DELETE is alive.',
  },
  zombie: {
    name: 'T-ZOMBIE',
    owner: 'pdnGw',
    milliseconds: 240_000,
    basis: 'L-10',
    text: 'The time for which the PDN GW remembers its DELETE response, longer than the UE repeats its request.',
  },
} as const satisfies Readonly<Record<string, Period>>;

/**
 * The wait after a transmission, in whole milliseconds.
 * @param transmission 1 for the first one.
 * @throws {RangeError} if it is not a whole number of at least 1: a bug in the caller.
 */
export function waitMilliseconds(backoff: Backoff, transmission: number): number {
  if (!Number.isInteger(transmission) || transmission < 1) throw new RangeError(`no transmission ${transmission}`);
  const grown = backoff.firstMilliseconds * backoff.factor ** (transmission - 1);
  return Math.round(Math.min(grown, backoff.capMilliseconds ?? grown));
}
