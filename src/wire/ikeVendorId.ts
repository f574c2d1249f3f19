/** Vendor ID payload: octets that one vendor's implementations know each other by (RFC 5996 3.12). */
import { octetsLabel } from './field.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeVendorId extends GenericPayload {
  readonly type: 'vendorId';
  readonly vendorId: Uint8Array;
}

const VENDOR_ID = octetsLabel('Vendor ID', 'RFC 5996 3.12 (unconfirmed)');

export function readVendorId(reader: Reader, generic: GenericPayload): IkeVendorId {
  return { type: 'vendorId', ...generic, vendorId: readOctets(reader, reader.left, VENDOR_ID) };
}

export function writeVendorId(writer: Writer, payload: IkeVendorId): void {
  writer.octets(payload.vendorId);
}
