/**
 * The ledger: the counters that the model leaves out, after a step. Sequence numbers, Message IDs, times of sending.
 *
 * What is there at all (binding, SA, request outstanding) is the state's to say; the ledger says which number it has.
 */
import type { Connection, Parts } from '#detach/parts.ts';
import { ikeSaOwners } from '#detach/parts.ts';
import type { ConnectionFixture, Fixture, IkeFixture } from './fixture.ts';
import { connectionFixture, ikeFixture } from './fixture.ts';
import type { TimingValues } from './timing.ts';

export type Direction = 'toPdnGw' | 'toUe';

interface EspLedger {
  /** Sequence number of the next packet. */
  readonly next: number;
  /** The highest one that the receiver has accepted; 0 for none. */
  readonly highest: number;
}

export interface ConnectionLedger {
  readonly ue: {
    /** Of the last BU sent, 0..65535. */
    readonly lastSequenceNumber: number;
    /** In milliseconds; undefined where it was sent before the run. */
    readonly lastSentTime: number | undefined;
    /** Lifetime in the last BU, in units of 4 s. */
    readonly sentLifetimeUnits: number;
    /** The lifetime of the entry, and when it started to run, in milliseconds. */
    readonly lifetimeUnits: number;
    readonly lifetimeSince: number;
  };
  readonly pdnGw: {
    readonly lastAccepted: number;
    readonly lifetimeUnits: number;
    readonly lifetimeSince: number;
    readonly notificationTime: number;
  };
  readonly signalling: Readonly<Record<Direction, EspLedger>>;
  readonly payload: Readonly<Record<Direction, EspLedger>>;
}

export interface IkeEndLedger {
  /** Message ID of the next request that this end sends. */
  readonly nextRequest: number;
  /** Message ID of the next request that it expects. */
  readonly nextExpected: number;
  /** Of its last DELETE request, and when it was last sent. */
  readonly deleteId: number | undefined;
  readonly deleteTime: number;
  /** Of its other request (liveness check, CREATE_CHILD_SA). */
  readonly otherId: number | undefined;
  /** Of the last request that it answered. */
  readonly answeredId: number | undefined;
}

export interface IkeLedger {
  readonly ue: IkeEndLedger;
  readonly pdnGw: IkeEndLedger;
  /** The APN whose home address the PDN GW has for the peer, after a BU with lifetime 0 and K set; undefined: the care-of address. */
  readonly peerIsHomeOf: string | undefined;
}

export interface Ledger {
  readonly connections: Readonly<Record<string, ConnectionLedger>>;
  /** By the APN whose IKE SA it is. */
  readonly ikeSas: Readonly<Record<string, IkeLedger>>;
}

/** The ledger before the first step; `hasPayloadSa` says which connections start with a payload SA pair. */
export function startLedger(
  parts: Parts,
  fixture: Fixture,
  timing: TimingValues,
  hasPayloadSa: (connection: Connection) => boolean,
): Ledger {
  return {
    connections: Object.fromEntries(
      parts.connections.map((each) => [
        each.apn,
        startConnection(connectionFixture(fixture, each.apn), timing.lifetimeUnits, hasPayloadSa(each)),
      ]),
    ),
    ikeSas: Object.fromEntries(ikeSaOwners(parts).map((each) => [each.apn, startIke(ikeFixture(fixture, each.apn))])),
  };
}

/** What the ledger has for a PDN connection. @throws {RangeError} for an APN that it does not know. */
export function connectionLedger(ledger: Ledger, apn: string): ConnectionLedger {
  const found = ledger.connections[apn];
  if (found === undefined) throw new RangeError(`the ledger has no PDN connection ${apn}`);
  return found;
}

/** What the ledger has for an IKE SA. @throws {RangeError} for an APN that has none of its own. */
export function ikeLedger(ledger: Ledger, apn: string): IkeLedger {
  const found = ledger.ikeSas[apn];
  if (found === undefined) throw new RangeError(`the ledger has no IKE SA for ${apn}`);
  return found;
}

function startConnection(fixture: ConnectionFixture, lifetimeUnits: number, hasPayloadSa: boolean): ConnectionLedger {
  const { sequenceNumber } = fixture;
  return {
    ue: {
      lastSequenceNumber: sequenceNumber,
      lastSentTime: undefined,
      sentLifetimeUnits: lifetimeUnits,
      lifetimeUnits,
      lifetimeSince: 0,
    },
    pdnGw: { lastAccepted: sequenceNumber, lifetimeUnits, lifetimeSince: 0, notificationTime: 0 },
    signalling: startPair(fixture.signalling.toPdnGw.next, fixture.signalling.toUe.next),
    // A pair that is created during the run starts with 1 (RFC 4303 2.2).
    payload: hasPayloadSa ? startPair(fixture.payload.toPdnGw.next, fixture.payload.toUe.next) : startPair(1, 1),
  };
}

function startPair(toPdnGw: number, toUe: number): Readonly<Record<Direction, EspLedger>> {
  return { toPdnGw: { next: toPdnGw, highest: toPdnGw - 1 }, toUe: { next: toUe, highest: toUe - 1 } };
}

function startIke({ ueNext, pdnGwNext }: IkeFixture): IkeLedger {
  const end = (nextRequest: number, nextExpected: number): IkeEndLedger => ({
    nextRequest,
    nextExpected,
    deleteId: undefined,
    deleteTime: 0,
    otherId: undefined,
    answeredId: undefined,
  });
  return { ue: end(ueNext, pdnGwNext), pdnGw: end(pdnGwNext, ueNext), peerIsHomeOf: undefined };
}
