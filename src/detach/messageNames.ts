/** What people call the messages. */
import type { MessageType } from './message.ts';

interface Names {
  readonly short: string;
  readonly full: string;
}

/** "BU" and "Binding Update", for each type. */
export const messageNames: Record<MessageType, Names> = {
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
