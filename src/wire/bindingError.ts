/**
 * Binding Error: a packet or a message could not be handled for want of a binding or of a known type (RFC 6275 6.1.9).
 *
 * |                               |    Status     |   Reserved    |
 * |                  Home Address (16 octets)                     | options ...
 */
import { label, octetsLabel } from './field.ts';
import { addressText } from './ipAddress.ts';
import { errorStatusName } from './mobilityCodes.ts';
import { noteReserved, sized } from './mobilityOption.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const SOURCE = 'RFC 6275 6.1.9';

export interface BindingError {
  readonly type: 'bindingError';
  /** 1: no binding for the home address; 2: unrecognized MH Type; 0..255 are kept. */
  readonly status: number;
  /** 8 bits, 0 in what we send. */
  readonly reserved: number;
  /** 16 octets, from the Home Address option of what drew it; all zero if that had none. */
  readonly homeAddress: Uint8Array;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const STATUS = label('Status', SOURCE, { say: (status) => errorStatusName(status) ?? `unknown status ${status}` });
const RESERVED = label('Reserved', SOURCE);
const HOME_ADDRESS = octetsLabel('Home Address', SOURCE, { say: addressText });

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readBindingError(reader: Reader): BindingError {
  const { at } = reader;
  const status = reader.u8(STATUS);
  if (errorStatusName(status) === undefined) {
    reader.note('warning', at, `Status ${status} of a Binding Error is not known (${SOURCE}).`);
  }
  const reserved = reader.u8(RESERVED);
  noteReserved(reader, at + 1, 'The reserved octet', reserved, SOURCE);
  const homeAddress = reader.take(16, HOME_ADDRESS);
  return { type: 'bindingError', status, reserved, homeAddress, options: readMobilityOptions(reader, at - 6) };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeBindingError(writer: Writer, message: BindingError): void {
  writer.u8(message.status).u8(message.reserved).octets(sized(message.homeAddress, 16));
  writeMobilityOptions(writer, message.options);
}
