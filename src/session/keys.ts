/**
 * The keys of a session's IKE SAs and ESP SAs, derived as both ends derive them (RFC 5996 2.13 to 2.17).
 *
 * Nonces and Diffie-Hellman secrets are fixed, so that the same run has the same octets: of the first PDN connection those
 * of the worked examples, of others a hash of what they are for. Nothing here guards anybody's secret.
 */
import type { Connection, Parts } from '#detach/parts.ts';

import { ikeKeysOf, ikeProtectionOf, keymatOf, prf } from '#wire/ikeKeys.ts';
import { equalOctets } from '#wire/octets.ts';
import type { Opener } from '#wire/packetLayers.ts';
import type { EspKeys, EspSuite, IkeKeys } from '#wire/suites.ts';
import { aesCbcSha1, aesCbcSha256, aesGcm16 } from '#wire/suites.ts';
import { addressOctets } from './addressOctets.ts';
import type { Fixture } from './fixture.ts';
import { connectionFixture, ikeFixture } from './fixture.ts';
import type { Direction } from './ledger.ts';
import type { Suite } from './options.ts';
import type { Session } from './session.ts';

/** Algorithms of the IKE SA and of the ESP SAs alike, by session option. */
const suiteOf: Readonly<Record<Suite, EspSuite>> = { aesGcm16, aesCbcSha1, aesCbcSha256 };

type EspPairName = 'signalling' | 'payload';

export interface IkeSaSecrets {
  /** The APN whose IKE SA it is. */
  readonly apn: string;
  readonly initiatorSpi: bigint;
  readonly responderSpi: bigint;
  readonly keys: IkeKeys;
}

/** One direction of a pair of ESP SAs. */
export interface EspSaSecrets {
  readonly apn: string;
  readonly pair: EspPairName;
  readonly direction: Direction;
  readonly spi: number;
  readonly keys: EspKeys;
}

export interface SessionKeys {
  readonly suite: EspSuite;
  readonly ikeSas: readonly IkeSaSecrets[];
  readonly espSas: readonly EspSaSecrets[];
  /** The nonces of the CREATE_CHILD_SA exchange that makes the payload pair, by APN. */
  readonly payloadNonces: Readonly<Record<string, Nonces>>;
}

interface Nonces {
  /** 32 octets. */
  readonly initiator: Uint8Array;
  readonly responder: Uint8Array;
}

const kept = new WeakMap<Fixture, Map<string, SessionKeys>>();

/** The keys of a session; derived once for all sessions of a run that grows. */
export function keysOf({ fixture, options, parts }: Pick<Session, 'fixture' | 'options' | 'parts'>): SessionKeys {
  const ofFixture = kept.get(fixture) ?? new Map<string, SessionKeys>();
  kept.set(fixture, ofFixture);
  const name = [options.suite, ...parts.connections.map((each) => `${each.apn} over ${each.ikeApn}`)].join(', ');
  const known = ofFixture.get(name) ?? derive(fixture, suiteOf[options.suite], parts);
  ofFixture.set(name, known);
  return known;
}

/** The keys of the ESP SA with an SPI. @throws {RangeError} if there is none: a bug in the caller. */
export function espSecrets(keys: SessionKeys, spi: number): EspSaSecrets {
  const found = keys.espSas.find((each) => each.spi === spi);
  if (found === undefined) throw new RangeError(`no ESP SA has the SPI ${spi}`);
  return found;
}

/**
 * A keyring with all keys of a session. It asks for the right receiver too, because a packet under the SPI of the one
 * direction and sent in the other belongs to no SA.
 */
export function openerOf(session: Pick<Session, 'fixture' | 'options' | 'parts'>): Opener {
  const keys = keysOf(session);
  const { homeAgentAddress, homeAgentIpv4Address } = session.fixture;
  const pdnGw = [homeAgentAddress, homeAgentIpv4Address].map(addressOctets);
  return {
    esp: (spi, _source, destination) => {
      const direction = pdnGw.some((each) => equalOctets(each, destination)) ? 'toPdnGw' : 'toUe';
      return keys.espSas.find((each) => each.spi === spi && each.direction === direction)?.keys;
    },
    ike: (initiatorSpi, responderSpi) =>
      keys.ikeSas.find((each) => each.initiatorSpi === initiatorSpi && each.responderSpi === responderSpi)?.keys,
  };
}

