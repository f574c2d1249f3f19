/** What a message is called: in short, in full, and by the one field that decides what it does. */
import type { MessageType } from '#detach/message.ts';
import type { MessageNumbers } from './message.ts';
import { LIFETIME_UNIT_MILLISECONDS } from './timing.ts';

interface Names {
  readonly short: string;
  readonly full: string;
}

const names: Record<MessageType, Names> = {
  bindingUpdate: { short: 'BU', full: 'Binding Update' },
  refreshBindingUpdate: { short: 'BU', full: 'Binding Update' },
  bindingAck: { short: 'BA', full: 'Binding Acknowledgement' },
  detachNotification: { short: 'Detach notification', full: 'Detach notification' },
  detachNotificationAck: {
    short: 'Acknowledgement',
    full: 'Acknowledgement of the detach notification',
  },
  bindingRevocationIndication: { short: 'BRI', full: 'Binding Revocation Indication' },
  bindingRevocationAck: { short: 'BRA', full: 'Binding Revocation Acknowledgement' },
  bindingError: { short: 'BE', full: 'Binding Error' },
  deleteRequest: { short: 'DELETE request', full: 'INFORMATIONAL request, DELETE' },
  deleteResponse: { short: 'DELETE response', full: 'INFORMATIONAL response' },
  gatewayDeleteRequest: { short: 'DELETE request', full: 'INFORMATIONAL request, DELETE' },
  gatewayDeleteResponse: { short: 'DELETE response', full: 'INFORMATIONAL response' },
  unprotectedNotify: { short: 'Notify', full: 'INFORMATIONAL response without protection, Notify' },
  livenessRequest: { short: 'Liveness check', full: 'INFORMATIONAL request, liveness check' },
  livenessResponse: { short: 'Liveness response', full: 'INFORMATIONAL response' },
  createChildSaRequest: { short: 'CREATE_CHILD_SA', full: 'CREATE_CHILD_SA request' },
  createChildSaResponse: { short: 'CREATE_CHILD_SA response', full: 'CREATE_CHILD_SA response' },
  payloadPacket: { short: 'User packet', full: 'User packet with the home address' },
};

/** "BU", "DELETE request". */
export function shortNameOf(type: MessageType): string {
  return names[type].short;
}

/** "Binding Update", "INFORMATIONAL request, DELETE". */
export function titleOf(type: MessageType): string {
  return names[type].full;
}

const notifyNames: Readonly<Record<number, string>> = {
  4: 'INVALID_IKE_SPI',
  7: 'INVALID_SYNTAX',
  43: 'TEMPORARY_FAILURE',
};

/** The field that decides: "lifetime 0", "status 133"; empty where there is none. */
export function decisiveOf(numbers: MessageNumbers): string {
  switch (numbers.type) {
    case 'bindingUpdate':
      return numbers.lifetimeUnits === 0
        ? 'lifetime 0'
        : `lifetime ${(numbers.lifetimeUnits * LIFETIME_UNIT_MILLISECONDS) / 1000} s`;
    case 'bindingAcknowledgement':
    case 'bindingRevocationAcknowledgement':
    case 'bindingError':
      return `status ${numbers.status}`;
    case 'bindingRevocationIndication':
      return numbers.ipv4Only ? `trigger ${numbers.trigger}, V` : `trigger ${numbers.trigger}`;
    case 'unnamed':
      return 'no named message (FFS)';
    case 'ike':
      return decisiveOfIke(numbers);
    case 'unprotectedNotify':
      return sayNotify(numbers.notify);
    case 'payloadPacket':
      return '';
    default:
      throw numbers satisfies never;
  }
}

function decisiveOfIke(numbers: Extract<MessageNumbers, { type: 'ike' }>): string {
  if (numbers.notify !== undefined) return sayNotify(numbers.notify);
  if (numbers.exchange === 'createChildSa') return numbers.response ? 'accepted' : 'payload SA';
  const [first] = numbers.deletes;
  if (first === undefined) return 'empty';
  return `Protocol ID ${first.protocolId}`;
}

function sayNotify(type: number): string {
  return notifyNames[type] ?? `Notify ${type}`;
}
