/**
 * Binding Update: the UE tells its Home Agent where it is; with lifetime 0, that the binding is to go (RFC 6275 6.1.7).
 *
 * |                               |          Sequence #           |
 * |A|H|L|K|M|R|P|F|T|B|S|D| Res.  |           Lifetime            | options ...
 */
import { label } from './field.ts';
import { type Flags, flag, flagField, flagsValue, readFlags } from './mobilityFlags.ts';
import { type MobilityOption, optionLength, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import { equalOctets } from './octets.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const SOURCE = 'RFC 6275 6.1.7';

const FLAGS = flagField(SOURCE, 16, [
  flag('acknowledge', 'A', 'Acknowledge', 0x8000, SOURCE),
  flag('homeRegistration', 'H', 'Home Registration', 0x4000, SOURCE),
  flag('linkLocalAddressCompatibility', 'L', 'Link-Local Address Compatibility', 0x2000, SOURCE),
  flag('keyManagementMobility', 'K', 'Key Management Mobility Capability', 0x1000, SOURCE),
  flag('mapRegistration', 'M', 'MAP Registration', 0x0800, 'RFC 4140'),
  flag('mobileRouter', 'R', 'Mobile Router', 0x0400, 'RFC 3963 4.1'),
  flag('proxyRegistration', 'P', 'Proxy Registration', 0x0200, 'RFC 5213 8.1'),
  flag('forceUdpEncapsulation', 'F', 'Forcing UDP encapsulation', 0x0100, 'RFC 5555 3.1.3'),
  flag('tlvHeaderFormat', 'T', 'TLV-header format', 0x0080, 'RFC 5845'),
  flag('bulkBindingUpdate', 'B', 'Bulk Binding Update', 0x0040, 'RFC 6602'),
  flag('multicastSignaling', 'S', 'Multicast Signaling', 0x0020, 'RFC 7161 (unconfirmed)'),
  flag('distributedMobility', 'D', 'Distributed Mobility Management', 0x0010, 'RFC 8885 (unconfirmed)'),
]);

export type BindingUpdateFlags = Flags<(typeof FLAGS.flags)[number]['key']>;

/** No flag set: to spread and add to. */
export const NO_BINDING_UPDATE_FLAGS: BindingUpdateFlags = {
  acknowledge: false,
  homeRegistration: false,
  linkLocalAddressCompatibility: false,
  keyManagementMobility: false,
  mapRegistration: false,
  mobileRouter: false,
  proxyRegistration: false,
  forceUdpEncapsulation: false,
  tlvHeaderFormat: false,
  bulkBindingUpdate: false,
  multicastSignaling: false,
  distributedMobility: false,
  reserved: 0,
};

export interface BindingUpdate {
  readonly type: 'bindingUpdate';
  /** Sequence #, 0..65535, compared modulo 2^16 (RFC 6275 9.5.1). */
  readonly sequenceNumber: number;
  readonly flags: BindingUpdateFlags;
  /** In units of 4 s, 0..65535; 0 asks for the binding to be deleted. */
  readonly lifetimeUnits: number;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const SEQUENCE_NUMBER = label('Sequence #', SOURCE);
const LIFETIME = label('Lifetime', SOURCE, {
  say: (units) => (units === 0 ? '0, delete the binding' : `${4 * units} s`),
  unit: '4 s',
});

const ALTERNATE_IS_HOME =
  'The Alternate Care-of Address is the home address, as RFC 3775 6.1.7 asks of a de-registration; TS 24.303 Table A.5.1-2 ' +
  'puts the care-of address there (M-1, H-15).';

/**
 * Reads the message data up to the reader's end; left early where octets are missing.
 * @param homeAddress that the packet gives, if it is known: for the remark on the Alternate Care-of Address.
 */
export function readBindingUpdate(reader: Reader, homeAddress?: Uint8Array): BindingUpdate {
  const { at } = reader;
  const sequenceNumber = reader.u16(SEQUENCE_NUMBER);
  const flags = readFlags(reader, FLAGS);
  const lifetimeUnits = reader.u16(LIFETIME);
  const options = readMobilityOptions(reader, at - 6);
  const message: BindingUpdate = { type: 'bindingUpdate', sequenceNumber, flags, lifetimeUnits, options };
  noteUnusual(reader, at, message, homeAddress);
  return message;
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeBindingUpdate(writer: Writer, message: BindingUpdate): void {
  writer.u16(message.sequenceNumber).u16(flagsValue(FLAGS, message.flags)).u16(message.lifetimeUnits);
  writeMobilityOptions(writer, message.options);
}

function noteUnusual(reader: Reader, at: number, message: BindingUpdate, homeAddress?: Uint8Array): void {
  const { flags, lifetimeUnits, options } = message;
  if (flags.homeRegistration && !flags.acknowledge) {
    reader.note('warning', at + 2, 'A is clear; a Binding Update to a Home Agent has it set (M-3, RFC 6275 11.7.1).');
  }
  if (lifetimeUnits !== 0) return;
  if (flags.mobileRouter) {
    const text =
      'R is set in a de-registration: TS 24.303 Table A.3.1-1 sets it when registering, Table A.5.1-1 has no row for it, ' +
      'and a value unlike the registered one may draw status 139 (H-16).';
    reader.note('note', at + 2, text);
  }
  let optionAt = at + 6;
  for (const option of options) {
    if (option.type === 'alternateCareOfAddress' && homeAddress !== undefined) {
      if (equalOctets(option.address, homeAddress)) reader.note('note', optionAt, ALTERNATE_IS_HOME);
    }
    optionAt += optionLength(option);
  }
}
