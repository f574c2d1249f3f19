/**
 * EAP payload: one EAP message (RFC 5996 3.16).
 *
 * |     Code      | Identifier    |           Length              |
 * |     Type      | Type_Data, both only in a Request or Response |
 */
import { label, octetsLabel } from './field.ts';
import { EAP_CODE, EAP_CODES, EAP_TYPES, sayCode } from './ikeCodes.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeEap extends GenericPayload {
  readonly type: 'eap';
  /** 1 Request, 2 Response, 3 Success, 4 Failure; 0..255. */
  readonly code: number;
  /** Pairs a Response with its Request, 0..255. */
  readonly identifier: number;
  /** 0..255; only in a Request or Response, and absent there too if nothing follows the length. */
  readonly eapType?: number;
  /** What follows the type, or the length where there is no type. */
  readonly data: Uint8Array;
  /** Octets after the end that the length gives; absent where there are none. */
  readonly rest?: Uint8Array;
}

const CODE = label('Code', 'RFC 5996 3.16 (unconfirmed)', { say: sayCode(EAP_CODES) });
const IDENTIFIER = label('Identifier', 'RFC 5996 3.16 (unconfirmed)');
const LENGTH = label('Length', 'RFC 5996 3.16 (unconfirmed)', { unit: 'octets' });
const TYPE = label('Type', 'RFC 5996 3.16 (unconfirmed)', { say: sayCode(EAP_TYPES) });
const DATA = octetsLabel('Type data', 'RFC 5996 3.16 (unconfirmed)');
const REST = octetsLabel('Octets after the EAP message', 'RFC 5996 3.16 (unconfirmed)');

const HEADER_LENGTH = 4;

/** Reads the body; an EAP length below 4 or beyond the payload is malformed. */
export function readEap(reader: Reader, generic: GenericPayload): IkeEap {
  const start = reader.at;
  const room = reader.left;
  const code = reader.u8(CODE);
  const identifier = reader.u8(IDENTIFIER);
  const length = reader.u16(LENGTH);
  if (length < HEADER_LENGTH || length > room) {
    reader.malformed(`The EAP length ${length} does not fit the ${room} octets of the payload.`, start + 2);
  }
  const typed = (code === EAP_CODE.request || code === EAP_CODE.response) && length > HEADER_LENGTH;
  const type = typed ? { eapType: reader.u8(TYPE) } : {};
  const data = readOctets(reader, start + length - reader.at, DATA);
  const rest = reader.left > 0 ? { rest: reader.rest(REST) } : {};
  if (room !== length) {
    reader.note(
      'error',
      start + 2,
      `The EAP length is ${length}, but the payload holds ${room} octets (RFC 5996 3.16).`,
    );
  }
  return { type: 'eap', ...generic, code, identifier, ...type, data, ...rest };
}

/** @throws {RangeError} if a number does not fit. */
export function writeEap(writer: Writer, payload: IkeEap): void {
  const typeLength = payload.eapType === undefined ? 0 : 1;
  writer
    .u8(payload.code)
    .u8(payload.identifier)
    .u16(HEADER_LENGTH + typeLength + payload.data.length);
  if (payload.eapType !== undefined) writer.u8(payload.eapType);
  writer.octets(payload.data);
  if (payload.rest !== undefined) writer.octets(payload.rest);
}
