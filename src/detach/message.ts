/** The messages of the detach procedure, and what the model keeps of each. Numbers and octets are the session's. */
import { choiceField, countField, flagField } from '#model/field.ts';
import type { Message, Places } from '#model/state.ts';
import { readArg } from '#model/state.ts';

export const messageTypes = [
  'bindingUpdate',
  'refreshBindingUpdate',
  'bindingAck',
  'detachNotification',
  'detachNotificationAck',
  'bindingRevocationIndication',
  'bindingRevocationAck',
  'bindingError',
  'deleteRequest',
  'deleteResponse',
  'gatewayDeleteRequest',
  'gatewayDeleteResponse',
  'unprotectedNotify',
  'livenessRequest',
  'livenessResponse',
  'createChildSaRequest',
  'createChildSaResponse',
  'payloadPacket',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** The outcomes that a change to a message in flight can have; the session works out which one octets have. */
export const alterations = [
  'icvFails',
  'malformed',
  'sequenceOutOfWindow',
  'registrationTypeDiffers',
  'unknownType',
  'forgedNotify',
] as const;
export type Alteration = (typeof alterations)[number];

/** Status of BA, BRA and BE, and IKEv2 results, in one argument; 0 is success or none. */
export const statuses = ['0', '1', '2', '133', '135', '139', 'invalidSyntax', 'temporaryFailure'] as const;
export type Status = (typeof statuses)[number];

/** More duplicates than this in one run by hand are not told apart. */
const MOST_PAIRS = 1;

export function messageArgs(instances: readonly string[], mostPairs: number = MOST_PAIRS) {
  return {
    type: choiceField('message.type', messageTypes, 'bindingUpdate', { subject: 'the message', says: typeSays() }),
    /** The PDN connection that it belongs to, or for IKEv2 the first one over that IKE SA. */
    connection: choiceField('message.connection', instances, instances[0] ?? '', {
      subject: 'PDN connection',
    }),
    status: choiceField('message.status', statuses, '0', { subject: 'its status' }),
    /** Of a BA: it answers a refresh, not the de-registration. */
    ofRefresh: flagField('message.ofRefresh', false, 'the BA', ['answers a refresh', 'answers the de-registration']),
    /** Of a BA: no BU asked for it. */
    unsolicited: flagField('message.unsolicited', false, 'the BA', ['was not asked for', 'answers a BU']),
    /** Of a notification: an acknowledgement is wanted. */
    wantsAck: flagField('message.wantsAck', false, 'the notification', [
      'wants an acknowledgement',
      'wants no acknowledgement',
    ]),
    /** Of a BRI: only the IPv4 home address is revoked (V). */
    ipv4Only: flagField('message.ipv4Only', false, 'the BRI', [
      'revokes only the IPv4 home address',
      'revokes the whole binding',
    ]),
    alteration: choiceField('message.alteration', ['none', ...alterations], 'none', {
      subject: 'the message',
      says: alterationWords,
    }),
    /** Original and copies of one packet share a number above 0. */
    pair: countField('message.pair', mostPairs, 'the number of its set of copies'),
    /** Another of its copies was accepted before. */
    replay: flagField('message.replay', false, 'of this packet another copy', [
      'was accepted before',
      'was not accepted before',
    ]),
  };
}

/** What is said of a message that was altered in each way. */
export const alterationWords: Record<Alteration | 'none', string> = {
  none: 'is as it was sent',
  icvFails: 'fails its integrity check',
  malformed: 'is malformed',
  sequenceOutOfWindow: 'has a sequence number out of the window',
  registrationTypeDiffers: 'has another registration type than the binding',
  unknownType: 'has a type that the receiver does not know',
  forgedNotify: 'is a forged unprotected Notify',
};

export type MessageArgs = ReturnType<typeof messageArgs>;

/** The short name of a message in event texts: its type, what tells it apart, and `@apn` beyond the first connection. */
export function messageNamer(args: MessageArgs, instances: readonly string[]) {
  return (message: Message, places: Places): string => {
    const type = readArg(places, message, args.type);
    const connection = readArg(places, message, args.connection);
    const status = readArg(places, message, args.status);
    const altered = readArg(places, message, args.alteration);
    return [
      type,
      ['bindingAck', 'bindingRevocationAck'].includes(type) || status !== '0' ? `:${status}` : '',
      readArg(places, message, args.ofRefresh) ? ':refresh' : '',
      readArg(places, message, args.unsolicited) ? ':unsolicited' : '',
      altered === 'none' ? '' : `:${altered}`,
      connection === instances[0] ? '' : `@${connection}`,
    ].join('');
  };
}

function typeSays(): Record<MessageType, string> {
  return {
    bindingUpdate: 'is a Binding Update with lifetime 0',
    refreshBindingUpdate: 'is a Binding Update that refreshes the binding',
    bindingAck: 'is a Binding Acknowledgement',
    detachNotification: 'is the detach notification that the text leaves unnamed',
    detachNotificationAck: 'is an acknowledgement of the detach notification',
    bindingRevocationIndication: 'is a Binding Revocation Indication',
    bindingRevocationAck: 'is a Binding Revocation Acknowledgement',
    bindingError: 'is a Binding Error',
    deleteRequest: 'is an INFORMATIONAL request with DELETE from the UE',
    deleteResponse: 'is the INFORMATIONAL response to the DELETE of the UE',
    gatewayDeleteRequest: 'is an INFORMATIONAL request with DELETE from the PDN GW',
    gatewayDeleteResponse: 'is the INFORMATIONAL response to the DELETE of the PDN GW',
    unprotectedNotify: 'is an unprotected Notify',
    livenessRequest: 'is an empty INFORMATIONAL request',
    livenessResponse: 'is the response to an empty INFORMATIONAL request',
    createChildSaRequest: 'is a CREATE_CHILD_SA request from the PDN GW',
    createChildSaResponse: 'is the response to a CREATE_CHILD_SA request',
    payloadPacket: 'is a user packet with the home address',
  };
}
