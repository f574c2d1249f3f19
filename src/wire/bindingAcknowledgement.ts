/**
 * Binding Acknowledgement: the Home Agent's answer to a Binding Update (RFC 6275 6.1.8).
 *
 * |                               |    Status     |K|R|P|T|B|S|D|r|
 * |          Sequence #           |           Lifetime            | options ...
 */
import { label } from './field.ts';
import { acknowledgementStatusName } from './mobilityCodes.ts';
import { type Flags, flag, flagField, flagsValue, readFlags } from './mobilityFlags.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const SOURCE = 'RFC 6275 6.1.8';

const FLAGS = flagField(SOURCE, 8, [
  flag('keyManagementMobility', 'K', 'Key Management Mobility Capability', 0x80, SOURCE),
  flag('mobileRouter', 'R', 'Mobile Router', 0x40, 'RFC 3963 4.2'),
  flag('proxyRegistration', 'P', 'Proxy Registration', 0x20, 'RFC 5213 8.2'),
  flag('tlvHeaderFormat', 'T', 'TLV-header format', 0x10, 'RFC 5845'),
  flag('bulkBindingUpdate', 'B', 'Bulk Binding Update', 0x08, 'RFC 6602'),
  flag('multicastSignaling', 'S', 'Multicast Signaling', 0x04, 'RFC 7161 (unconfirmed)'),
  flag('distributedMobility', 'D', 'Distributed Mobility Management', 0x02, 'RFC 8885 (unconfirmed)'),
]);

export type BindingAcknowledgementFlags = Flags<(typeof FLAGS.flags)[number]['key']>;

/** No flag set: to spread and add to. */
export const NO_BINDING_ACKNOWLEDGEMENT_FLAGS: BindingAcknowledgementFlags = {
  keyManagementMobility: false,
  mobileRouter: false,
  proxyRegistration: false,
  tlvHeaderFormat: false,
  bulkBindingUpdate: false,
  multicastSignaling: false,
  distributedMobility: false,
  reserved: 0,
};

export interface BindingAcknowledgement {
  readonly type: 'bindingAcknowledgement';
  /** 0..255; below 128 the Binding Update was accepted. In words: `acknowledgementStatusName`. */
  readonly status: number;
  readonly flags: BindingAcknowledgementFlags;
  /** Of the Binding Update it answers; with status 135 the last one that was accepted. */
  readonly sequenceNumber: number;
  /** In units of 4 s, 0..65535; without meaning from status 128 on. */
  readonly lifetimeUnits: number;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const STATUS = label('Status', SOURCE, { say: acknowledgementStatusName });
const SEQUENCE_NUMBER = label('Sequence #', SOURCE);
const LIFETIME = label('Lifetime', SOURCE, { say: (units) => `${4 * units} s`, unit: '4 s' });

/** Reads the message data up to the reader's end; left early where octets are missing. */
export function readBindingAcknowledgement(reader: Reader): BindingAcknowledgement {
  const { at } = reader;
  const status = reader.u8(STATUS);
  const flags = readFlags(reader, FLAGS);
  const sequenceNumber = reader.u16(SEQUENCE_NUMBER);
  const lifetimeUnits = reader.u16(LIFETIME);
  const options = readMobilityOptions(reader, at - 6);
  if (status < 128 && lifetimeUnits === 0 && options.some(({ type }) => type === 'bindingRefreshAdvice')) {
    const text =
      'Binding Refresh Advice with lifetime 0: it is left out of the answer to a de-registration (M-9, RFC 6275 10.3.2).';
    reader.note('warning', at + 4, text);
  }
  return { type: 'bindingAcknowledgement', status, flags, sequenceNumber, lifetimeUnits, options };
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeBindingAcknowledgement(writer: Writer, message: BindingAcknowledgement): void {
  writer.u8(message.status).u8(flagsValue(FLAGS, message.flags));
  writer.u16(message.sequenceNumber).u16(message.lifetimeUnits);
  writeMobilityOptions(writer, message.options);
}
