/**
 * Identification payloads: who the initiator and the responder are (RFC 5996 3.5).
 *
 * |   ID Type     |                 RESERVED                      |
 * |                   Identification Data                         |
 */
import { type Label, label, octetsLabel } from './field.ts';
import { IDENTIFICATION, IDENTIFICATION_TYPES, sayCode } from './ikeCodes.ts';
import { type GenericPayload, type Reserved, readOctets, readReserved, writeReserved } from './ikeGeneric.ts';
import { asciiText } from './ikeText.ts';
import { addressText } from './ipAddress.ts';
import { toHex } from './octets.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeIdentification extends GenericPayload, Reserved {
  readonly type: 'identificationInitiator' | 'identificationResponder';
  /** 0..255. */
  readonly idType: number;
  readonly data: Uint8Array;
}

const SOURCE = 'RFC 5996 3.5 (unconfirmed)';
const ID_TYPE = label('ID type', SOURCE, { say: sayCode(IDENTIFICATION_TYPES) });

/** The identity as a person writes it: a name or NAI as text, an address in its text form, anything else as hex digits. */
function identificationText(idType: number, data: Uint8Array): string {
  switch (idType) {
    case IDENTIFICATION.fqdn:
    case IDENTIFICATION.rfc822Address:
      return asciiText(data);
    case IDENTIFICATION.ipv4Address:
      return data.length === 4 ? addressText(data) : toHex(data);
    case IDENTIFICATION.ipv6Address:
      return data.length === 16 ? addressText(data) : toHex(data);
    default:
      return toHex(data);
  }
}

/** Reads the body; an address of the wrong length is noted as an error. */
export function readIdentification(
  reader: Reader,
  generic: GenericPayload,
  type: IkeIdentification['type'],
): IkeIdentification {
  const idType = reader.u8(ID_TYPE);
  const reserved = readReserved(reader, 3);
  const { at } = reader;
  const data = readOctets(reader, reader.left, dataLabel(idType));
  const expected = addressLength(idType);
  if (expected !== undefined && data.length !== expected) {
    reader.note('error', at, `The address has ${data.length} octets, not ${expected} (RFC 5996 3.5).`);
  }
  return { type, ...generic, ...reserved, idType, data };
}

function dataLabel(idType: number): Label<Uint8Array> {
  return octetsLabel('Identification data', SOURCE, { say: (data) => identificationText(idType, data) });
}

function addressLength(idType: number): number | undefined {
  if (idType === IDENTIFICATION.ipv4Address) return 4;
  return idType === IDENTIFICATION.ipv6Address ? 16 : undefined;
}

/** @throws {RangeError} if the type does not fit 8 bits. */
export function writeIdentification(writer: Writer, payload: IkeIdentification): void {
  writer.u8(payload.idType);
  writeReserved(writer, payload, 3);
  writer.octets(payload.data);
}
