/** The numbers of IKEv2 messages: Message IDs, Delete payloads, Notifies. */
import type { Connection } from '#detach/parts.ts';
import { sharing } from '#detach/parts.ts';
import { reversed } from './addresses.ts';
import type { Bookkeeper, Composed, Draft } from './bookkeeper.ts';
import { connectionFixture, ikeFixture } from './fixture.ts';
import type { Addresses, DeletePayload, MessageNumbers } from './message.ts';

type IkeNumbers = Extract<MessageNumbers, { type: 'ike' }>;
type Side = 'ue' | 'pdnGw';

/** Notify types (RFC 4306 3.10.1; 43 by RFC 5996). */
const INVALID_IKE_SPI = 4;
const INVALID_SYNTAX = 7;
const TEMPORARY_FAILURE = 43;

/** @throws {RangeError} for a message that is not IKEv2: a bug in the caller. */
export function composeIke(keeper: Bookkeeper, draft: Draft): Composed {
  switch (draft.type) {
    case 'deleteRequest':
    case 'gatewayDeleteRequest':
      return deleteRequest(keeper, draft);
    case 'deleteResponse':
    case 'gatewayDeleteResponse':
      return deleteResponse(keeper, draft);
    case 'livenessRequest':
      return { numbers: ike(keeper, draft, { messageId: otherId(keeper, draft) }), addresses: towards(keeper, draft) };
    case 'livenessResponse':
      return response(keeper, draft, { messageId: otherId(keeper, draft) });
    case 'createChildSaRequest': {
      const part = { messageId: otherId(keeper, draft), childSpi: childSpi(keeper, draft) };
      return { numbers: ike(keeper, draft, { ...part, exchange: 'createChildSa' }), addresses: towards(keeper, draft) };
    }
    case 'createChildSaResponse': {
      const refused = draft.status === 'temporaryFailure';
      const result = refused ? { notify: TEMPORARY_FAILURE } : { childSpi: childSpi(keeper, draft) };
      return response(keeper, draft, {
        exchange: 'createChildSa',
        messageId: otherId(keeper, draft),
        ...result,
      });
    }
    case 'unprotectedNotify':
      return unprotectedNotify(keeper, draft);
    default:
      throw new RangeError(`${draft.type} is no IKEv2 message`);
  }
}

/** A request that is still outstanding is repeated with its Message ID; a new one takes the next (RFC 4306 2.1, 2.2). */
function deleteRequest(keeper: Bookkeeper, draft: Draft): Composed {
  const { connection, time } = draft;
  const side = sideOf(draft);
  const end = keeper.ikeLedger(connection)[side];
  const again = keeper.before(connection.ike[side].deleteTransmissions) > 0 ? end.deleteId : undefined;
  const messageId = again ?? end.nextRequest;
  keeper.writeIkeEnd(connection, side, {
    deleteId: messageId,
    deleteTime: time,
    nextRequest: Math.max(end.nextRequest, messageId + 1),
  });
  return {
    numbers: ike(keeper, draft, { messageId, deletes: ownDelete(keeper, draft) }),
    addresses: towards(keeper, draft),
  };
}

/** All SAs: one Delete of the IKE SA, without SPIs. Chosen ones: the sender's inbound payload SPI (RFC 4306 3.11). */
function ownDelete(keeper: Bookkeeper, draft: Draft): readonly DeletePayload[] {
  if (keeper.book.parts.variant.deleteScope === 'all') return [{ protocolId: 1, spis: [] }];
  return [{ protocolId: 3, spis: [inboundPayloadSpi(keeper, draft.connection, sideOf(draft))] }];
}

/** The same request is always answered with the same bits (RFC 4306 2.1). */
function deleteResponse(keeper: Bookkeeper, draft: Draft): Composed {
  const request = draft.answered;
  const messageId = request?.numbers.type === 'ike' ? request.numbers.messageId : otherId(keeper, draft);
  if (draft.status === 'invalidSyntax') return response(keeper, draft, { messageId, notify: INVALID_SYNTAX });
  const first = keeper.messages.find(
    ({ type, apn, numbers }) =>
      type === draft.type &&
      apn === draft.connection.apn &&
      numbers.type === 'ike' &&
      numbers.messageId === messageId &&
      numbers.notify === undefined,
  );
  if (first !== undefined) return { numbers: first.numbers, addresses: first.addresses };
  return response(keeper, draft, { messageId, deletes: answeringDeletes(keeper, draft) });
}

