/** Which message a Mobility Header carries: the union of all, and reading and writing of its message data by MH Type (RFC 6275 6.1). */
import {
  type BindingAcknowledgement,
  readBindingAcknowledgement,
  writeBindingAcknowledgement,
} from './bindingAcknowledgement.ts';
import { type BindingError, readBindingError, writeBindingError } from './bindingError.ts';
import {
  type BindingRefreshRequest,
  readBindingRefreshRequest,
  writeBindingRefreshRequest,
} from './bindingRefreshRequest.ts';
import {
  type BindingRevocationAcknowledgement,
  type BindingRevocationIndication,
  REVOCATION_ACKNOWLEDGEMENT,
  REVOCATION_INDICATION,
  readBindingRevocationAcknowledgement,
  readBindingRevocationIndication,
  writeBindingRevocation,
} from './bindingRevocation.ts';
import { type BindingUpdate, readBindingUpdate, writeBindingUpdate } from './bindingUpdate.ts';
import { octetsLabel } from './field.ts';
import { type HomeAgentSwitch, readHomeAgentSwitch, writeHomeAgentSwitch } from './homeAgentSwitch.ts';
import { mobilityMessageName } from './mobilityCodes.ts';
import type { Reader } from './reader.ts';
import { readTest, readTestInit, type Test, type TestInit, writeTest, writeTestInit } from './returnRoutability.ts';
import type { Writer } from './writer.ts';

/** A message that is not read further: an MH Type, or a B.R. Type, without a codec here. */
export interface UnknownMobilityMessage {
  readonly type: 'unknown';
  /** MH Type, 0..255. */
  readonly messageType: number;
  /** The message data, as received: at least 2 octets, 8n + 2 of them. */
  readonly data: Uint8Array;
}

export type MobilityMessage =
  | BindingRefreshRequest
  | TestInit<'homeTestInit'>
  | TestInit<'careOfTestInit'>
  | Test<'homeTest'>
  | Test<'careOfTest'>
  | BindingUpdate
  | BindingAcknowledgement
  | BindingError
  | HomeAgentSwitch
  | BindingRevocationIndication
  | BindingRevocationAcknowledgement
  | UnknownMobilityMessage;

const MESSAGE_TYPES = {
  bindingRefreshRequest: 0,
  homeTestInit: 1,
  careOfTestInit: 2,
  homeTest: 3,
  careOfTest: 4,
  bindingUpdate: 5,
  bindingAcknowledgement: 6,
  bindingError: 7,
  homeAgentSwitch: 12,
  bindingRevocationIndication: 16,
  bindingRevocationAcknowledgement: 16,
} as const satisfies Record<Exclude<MobilityMessage['type'], 'unknown'>, number>;

const MESSAGE_DATA = octetsLabel('Message Data', 'RFC 6275 6.1.1');

/** The MH Type, 0..255, that stands for the message. */
export function messageTypeOf(message: MobilityMessage): number {
  return message.type === 'unknown' ? message.messageType : MESSAGE_TYPES[message.type];
}

/**
 * Reads the message data up to the reader's end; left early where octets are missing.
 * @param length of the whole message data, more than the reader has if the octets are cut.
 * @param homeAddress that the packet gives, if it is known.
 */
export function readMobilityMessage(
  reader: Reader,
  messageType: number,
  length: number,
  homeAddress: Uint8Array | undefined,
): MobilityMessage {
  switch (messageType) {
    case MESSAGE_TYPES.bindingRefreshRequest:
      return readBindingRefreshRequest(reader);
    case MESSAGE_TYPES.homeTestInit:
      return readTestInit(reader, 'homeTestInit');
    case MESSAGE_TYPES.careOfTestInit:
      return readTestInit(reader, 'careOfTestInit');
    case MESSAGE_TYPES.homeTest:
      return readTest(reader, 'homeTest');
    case MESSAGE_TYPES.careOfTest:
      return readTest(reader, 'careOfTest');
    case MESSAGE_TYPES.bindingUpdate:
      return readBindingUpdate(reader, homeAddress);
    case MESSAGE_TYPES.bindingAcknowledgement:
      return readBindingAcknowledgement(reader);
    case MESSAGE_TYPES.bindingError:
      return readBindingError(reader);
    case MESSAGE_TYPES.homeAgentSwitch:
      return readHomeAgentSwitch(reader);
    case MESSAGE_TYPES.bindingRevocationIndication:
      return readBindingRevocation(reader, messageType, length);
    default:
      return readUnknown(reader, messageType, length);
  }
}

/** Writes the message data. @throws {RangeError} if a field does not fit its width: a bug in the caller. */
export function writeMobilityMessage(writer: Writer, message: MobilityMessage): void {
  switch (message.type) {
    case 'bindingRefreshRequest':
      writeBindingRefreshRequest(writer, message);
      break;
    case 'homeTestInit':
    case 'careOfTestInit':
      writeTestInit(writer, message);
      break;
    case 'homeTest':
    case 'careOfTest':
      writeTest(writer, message);
      break;
    case 'bindingUpdate':
      writeBindingUpdate(writer, message);
      break;
    case 'bindingAcknowledgement':
      writeBindingAcknowledgement(writer, message);
      break;
    case 'bindingError':
      writeBindingError(writer, message);
      break;
    case 'homeAgentSwitch':
      writeHomeAgentSwitch(writer, message);
      break;
    case 'bindingRevocationIndication':
    case 'bindingRevocationAcknowledgement':
      writeBindingRevocation(writer, message);
      break;
    case 'unknown':
      writer.octets(message.data);
      break;
    default:
      message satisfies never;
  }
}

function readBindingRevocation(reader: Reader, messageType: number, length: number): MobilityMessage {
  const revocationType = reader.left === 0 ? undefined : reader.octets[reader.at];
  if (revocationType === REVOCATION_INDICATION) return readBindingRevocationIndication(reader);
  if (revocationType === REVOCATION_ACKNOWLEDGEMENT) return readBindingRevocationAcknowledgement(reader);
  return readUnknown(reader, messageType, length);
}

function readUnknown(reader: Reader, messageType: number, length: number): UnknownMobilityMessage {
  const { at } = reader;
  const data = reader.take(length, MESSAGE_DATA);
  reader.note('note', at, `The message data of ${mobilityMessageName(messageType)} is kept without being read.`);
  return { type: 'unknown', messageType, data };
}
