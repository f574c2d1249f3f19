/**
 * Routing header (RFC 8200 4.4); type 2 carries the home address of a Binding Acknowledgement (RFC 6275 6.4).
 *
 * |  Next Header  | Hdr Ext Len=2 | Routing Type=2|Segments Left=1|
 * |                           Reserved                            |
 * |                        Home Address (16)                      |
 */
import { decoder } from './decoded.ts';
import { label, octetsLabel } from './field.ts';
import { ipv6Label } from './ipAddress.ts';
import { protocolName } from './ipProtocol.ts';
import { Writer } from './writer.ts';

export type RoutingHeader = {
  readonly nextHeader: number;
  /** 1 in a type 2 header as sent, 0..255. */
  readonly segmentsLeft: number;
} & (
  | {
      readonly type: 'type2';
      /** 0 in what we send. */
      readonly reserved: number;
      /** 16 octets. */
      readonly homeAddress: Uint8Array;
    }
  /** Another routing type, or type 2 of a length that it must not have; `data` makes it a multiple of 8 octets. */
  | { readonly type: 'other'; readonly routingType: number; readonly data: Uint8Array }
);

const SOURCE = 'RFC 8200 4.4';
const TYPE_2_SOURCE = 'RFC 6275 6.4.1';
const NEXT_HEADER = label('Next Header', SOURCE, { say: protocolName });
const LENGTH = label('Header Extension Length', SOURCE, {
  say: (value) => `${value}, that is ${8 * (value + 1)} octets`,
});
const ROUTING_TYPE = label('Routing Type', SOURCE, {
  say: (value) => (value === 2 ? '2, home address' : String(value)),
});
const SEGMENTS_LEFT = label('Segments Left', SOURCE);
const RESERVED = label('Reserved', TYPE_2_SOURCE);
const HOME_ADDRESS = ipv6Label('Home Address', TYPE_2_SOURCE);
const DATA = octetsLabel('Type-specific data', SOURCE);

/** Reads the header; a type 2 header that its receiver would discard is kept, with a note of grade `error`. */
export const decodeRoutingHeader = decoder<RoutingHeader>((reader, draft) => {
  const start = reader.at;
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const length = reader.u8(LENGTH);
  const routingType = reader.u8(ROUTING_TYPE);
  const segmentsLeft = reader.u8(SEGMENTS_LEFT);
  draft.segmentsLeft = segmentsLeft;
  if (routingType === 2 && segmentsLeft !== 1) {
    reader.note('error', start + 3, `Segments Left is 1 in a type 2 header, not ${segmentsLeft} (${TYPE_2_SOURCE}).`);
  }
  if (routingType !== 2 || length !== 2) {
    if (routingType === 2) {
      reader.note('error', start + 1, `Hdr Ext Len is 2 in a type 2 header, not ${length} (${TYPE_2_SOURCE}).`);
    }
    const data = reader.take(8 * length + 4, DATA);
    return { type: 'other', nextHeader, routingType, segmentsLeft, data };
  }
  const reserved = reader.u32(RESERVED);
  if (reserved !== 0) reader.note('note', start + 4, `The reserved octets are not zero (${TYPE_2_SOURCE}).`);
  const homeAddress = reader.take(16, HOME_ADDRESS);
  return { type: 'type2', nextHeader, segmentsLeft, reserved, homeAddress };
});

/** @throws {RangeError} if a value does not fit, or the data are no multiple of 8 octets and 4. */
export function encodeRoutingHeader(header: RoutingHeader): Uint8Array {
  const { nextHeader, segmentsLeft } = header;
  const writer = new Writer().u8(nextHeader);
  if (header.type === 'type2') {
    if (header.homeAddress.length !== 16) throw new RangeError('a home address has 16 octets');
    return writer.u8(2).u8(2).u8(segmentsLeft).u32(header.reserved).octets(header.homeAddress).done();
  }
  const { routingType, data } = header;
  if (data.length % 8 !== 4) throw new RangeError(`type-specific data of ${data.length} octets`);
  return writer
    .u8((data.length - 4) / 8)
    .u8(routingType)
    .u8(segmentsLeft)
    .octets(data)
    .done();
}
