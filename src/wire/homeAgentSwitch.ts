/**
 * Home Agent Switch: the Home Agent asks the mobile node to go to another one (RFC 5142; its meaning unconfirmed).
 *
 * |                               | # of Addresses |   Reserved   |
 * |          Home Agent Addresses (16 octets each)                | options ...
 */
import { label, octetsLabel } from './field.ts';
import { addressText } from './ipAddress.ts';
import { noteReserved, sized } from './mobilityOption.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const SOURCE = 'RFC 5142 4 (unconfirmed)';

export interface HomeAgentSwitch {
  readonly type: 'homeAgentSwitch';
  /** 8 bits, 0 in what we send. */
  readonly reserved: number;
  /** 0..255 addresses of 16 octets each. */
  readonly homeAgentAddresses: readonly Uint8Array[];
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const COUNT = label('# of Addresses', SOURCE);
const RESERVED = label('Reserved', SOURCE);
const ADDRESS = octetsLabel('Home Agent Address', SOURCE, { say: addressText });

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readHomeAgentSwitch(reader: Reader): HomeAgentSwitch {
  const { at } = reader;
  const count = reader.u8(COUNT);
  const reserved = reader.u8(RESERVED);
  noteReserved(reader, at + 1, 'The reserved octet', reserved, SOURCE);
  const homeAgentAddresses: Uint8Array[] = [];
  while (homeAgentAddresses.length < count) homeAgentAddresses.push(reader.take(16, ADDRESS));
  return { type: 'homeAgentSwitch', reserved, homeAgentAddresses, options: readMobilityOptions(reader, at - 6) };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeHomeAgentSwitch(writer: Writer, message: HomeAgentSwitch): void {
  writer.u8(message.homeAgentAddresses.length).u8(message.reserved);
  for (const address of message.homeAgentAddresses) writer.octets(sized(address, 16));
  writeMobilityOptions(writer, message.options);
}