function derive(fixture: Fixture, suite: EspSuite, parts: Parts): SessionKeys {
  const ikeSas: IkeSaSecrets[] = [];
  const espSas: EspSaSecrets[] = [];
  const payloadNonces: Record<string, Nonces> = {};
  const skDs = new Map<string, Uint8Array>();
  for (const connection of parts.connections) {
    const { apn, ikeApn } = connection;
    let skD = skDs.get(ikeApn);
    if (skD === undefined) {
      const { initiatorSpi, responderSpi } = ikeFixture(fixture, ikeApn);
      const { initiator: ni, responder: nr } = initialNonces(fixture, ikeApn);
      const keys = ikeKeysOf({ ni, nr, secret: sharedSecret(fixture, ikeApn), initiatorSpi, responderSpi, suite });
      skD = keys.skD;
      skDs.set(ikeApn, skD);
      ikeSas.push({ apn: ikeApn, initiatorSpi, responderSpi, keys: ikeProtectionOf(suite, keys) });
    }
    const payload = noncesOf(`CREATE_CHILD_SA payload ${apn}`);
    payloadNonces[apn] = payload;
    espSas.push(
      ...pairOf(fixture, connection, 'signalling', skD, signallingNonces(fixture, connection), suite),
      ...pairOf(fixture, connection, 'payload', skD, payload, suite),
    );
  }
  return { suite, ikeSas, espSas, payloadNonces };
}

/**
 * The pair of an APN: the UE's direction first, which is right for every exchange that the UE started, IKE_AUTH among them.
 * The one CREATE_CHILD_SA of a run is the PDN GW's: there the PDN GW is the initiator.
 */
function pairOf(
  fixture: Fixture,
  connection: Connection,
  pair: EspPairName,
  skD: Uint8Array,
  nonces: Nonces,
  suite: EspSuite,
): readonly EspSaSecrets[] {
  const made = keymatOf({ skD, ni: nonces.initiator, nr: nonces.responder, prf: suite.prf, suite });
  const byUe = pair === 'signalling';
  const spis = connectionFixture(fixture, connection.apn)[pair];
  const secrets = (direction: Direction, keys: EspKeys) => {
    return { apn: connection.apn, pair, direction, spi: spis[direction].spi, keys };
  };
  return [
    secrets('toPdnGw', byUe ? made.initiatorToResponder : made.responderToInitiator),
    secrets('toUe', byUe ? made.responderToInitiator : made.initiatorToResponder),
  ];
}

/** Of IKE_SA_INIT for the first Child SA of an IKE SA; of a CREATE_CHILD_SA for another connection's over the same one. */
function signallingNonces(fixture: Fixture, { apn, ikeApn }: Connection): Nonces {
  return apn === ikeApn ? initialNonces(fixture, ikeApn) : noncesOf(`CREATE_CHILD_SA signalling ${apn}`);
}

function initialNonces(fixture: Fixture, apn: string): Nonces {
  return isFirst(fixture, apn) ? { initiator: run(0x00), responder: run(0x80) } : noncesOf(`IKE_SA_INIT ${apn}`);
}

function sharedSecret(fixture: Fixture, apn: string): Uint8Array {
  return isFirst(fixture, apn) ? run(0x40) : madeUp(`g^ir ${apn}`);
}

function isFirst(fixture: Fixture, apn: string): boolean {
  return fixture.connections[0]?.apn === apn;
}

function noncesOf(purpose: string): Nonces {
  return { initiator: madeUp(`Ni ${purpose}`), responder: madeUp(`Nr ${purpose}`) };
}

/** 32 octets that count up. */
function run(from: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => from + at);
}

/** 32 octets for a purpose: always the same. */
function madeUp(purpose: string): Uint8Array {
  return prf('sha256', new Uint8Array(0), asciiOctets(purpose));
}

function asciiOctets(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
