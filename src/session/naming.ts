/** What a message is called: in short, in full, and by the one field that decides what it does. */
import type { MessageType } from '#detach/message.ts';
import { messageNames } from '#detach/messageNames.ts';
import type { MessageNumbers } from './message.ts';
import { LIFETIME_UNIT_MILLISECONDS } from './timing.ts';

/** "BU", "DELETE request". */
export function shortNameOf(type: MessageType): string {
  return messageNames[type].short;
}

/** "Binding Update", "INFORMATIONAL request, DELETE". */
export function titleOf(type: MessageType): string {
  return messageNames[type].full;
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