/** A Delete of ESP SAs is answered with the other direction's; one of the IKE SA with nothing, or as RFC 4306 alone may be read. */
function answeringDeletes(keeper: Bookkeeper, draft: Draft): readonly DeletePayload[] {
  const { connection } = draft;
  const side = sideOf(draft);
  if (keeper.book.parts.variant.deleteScope === 'chosen') {
    return [{ protocolId: 3, spis: [inboundPayloadSpi(keeper, connection, side)] }];
  }
  if (keeper.book.options.deleteResponse === 'empty') return [];
  const spis = sharing(keeper.book.parts, connection).flatMap((each) => [
    ...(keeper.before(each[side].signallingSa) ? [inboundSpi(keeper, each, side, 'signalling')] : []),
    ...(keeper.before(each[side].payloadSa) ? [inboundPayloadSpi(keeper, each, side)] : []),
  ]);
  return spis.length === 0 ? [] : [{ protocolId: 3, spis }];
}

/** INVALID_IKE_SPI, with the SPIs and the Message ID of the request (RFC 5996 2.21.4). */
function unprotectedNotify(keeper: Bookkeeper, draft: Draft): Composed {
  const request = draft.answered?.numbers.type === 'ike' ? draft.answered : undefined;
  const { initiatorSpi, responderSpi } = ikeFixture(keeper.book.fixture, draft.connection.ikeApn);
  return {
    numbers: {
      type: 'unprotectedNotify',
      initiatorSpi,
      responderSpi,
      messageId: request?.numbers.type === 'ike' ? request.numbers.messageId : 0,
      notify: INVALID_IKE_SPI,
      fromInitiator: draft.instance.from === 'ue',
    },
    addresses: request === undefined ? towards(keeper, draft) : reversed(request.addresses),
  };
}

function response(keeper: Bookkeeper, draft: Draft, part: Partial<IkeNumbers>): Composed {
  const { answered } = draft;
  return {
    numbers: ike(keeper, draft, { ...part, response: true }),
    addresses: answered === undefined ? towards(keeper, draft) : reversed(answered.addresses),
  };
}

function ike(keeper: Bookkeeper, draft: Draft, part: Partial<IkeNumbers>): IkeNumbers {
  const { initiatorSpi, responderSpi } = ikeFixture(keeper.book.fixture, draft.connection.ikeApn);
  return {
    type: 'ike',
    initiatorSpi,
    responderSpi,
    messageId: 0,
    exchange: 'informational',
    response: false,
    fromInitiator: draft.instance.from === 'ue',
    deletes: [],
    notify: undefined,
    childSpi: undefined,
    ...part,
  };
}

/** The Message ID of the liveness check or CREATE_CHILD_SA that a scenario starts with. */
function otherId(keeper: Bookkeeper, draft: Draft): number {
  if (draft.answered?.numbers.type === 'ike') return draft.answered.numbers.messageId;
  const { ue, pdnGw } = keeper.ikeLedger(draft.connection);
  const ofUe = draft.type === 'livenessRequest' || draft.type === 'livenessResponse' || draft.type === 'deleteResponse';
  return (ofUe ? ue : pdnGw).otherId ?? 0;
}

/** Each end chooses the SPI that it will receive with. */
function childSpi(keeper: Bookkeeper, draft: Draft): number {
  return inboundPayloadSpi(keeper, draft.connection, sideOf(draft));
}

function inboundPayloadSpi(keeper: Bookkeeper, connection: Connection, side: Side): number {
  return inboundSpi(keeper, connection, side, 'payload');
}

function inboundSpi(keeper: Bookkeeper, connection: Connection, side: Side, pair: 'signalling' | 'payload'): number {
  return connectionFixture(keeper.book.fixture, connection.apn)[pair][side === 'ue' ? 'toUe' : 'toPdnGw'].spi;
}

function towards(keeper: Bookkeeper, draft: Draft): Addresses {
  const { peerIsHomeOf } = keeper.ikeLedger(draft.connection);
  const peer = peerIsHomeOf === undefined ? undefined : connectionFixture(keeper.book.fixture, peerIsHomeOf);
  return keeper.addresses.ikeRequest(draft.instance.from, peer);
}

function sideOf(draft: Draft): Side {
  return draft.instance.from === 'ue' ? 'ue' : 'pdnGw';
}
