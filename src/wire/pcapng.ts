/** Writes the pcapng file format (draft-ietf-opsawg-pcapng): one section, little endian, times in nanoseconds. */
import { encodeUtf8 } from './utf8.ts';

export interface PcapngInterface {
  readonly name: string;
  /** As registered for pcap: 229 is bare IPv6, 228 bare IPv4, 101 either of them, 1 Ethernet. */
  readonly linkType: number;
}

export interface PcapngPacket {
  /** Index in the list of interfaces. */
  readonly interface: number;
  /** Since 1970-01-01 UTC, 0 to 2^64 - 1. */
  readonly timeNanoseconds: bigint;
  readonly octets: Uint8Array;
  /** At most 65535 octets of UTF-8. */
  readonly comment?: string;
}

export interface PcapngContent {
  readonly interfaces: readonly PcapngInterface[];
  /** In the order of the file. */
  readonly packets: readonly PcapngPacket[];
}

interface Option {
  readonly code: number;
  readonly value: Uint8Array;
}

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const ENHANCED_PACKET = 6;
const OPTION_COMMENT = 1;
const OPTION_INTERFACE_NAME = 2;
const OPTION_TIME_RESOLUTION = 9;

/** The octets of the file. @throws {RangeError} on an interface that is not in the list, a time, link type or text that does not fit. */
export function writePcapng(content: PcapngContent): Uint8Array {
  const blocks = [sectionHeader(), ...content.interfaces.map(interfaceDescription)];
  for (const packet of content.packets) {
    if (content.interfaces[packet.interface] === undefined) throw new RangeError(`no interface ${packet.interface}`);
    blocks.push(enhancedPacket(packet));
  }
  const file = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    file.set(block, at);
    at += block.length;
  }
  return file;
}

function sectionHeader(): Uint8Array {
  return block(SECTION_HEADER, 16, [], (view) => {
    view.setUint32(0, 0x1a2b3c4d, true);
    view.setUint16(4, 1, true);
    // The section's length is left open, as every writer of streams does.
    view.setBigInt64(8, -1n, true);
  });
}

function interfaceDescription({ name, linkType }: PcapngInterface): Uint8Array {
  if (!Number.isInteger(linkType) || linkType < 0 || linkType > 0xffff)
    throw new RangeError(`no link type ${linkType}`);
  const options = [
    { code: OPTION_INTERFACE_NAME, value: encodeUtf8(name) },
    { code: OPTION_TIME_RESOLUTION, value: Uint8Array.of(9) },
  ];
  return block(INTERFACE_DESCRIPTION, 8, options, (view) => view.setUint16(0, linkType, true));
}

function enhancedPacket({ interface: index, timeNanoseconds, octets, comment }: PcapngPacket): Uint8Array {
  if (timeNanoseconds < 0n || timeNanoseconds > 0xffff_ffff_ffff_ffffn) throw new RangeError('the time does not fit');
  const options = comment === undefined ? [] : [{ code: OPTION_COMMENT, value: encodeUtf8(comment) }];
  return block(ENHANCED_PACKET, 20 + padded(octets.length), options, (view, body) => {
    view.setUint32(0, index, true);
    view.setUint32(4, Number(timeNanoseconds >> 32n), true);
    view.setUint32(8, Number(timeNanoseconds & 0xffff_ffffn), true);
    view.setUint32(12, octets.length, true);
    view.setUint32(16, octets.length, true);
    body.set(octets, 20);
  });
}

/** A block with `length` octets of body, a multiple of 4, filled in by `fill`, and the options after it. */
function block(
  type: number,
  length: number,
  options: readonly Option[],
  fill: (view: DataView, body: Uint8Array) => void,
): Uint8Array {
  const optionsLength = options.reduce((sum, { value }) => sum + 4 + padded(value.length), options.length > 0 ? 4 : 0);
  const total = 12 + length + optionsLength;
  const octets = new Uint8Array(total);
  const view = new DataView(octets.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, total, true);
  view.setUint32(total - 4, total, true);
  fill(new DataView(octets.buffer, 8, length), octets.subarray(8, 8 + length));
  let at = 8 + length;
  for (const { code, value } of options) {
    if (value.length > 0xffff) throw new RangeError('a text of a capture file has at most 65535 octets');
    view.setUint16(at, code, true);
    view.setUint16(at + 2, value.length, true);
    octets.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return octets;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
