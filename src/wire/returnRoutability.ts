/**
 * The four messages of the return routability procedure, by which a correspondent node learns that the mobile node is
 * where it says (RFC 6275 6.1.3 to 6.1.6). They do not occur on S2c, but in captures beside it.
 *
 * Home Test Init, Care-of Test Init:  | Reserved (16) | Init Cookie (64) | options ...
 * Home Test, Care-of Test:            | Nonce Index (16) | Init Cookie (64) | Keygen Token (64) | options ...
 */
import { label, octetsLabel } from './field.ts';
import { noteReserved, sized } from './mobilityOption.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface TestInit<Type extends 'homeTestInit' | 'careOfTestInit' = 'homeTestInit' | 'careOfTestInit'> {
  readonly type: Type;
  /** 16 bits, 0 in what is sent. */
  readonly reserved: number;
  /** 8 octets, returned in the answer. */
  readonly initCookie: Uint8Array;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

export interface Test<Type extends 'homeTest' | 'careOfTest' = 'homeTest' | 'careOfTest'> {
  readonly type: Type;
  /** 0..65535, to be given back in a Nonce Indices option. */
  readonly nonceIndex: number;
  /** 8 octets, from the message that it answers. */
  readonly initCookie: Uint8Array;
  /** 8 octets, half of the binding management key's input. */
  readonly keygenToken: Uint8Array;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const INIT_LABELS = {
  homeTestInit: initLabels('Home', 'RFC 6275 6.1.3'),
  careOfTestInit: initLabels('Care-of', 'RFC 6275 6.1.4'),
};
const TEST_LABELS = {
  homeTest: testLabels('Home', 'RFC 6275 6.1.5'),
  careOfTest: testLabels('Care-of', 'RFC 6275 6.1.6'),
};

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readTestInit<Type extends TestInit['type']>(reader: Reader, type: Type): TestInit<Type> {
  const labels = INIT_LABELS[type];
  const { at } = reader;
  const reserved = reader.u16(labels.reserved);
  noteReserved(reader, at, 'The reserved field', reserved, labels.reserved.source);
  const initCookie = reader.take(8, labels.initCookie);
  return { type, reserved, initCookie, options: readMobilityOptions(reader, at - 6) };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeTestInit(writer: Writer, message: TestInit): void {
  writer.u16(message.reserved).octets(sized(message.initCookie, 8));
  writeMobilityOptions(writer, message.options);
}

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readTest<Type extends Test['type']>(reader: Reader, type: Type): Test<Type> {
  const labels = TEST_LABELS[type];
  const { at } = reader;
  const nonceIndex = reader.u16(labels.nonceIndex);
  const initCookie = reader.take(8, labels.initCookie);
  const keygenToken = reader.take(8, labels.keygenToken);
  return { type, nonceIndex, initCookie, keygenToken, options: readMobilityOptions(reader, at - 6) };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeTest(writer: Writer, message: Test): void {
  writer.u16(message.nonceIndex).octets(sized(message.initCookie, 8)).octets(sized(message.keygenToken, 8));
  writeMobilityOptions(writer, message.options);
}

function initLabels(which: string, source: string) {
  return { reserved: label('Reserved', source), initCookie: octetsLabel(`${which} Init Cookie`, source) };
}

function testLabels(which: string, source: string) {
  return {
    nonceIndex: label(`${which} Nonce Index`, source),
    initCookie: octetsLabel(`${which} Init Cookie`, source),
    keygenToken: octetsLabel(`${which} Keygen Token`, source),
  };
}
