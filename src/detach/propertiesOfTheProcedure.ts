/** What is asked of the procedure as a whole: P11 to P13. */
import { both, either, holds, is, lacks } from '#model/condition.ts';
import type { Connection, Parts } from './parts.ts';
import type { DetachProperty } from './property.ts';
import { each, wherever } from './propertyClaims.ts';
import type { Variant } from './variant.ts';

export function procedureProperties(parts: Parts, detaching: readonly Connection[]): readonly DetachProperty[] {
  const { connections, variant } = parts;
  const notifies = variant.notification !== 'none' && variant.mobileIp === 'yes' ? detaching : [];
  return [
    {
      id: 'P11',
      title: 'At rest, after the notification, the UE is detached and has sent its BU',
      meaning: 'Once the PDN GW has begun to tell the UE, the UE-initiated procedure takes place to its end.',
      basis: 'R-8.4.3.1-7',
      modality: 'atRest',
      questions: ['FFS-1', 'FFS-2', 'A7', 'A4'],
      ...(variant.afterNotification === 'deleteOnly' && variant.notification !== 'gatewayDelete'
        ? { onPurpose: 'In this reading only the DELETE follows the notification.', excused: true as const }
        : {}),
      ...wherever(
        notifies,
        (one) => holds(one.pdnGw.detachOrdered, 'R-8.4.3.1-6'),
        (one) => both(is(one.ue.phase, 'detached', 'R-8.4.3.1-7'), holds(one.seen.buSent, 'R-8.4.3.1-7')),
      ),
    },
    {
      id: 'P12',
      title: 'The procedure ends by acknowledgement: nobody gives up, nothing stays unsent',
      meaning: 'No timer runs out for the last time, and no message is dropped because its sender lacks the SA for it.',
      basis: 'A4',
      modality: 'always',
      questions: deleteMayLead(variant) ? ['A1', 'A12', 'A4'] : ['A12', 'A4'],
      claim: each(connections, (one) => both(lacks(one.seen.gaveUp, 'A4'), lacks(one.seen.notSent, 'IPSEC-2'))),
    },
    {
      id: 'P13',
      title: 'At rest no UE is left attached to a PDN GW that has no state for it',
      meaning: 'A UE that believes itself attached sends into the void until its own lifetime ends.',
      basis: 'R-8.4.3.1-6',
      modality: 'atRest',
      questions: ['A7', 'H-10', 'H-21'],
      ...wherever(
        connections,
        (one) => is(one.ue.phase, 'attached', 'R-8.4.3.1-6'),
        (one) =>
          either(
            holds(one.pdnGw.binding, 'R-8.4.3.1-6'),
            holds(one.ike.pdnGw.ikeSa, 'R-8.4.3.1-6'),
            holds(one.pdnGw.signallingSa, 'R-8.4.3.1-6'),
            holds(one.pdnGw.payloadSa, 'R-8.4.3.1-6'),
          ),
      ),
    },
  ];
}

/** Whether the order of a detach may have the DELETE processed before the BA has come. */
function deleteMayLead({ order, mobileIp }: Variant): boolean {
  return mobileIp === 'yes' && order !== 'buThenDelete' && order !== 'buOnly';
}
