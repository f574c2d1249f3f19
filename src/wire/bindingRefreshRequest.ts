/**
 * Binding Refresh Request: whoever holds a binding asks the mobile node to update it (RFC 6275 6.1.2).
 *
 * |                               |           Reserved            | options ...
 */
import { label } from './field.ts';
import { noteReserved } from './mobilityOption.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const SOURCE = 'RFC 6275 6.1.2';

export interface BindingRefreshRequest {
  readonly type: 'bindingRefreshRequest';
  /** 16 bits, 0 in what we send. */
  readonly reserved: number;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const RESERVED = label('Reserved', SOURCE);

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readBindingRefreshRequest(reader: Reader): BindingRefreshRequest {
  const { at } = reader;
  const reserved = reader.u16(RESERVED);
  noteReserved(reader, at, 'The reserved field', reserved, SOURCE);
  return { type: 'bindingRefreshRequest', reserved, options: readMobilityOptions(reader, at - 6) };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeBindingRefreshRequest(writer: Writer, message: BindingRefreshRequest): void {
  writer.u16(message.reserved);
  writeMobilityOptions(writer, message.options);
}
