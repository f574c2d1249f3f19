/** What several rules of the PDN GW share: what goes when the binding goes, when the SAs go, and its phase afterwards. */

import { holds, isNot, isOneOf } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { become, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { Connection, Parts } from './parts.ts';
import { sharing } from './parts.ts';

type Updates = readonly Update<BasisId>[];

/** The binding goes, and with it the notification that is outstanding, which may rest on a sentence of its own. */
export function dropBinding(connection: Connection, basis: BasisId, endsNotification: BasisId = basis): Updates {
  const { pdnGw } = connection;
  return [
    become(pdnGw.binding, false, basis),
    become(pdnGw.refreshAccepted, false, basis),
    become(pdnGw.notificationTransmissions, 0, endsNotification),
    onlyIf(isNot(pdnGw.phase, 'deleting', basis), [
      onlyIf(
        holds(connection.ike.pdnGw.ikeSa, basis),
        [become(pdnGw.phase, 'unbound', basis)],
        [become(pdnGw.phase, 'released', basis)],
      ),
    ]),
  ];
}

/**
 * The IKE SA goes, and all ESP SAs negotiated over it, in both directions, of every PDN connection that shares it. The ESP
 * SAs may rest on a sentence of their own.
 */
export function dropSas(parts: Parts, connection: Connection, basis: BasisId, ofEsp: BasisId = basis): Updates {
  const { pdnGw } = connection.ike;
  return [
    become(pdnGw.ikeSa, false, basis),
    become(pdnGw.deleteTransmissions, 0, basis),
    ...sharing(parts, connection).flatMap(
      (each): Updates => [
        become(each.pdnGw.signallingSa, false, ofEsp),
        become(each.pdnGw.payloadSa, false, ofEsp),
        ...phaseWithoutSas(each, basis),
      ],
    ),
    ...(connection.instance === undefined ? [become(circumstances.createOutstanding, false, 'K-14')] : []),
  ];
}

/** The phase once the SAs are gone; an outstanding notification stays outstanding: the text does not end it. */
function phaseWithoutSas(connection: Connection, basis: BasisId): Updates {
  const { pdnGw } = connection;
  return [
    onlyIf(
      holds(pdnGw.binding, 'A12'),
      [
        onlyIf(isOneOf(pdnGw.phase, ['bound', 'notified', 'deleting'], 'A12'), [
          become(pdnGw.phase, 'boundWithoutSas', 'A12'),
        ]),
      ],
      [become(pdnGw.phase, 'released', basis)],
    ),
  ];
}

/** The notification is over without success: what the reading gives up with it goes. */
export function endNotification(parts: Parts, connection: Connection, basis: BasisId): Updates {
  const { pdnGw, seen } = connection;
  const start: Updates = [become(seen.gaveUp, true, basis), become(pdnGw.notificationTransmissions, 0, basis)];
  switch (parts.variant.notificationGiveUp) {
    case 'keepAll':
      return [
        ...start,
        onlyIf(
          holds(pdnGw.signallingSa, basis),
          [become(pdnGw.phase, 'bound', basis)],
          [become(pdnGw.phase, 'boundWithoutSas', basis)],
        ),
      ];
    case 'dropBinding':
      return [...start, ...dropBinding(connection, basis)];
    case 'dropBindingAndSas':
      return [...start, ...dropBinding(connection, basis), ...dropSas(parts, connection, basis)];
    default:
      throw parts.variant.notificationGiveUp satisfies never;
  }
}

/** The PDN GW's own DELETE is over: what it deletes goes; without SAs no BU can come, so the bindings go as well. */
export function endGatewayDelete(parts: Parts, connection: Connection, basis: BasisId, keepBinding: boolean): Updates {
  const { pdnGw } = connection.ike;
  if (parts.variant.deleteScope === 'chosen' && basis !== 'K-8') {
    return [
      become(pdnGw.deleteTransmissions, 0, basis),
      become(connection.pdnGw.payloadSa, false, basis),
      become(connection.pdnGw.phase, 'unbound', basis),
      ...(keepBinding ? [] : dropBinding(connection, 'C-7')),
    ];
  }
  return [
    ...(keepBinding
      ? []
      : sharing(parts, connection).flatMap((each) => [
          become(each.pdnGw.binding, false, 'C-7'),
          become(each.pdnGw.refreshAccepted, false, 'C-7'),
        ])),
    ...dropSas(parts, connection, basis),
  ];
}
