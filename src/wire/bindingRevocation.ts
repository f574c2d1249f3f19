/**
 * Binding Revocation: the Home Agent takes a binding back, and the UE answers (RFC 5846 5.1, 5.2).
 *
 * |                               |   B.R. Type   | Trigger/Status |
 * |          Sequence #           |P|V|G|        Reserved         | options ...
 */
import { label } from './field.ts';
import { revocationStatusName, revocationTriggerName } from './mobilityCodes.ts';
import { type Flags, flag, flagField, flagsValue, readFlags } from './mobilityFlags.ts';
import { type MobilityOption, readMobilityOptions, writeMobilityOptions } from './mobilityOptions.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

const INDICATION = 'RFC 5846 5.1';
const ACKNOWLEDGEMENT = 'RFC 5846 5.2';

/** B.R. Type of each of the two; any other is not read further. */
export const REVOCATION_INDICATION = 1;
export const REVOCATION_ACKNOWLEDGEMENT = 2;

const INDICATION_FLAGS = revocationFlags(INDICATION);
const ACKNOWLEDGEMENT_FLAGS = revocationFlags(ACKNOWLEDGEMENT);

export type BindingRevocationFlags = Flags<(typeof INDICATION_FLAGS.flags)[number]['key']>;

/** No flag set, as on S2c (TS 24.303 A.6): to spread and add to. */
export const NO_BINDING_REVOCATION_FLAGS: BindingRevocationFlags = {
  proxyBinding: false,
  ipv4HomeAddressBindingOnly: false,
  global: false,
  reserved: 0,
};

export interface BindingRevocationIndication {
  readonly type: 'bindingRevocationIndication';
  /** 0..255: why; 1 on S2c. In words: `revocationTriggerName`. */
  readonly revocationTrigger: number;
  /** 0..65535; the answer is matched by it. */
  readonly sequenceNumber: number;
  readonly flags: BindingRevocationFlags;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

export interface BindingRevocationAcknowledgement {
  readonly type: 'bindingRevocationAcknowledgement';
  /** 0..255; below 128 the revocation was processed. In words: `revocationStatusName`. */
  readonly status: number;
  /** Copied from the indication, as the flags are. */
  readonly sequenceNumber: number;
  readonly flags: BindingRevocationFlags;
  /** In order, padding included. */
  readonly options: readonly MobilityOption[];
}

const TYPE = label('B.R. Type', 'RFC 5846 5', {
  say: (type) =>
    type === REVOCATION_INDICATION ? 'Binding Revocation Indication' : 'Binding Revocation Acknowledgement',
});
const TRIGGER = label('Revocation Trigger', INDICATION, { say: revocationTriggerName });
const STATUS = label('Status', ACKNOWLEDGEMENT, { say: revocationStatusName });
const INDICATION_SEQUENCE = label('Sequence #', INDICATION);
const ACKNOWLEDGEMENT_SEQUENCE = label('Sequence #', ACKNOWLEDGEMENT);

/** Reads the message data, whose B.R. Type is 1, up to the reader's end; left early where octets are missing. */
export function readBindingRevocationIndication(reader: Reader): BindingRevocationIndication {
  const { at } = reader;
  reader.u8(TYPE);
  const revocationTrigger = reader.u8(TRIGGER);
  const sequenceNumber = reader.u16(INDICATION_SEQUENCE);
  const flags = readFlags(reader, INDICATION_FLAGS);
  if (revocationTrigger >= 128 && revocationTrigger < 250 && !flags.global) {
    const text = `Trigger ${revocationTrigger} is for a global revocation, but G is clear (${INDICATION}).`;
    reader.note('warning', at + 1, text);
  }
  const options = readMobilityOptions(reader, at - 6);
  return { type: 'bindingRevocationIndication', revocationTrigger, sequenceNumber, flags, options };
}

/** Reads the message data, whose B.R. Type is 2, up to the reader's end; left early where octets are missing. */
export function readBindingRevocationAcknowledgement(reader: Reader): BindingRevocationAcknowledgement {
  const { at } = reader;
  reader.u8(TYPE);
  const status = reader.u8(STATUS);
  const sequenceNumber = reader.u16(ACKNOWLEDGEMENT_SEQUENCE);
  const flags = readFlags(reader, ACKNOWLEDGEMENT_FLAGS);
  const options = readMobilityOptions(reader, at - 6);
  return { type: 'bindingRevocationAcknowledgement', status, sequenceNumber, flags, options };
}

/** Writes the message data of either. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeBindingRevocation(
  writer: Writer,
  message: BindingRevocationIndication | BindingRevocationAcknowledgement,
): void {
  if (message.type === 'bindingRevocationIndication') {
    writer.u8(REVOCATION_INDICATION).u8(message.revocationTrigger);
  } else {
    writer.u8(REVOCATION_ACKNOWLEDGEMENT).u8(message.status);
  }
  writer.u16(message.sequenceNumber).u16(flagsValue(INDICATION_FLAGS, message.flags));
  writeMobilityOptions(writer, message.options);
}

function revocationFlags(source: string) {
  return flagField(source, 16, [
    flag('proxyBinding', 'P', 'Proxy Binding', 0x8000, source),
    flag('ipv4HomeAddressBindingOnly', 'V', 'IPv4 HoA Binding Only', 0x4000, source),
    flag('global', 'G', 'Global', 0x2000, source),
  ]);
}
