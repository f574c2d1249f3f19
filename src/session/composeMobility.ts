/** The numbers of BU, BA, BRI, BRA, BE, of what has no name yet, and of user packets. */
import type { Bookkeeper, Composed, Draft } from './bookkeeper.ts';
import { connectionFixture } from './fixture.ts';
import type { MessageNumbers } from './message.ts';
import { after } from './sequenceNumber.ts';

/** Administrative reason (RFC 5846). */
const ADMINISTRATIVE = 1;

/** The numbers of a message that is not IKEv2; undefined for one that is. */
export function composeMobility(keeper: Bookkeeper, draft: Draft): Composed | undefined {
  const { homeAddress } = connectionFixture(keeper.book.fixture, draft.connection.apn);
  const addresses = keeper.addresses.withHomeAddress(draft.instance.from, homeAddress);
  switch (draft.type) {
    case 'bindingUpdate':
      return { numbers: bindingUpdate(keeper, draft, 0), addresses };
    case 'refreshBindingUpdate':
      return { numbers: bindingUpdate(keeper, draft, keeper.book.timing.lifetimeUnits), addresses };
    case 'bindingAck':
      return { numbers: bindingAck(keeper, draft), addresses };
    case 'bindingRevocationIndication':
      return { numbers: revocation(keeper, draft), addresses };
    case 'bindingRevocationAck':
      return { numbers: revocationAck(keeper, draft), addresses };
    case 'detachNotification':
      noteNotification(keeper, draft);
      return { numbers: { type: 'unnamed', acknowledges: false }, addresses };
    case 'detachNotificationAck':
      return { numbers: { type: 'unnamed', acknowledges: true }, addresses };
    case 'bindingError':
      return {
        numbers: bindingError(draft, homeAddress),
        addresses: keeper.addresses.plain(draft.instance.from, homeAddress),
      };
    case 'payloadPacket':
      return { numbers: { type: 'payloadPacket' }, addresses };
    default:
      return undefined;
  }
}

/** Each BU, repeated ones included, has a number of its own; after status 135 it follows the last one accepted. */
function bindingUpdate(keeper: Bookkeeper, draft: Draft, lifetimeUnits: number): MessageNumbers {
  const { connection, answered, time } = draft;
  const { options, fixture } = keeper.book;
  const { ue } = keeper.connectionLedger(connection);
  const refused =
    answered?.numbers.type === 'bindingAcknowledgement' && answered.numbers.status === 135
      ? answered.numbers
      : undefined;
  const sequenceNumber = after(
    refused === undefined ? ue.lastSequenceNumber : keeper.latestSent(connection, refused.sequenceNumber),
  );
  keeper.writeConnection(connection, {
    ue: {
      lastSequenceNumber: sequenceNumber,
      lastSentTime: time,
      sentLifetimeUnits: lifetimeUnits,
      // RFC 3775 11.7.1: a BU that asks for a lifetime starts it anew; one that asks for deletion leaves it running.
      lifetimeUnits: lifetimeUnits === 0 ? ue.lifetimeUnits : lifetimeUnits,
      lifetimeSince: lifetimeUnits === 0 ? ue.lifetimeSince : time,
    },
  });
  const alternate =
    options.alternateCareOfAddress === 'homeAddress' && lifetimeUnits === 0
      ? connectionFixture(fixture, connection.apn).homeAddress
      : fixture.careOfAddress;
  return {
    type: 'bindingUpdate',
    sequenceNumber,
    lifetimeUnits,
    homeRegistration: true,
    keyManagement: options.keyManagement === 'yes',
    alternateCareOfAddress: options.access === 'ipv4Nat' ? undefined : alternate,
  };
}

/** Made from the BU that it answers, not from the binding, which may be gone by then (RFC 3775 9.5.4). */
function bindingAck(keeper: Bookkeeper, draft: Draft): MessageNumbers {
  const { connection, answered } = draft;
  const { lastAccepted } = keeper.connectionLedger(connection).pdnGw;
  const status = Number(draft.status);
  const received = answered === undefined ? undefined : (answered.altered ?? answered.numbers);
  const bu = received?.type === 'bindingUpdate' ? received : undefined;
  if (bu !== undefined && status === 0) accept(keeper, draft, bu);
  return {
    type: 'bindingAcknowledgement',
    status,
    sequenceNumber: bu === undefined || status === 135 ? lastAccepted : bu.sequenceNumber,
    lifetimeUnits: status === 0 ? (bu?.lifetimeUnits ?? 0) : 0,
    keyManagement: status === 0 && keeper.book.options.keyManagement === 'yes',
  };
}

/** The PDN GW accepts a BU: it has its number, and K moves the IKE SA's peer address (RFC 3775 10.3.2). */
function accept(keeper: Bookkeeper, draft: Draft, bu: Extract<MessageNumbers, { type: 'bindingUpdate' }>): void {
  const { connection, time } = draft;
  const deletes = bu.lifetimeUnits === 0;
  if (deletes && !keeper.before(connection.pdnGw.binding)) return;
  const { pdnGw } = keeper.connectionLedger(connection);
  keeper.writeConnection(connection, {
    pdnGw: {
      ...pdnGw,
      lastAccepted: bu.sequenceNumber,
      ...(deletes ? {} : { lifetimeUnits: bu.lifetimeUnits, lifetimeSince: time }),
    },
  });
  if (bu.keyManagement) keeper.writeIke(connection, { peerIsHomeOf: deletes ? connection.apn : undefined });
}

/** A repeated BRI keeps its number: it is what a BRA is matched by. */
function revocation(keeper: Bookkeeper, draft: Draft): MessageNumbers {
  noteNotification(keeper, draft);
  return {
    type: 'bindingRevocationIndication',
    sequenceNumber: connectionFixture(keeper.book.fixture, draft.connection.apn).revocationSequenceNumber,
    trigger: ADMINISTRATIVE,
    ipv4Only: keeper.arg(draft.instance, keeper.book.parts.args.ipv4Only),
  };
}

function revocationAck(keeper: Bookkeeper, draft: Draft): MessageNumbers {
  const { answered, connection } = draft;
  const bri = answered?.numbers.type === 'bindingRevocationIndication' ? answered.numbers : undefined;
  return {
    type: 'bindingRevocationAcknowledgement',
    status: Number(draft.status),
    sequenceNumber:
      bri?.sequenceNumber ?? connectionFixture(keeper.book.fixture, connection.apn).revocationSequenceNumber,
    ipv4Only: bri?.ipv4Only ?? keeper.arg(draft.instance, keeper.book.parts.args.ipv4Only),
  };
}

function noteNotification(keeper: Bookkeeper, { connection, time }: Draft): void {
  const { pdnGw } = keeper.connectionLedger(connection);
  keeper.writeConnection(connection, { pdnGw: { ...pdnGw, notificationTime: time } });
}

/** The home address is that of the Home Address option of the message answered, or the unspecified address. */
function bindingError(draft: Draft, homeAddress: string): MessageNumbers {
  const named = draft.answered === undefined || draft.answered.addresses.homeAddressIn === 'destinationOption';
  return { type: 'bindingError', status: Number(draft.status), homeAddress: named ? homeAddress : '::' };
}
