/** The steps of the UE's detach that several rules share: starting it, what follows the BA, what follows the DELETE. */

import { atLeast, both, holds, is, isOneOf, lacks } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { become, count, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import type { DetachOrder } from './fields.ts';
import { circumstances } from './fields.ts';
import type { Connection, Parts } from './parts.ts';
import { sharing } from './parts.ts';
import { sendOverIkeSa, sendProtected } from './sending.ts';

type Updates = readonly Update<BasisId>[];

/** The orders that a detach may take in a reading. */
export function ordersOf(parts: Parts): readonly DetachOrder[] {
  const { order, mobileIp } = parts.variant;
  if (mobileIp === 'no') return ['deleteOnly'];
  return order === 'open' ? ['buThenDelete', 'backToBack', 'backToBackDeleteFirst', 'deleteThenBu'] : [order];
}

/** The sentence, or the silence, that an order rests on. */
export function basisOfOrder(parts: Parts, order: DetachOrder): BasisId {
  if (order === 'buOnly') return 'D-6';
  if (order === 'deleteOnly') return 'R-8.4.3.2-2';
  return parts.variant.order === 'open' || order !== 'buThenDelete' ? 'A1' : 'S2-1';
}

/** All that the UE does at once when it starts its detach in an order. */
export function startDetach(parts: Parts, connection: Connection, order: DetachOrder): Updates {
  const basis = basisOfOrder(parts, order);
  const choose = become(connection.ue.order, order, basis);
  const awaitBa = become(connection.ue.phase, 'awaitingBindingAck', 'M-12');
  switch (order) {
    case 'buThenDelete':
    case 'buOnly':
      return [choose, awaitBa, ...sendBindingUpdate(parts, connection)];
    case 'backToBack':
      return [
        choose,
        ...sendBindingUpdate(parts, connection),
        ...startDelete(parts, connection),
        ...awaitBoth(connection),
      ];
    case 'backToBackDeleteFirst':
      return [
        choose,
        ...startDelete(parts, connection),
        ...sendBindingUpdate(parts, connection),
        ...awaitBoth(connection),
      ];
    case 'deleteThenBu':
    case 'deleteOnly':
      return [choose, ...startDelete(parts, connection)];
    default:
      throw order satisfies never;
  }
}

/** A transmission of the BU with lifetime 0; it counts also where it cannot be sent. */
export function sendBindingUpdate(parts: Parts, connection: Connection): Updates {
  return [
    count(connection.ue.buTransmissions, 'M-5'),
    become(connection.seen.buSent, true, 'R-8.4.3.2-1'),
    sendProtected(parts, connection, { from: 'ue', type: 'bindingUpdate', basis: 'R-8.4.3.2-1' }),
  ];
}

/** The UE asks for the SAs to be deleted, unless its window is full, the request is out already, or the SA is gone. */
export function startDelete(parts: Parts, connection: Connection): Updates {
  const { ue } = connection.ike;
  const request: Updates = [
    onlyIf(is(ue.deleteTransmissions, 0, 'K-4'), [
      count(ue.deleteTransmissions, 'R-8.4.3.2-4'),
      sendOverIkeSa(parts, connection, { from: 'ue', type: 'deleteRequest', basis: 'R-8.4.3.2-4' }),
      ...closeOnSending(parts, connection),
    ]),
    become(connection.ue.phase, 'awaitingDeleteResponse', 'K-2'),
  ];
  const whenPossible: Updates =
    connection.instance === undefined
      ? [
          onlyIf(
            holds(circumstances.livenessOutstanding, 'K-9'),
            [become(connection.ue.phase, 'awaitingWindow', 'K-9')],
            request,
          ),
        ]
      : request;
  return [onlyIf(holds(ue.ikeSa, 'K-1'), whenPossible, afterDeleteOf(parts, connection))];
}

/** The BU exchange is over, by acknowledgement or give-up: the entry goes, and the procedure goes on. */
export function endBuExchange(parts: Parts, connection: Connection, basis: BasisId): Updates {
  const { ue } = connection;
  return [
    become(ue.bindingUpdateListEntry, false, basis),
    become(ue.buTransmissions, 0, basis),
    onlyIf(
      is(ue.phase, 'awaitingBoth', 'A1'),
      [become(ue.phase, 'awaitingDeleteResponse', 'A1')],
      [
        onlyIf(
          both(is(ue.phase, 'awaitingBindingAck', basis), is(ue.order, 'buThenDelete', 'A1')),
          startDelete(parts, connection),
          [
            onlyIf(is(ue.phase, 'awaitingBindingAck', basis), [
              onlyIf(both(is(ue.order, 'buOnly', 'D-6'), holds(connection.ike.ue.ikeSa, 'D-6')), [
                become(ue.phase, 'deregistered', 'D-6'),
              ]),
              onlyIf(is(ue.phase, 'awaitingBindingAck', basis), [become(ue.phase, 'detached', 'R-8.4.3.1-5')]),
            ]),
          ],
        ),
      ],
    ),
  ];
}

/** As `endBuExchange`, where the UE stops waiting instead of being answered. */
export function giveUpBu(parts: Parts, connection: Connection, basis: BasisId): Updates {
  return [become(connection.seen.gaveUp, true, basis), ...endBuExchange(parts, connection, basis)];
}

/** The DELETE exchange is over: what it deletes goes, and each PDN connection over that IKE SA goes on. */
export function endDeleteExchange(parts: Parts, connection: Connection, basis: BasisId, all: boolean): Updates {
  const { ue } = connection.ike;
  const chosenOnly = parts.variant.deleteScope === 'chosen' && !all;
  return [
    become(ue.deleteTransmissions, 0, basis),
    ...(chosenOnly ? [] : [become(ue.ikeSa, false, basis === 'R-8.4.3.2-3' ? 'A13' : basis)]),
    ...closeOwnEspSas(parts, connection, basis, all),
    ...sharing(parts, connection).flatMap((each) => [
      onlyIf(isOneOf(each.ue.phase, ['awaitingDeleteResponse', 'awaitingWindow'], basis), afterDeleteOf(parts, each), [
        onlyIf(is(each.ue.phase, 'awaitingBoth', 'A1'), [become(each.ue.phase, 'awaitingBindingAck', 'A1')]),
      ]),
    ]),
  ];
}

/**
 * The UE removes its own ESP SAs: those of the registration, and by Protocol ID 1 all others negotiated over the IKE SA;
 * or, where the scope is chosen, the payload ones alone.
 */
export function closeOwnEspSas(parts: Parts, connection: Connection, basis: BasisId, all: boolean): Updates {
  if (parts.variant.deleteScope === 'chosen' && !all) return [become(connection.ue.payloadSa, false, basis)];
  return sharing(parts, connection).flatMap((each) => [
    become(each.ue.signallingSa, false, basis),
    become(each.ue.payloadSa, false, basis === 'R-8.4.3.2-3' ? 'R-8.4.3.2-5' : basis),
  ]);
}

function closeOnSending(parts: Parts, connection: Connection): Updates {
  if (parts.variant.ueCloses !== 'onDeleteSent') return [];
  return closeOwnEspSas(parts, connection, 'R-8.4.3.2-3', false);
}

/** What a PDN connection does once its DELETE is done with. */
function afterDeleteOf(parts: Parts, connection: Connection): Updates {
  const { ue } = connection;
  const detached = become(ue.phase, 'detached', 'R-8.4.3.1-5');
  if (!ordersOf(parts).includes('deleteThenBu')) return [detached];
  return [
    onlyIf(
      both(is(ue.order, 'deleteThenBu', 'A1'), is(ue.buTransmissions, 0, 'A1')),
      [become(ue.phase, 'awaitingBindingAck', 'A1'), ...sendBindingUpdate(parts, connection)],
      [detached],
    ),
  ];
}

/** Both are outstanding, unless the DELETE could not even be sent. */
function awaitBoth(connection: Connection): Updates {
  const { ue } = connection;
  return [
    onlyIf(
      both(atLeast(connection.ike.ue.deleteTransmissions, 1, 'A1'), holds(ue.bindingUpdateListEntry, 'A1')),
      [become(ue.phase, 'awaitingBoth', 'A1')],
      [onlyIf(lacks(connection.ike.ue.ikeSa, 'A1'), [become(ue.phase, 'awaitingBindingAck', 'A1')])],
    ),
  ];
}
