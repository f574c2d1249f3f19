/** What is asked of every state of a run: P5 to P10. */
import { below, both, either, holds, is, lacks } from '#model/condition.ts';
import { circumstances } from './fields.ts';
import type { Connection, Parts } from './parts.ts';
import { sharing } from './parts.ts';
import type { Claim, DetachProperty } from './property.ts';
import { each, fieldsIn, transmissionCounters, wherever } from './propertyClaims.ts';

/** What must not be discarded for want of the SA that would have opened it. */
export function discardProperties({ connections }: Parts): readonly DetachProperty[] {
  const discards = (
    id: string,
    seen: 'baDiscarded' | 'awaitedBaDiscarded' | 'buDiscarded',
    words: Pick<DetachProperty, 'title' | 'meaning' | 'basis' | 'questions'>,
  ): DetachProperty => ({
    id,
    modality: 'always',
    ...words,
    claim: each(connections, (one) => lacks(one.seen[seen], words.basis)),
  });
  return [
    discards('P5', 'baDiscarded', {
      title: 'No BA is discarded at the UE for want of the SA',
      meaning: 'The UE keeps the ESP SA for as long as a BA may still come.',
      basis: 'R-8.4.3.3-2',
      questions: ['A1', 'H-01'],
    }),
    discards('P5w', 'awaitedBaDiscarded', {
      title: 'No BA that the UE still waits for is discarded for want of the SA',
      meaning: 'The UE does not throw away the ESP SA that the awaited answer needs.',
      basis: 'R-8.4.3.3-2',
      questions: ['A1', 'H-01'],
    }),
    discards('P5u', 'buDiscarded', {
      title: 'No BU is discarded at the PDN GW for want of the SA while the binding exists',
      meaning: 'The PDN GW can read the BU that would have removed the binding.',
      basis: 'R-8.4.3.3-1',
      questions: ['A1', 'A12', 'H-01'],
    }),
  ];
}

/** What is asked of every state. */
export function stateProperties(parts: Parts): readonly DetachProperty[] {
  const { connections } = parts;
  const idle = connections.filter((one) => !one.mayDetach);
  return [
    {
      id: 'P6',
      title: 'The PDN GW never has a binding without the ESP SAs that serve it',
      meaning: 'A binding without SAs can be neither refreshed nor removed: no BU can be read.',
      basis: 'A12',
      modality: 'always',
      questions: ['A12', 'A1'],
      ...wherever(
        connections,
        (one) => holds(one.pdnGw.binding, 'R-8.4.3.3-1'),
        (one) => holds(one.pdnGw.signallingSa, 'A12'),
      ),
    },
    {
      id: 'P7',
      title: 'The access connectivity of the UE stays',
      meaning: 'Detaching from S2c leaves the UE connected to its access network.',
      basis: 'R-8.4.3.1-3',
      modality: 'always',
      questions: ['H-24'],
      claim: holds(circumstances.accessConnectivity, 'R-8.4.3.1-3'),
    },
    {
      id: 'P8',
      title: 'The other PDN connection, idle, is untouched on both sides',
      meaning: 'Detaching from one PDN changes no field of the other one.',
      basis: 'R-8.4.3.2-1',
      modality: 'always',
      questions: ['H-13', 'A3'],
      ...(idle.length === 0 ? { premise: either() } : {}),
      claim: both(...idle.flatMap((one) => untouched(one, sharing(parts, one).length > 1))),
    },
    {
      id: 'P9',
      title: 'Only the UE starts closing the IKE SA',
      meaning: 'The second difference from I-WLAN: the network asks for the detach by DSMIPv6 signalling only.',
      basis: 'D-5',
      modality: 'always',
      questions: ['FFS-1', 'H-08'],
      ...(parts.variant.mobileIp === 'no'
        ? {
            onPurpose:
              'In I-WLAN the network may close the IKE SA itself: the second difference of the discussion part.',
          }
        : {}),
      claim: each(connections, (one) => lacks(one.seen.gatewayClosed, 'D-5')),
    },
    {
      id: 'P10',
      title: `No request is sent more than ${parts.most} times in one exchange`,
      meaning: 'Each exchange has one transmission and at most maxRetransmissions repeats.',
      basis: 'A4',
      modality: 'always',
      questions: ['A4'],
      claim: both(...transmissionCounters(parts).map((counter) => below(counter, parts.most + 1, 'A4'))),
    },
  ];
}

/** The exchanges over an IKE SA that it shares belong to the one that detaches; the IKE SA itself is its own as well. */
function untouched({ ue, pdnGw, ike, seen }: Connection, shared: boolean): readonly Claim[] {
  const ofIke = shared ? [ike.ue.ikeSa, ike.pdnGw.ikeSa] : fieldsIn(ike.ue, ike.pdnGw);
  return [...fieldsIn(ue, pdnGw, seen), ...ofIke].map((field) => is(field, field.initial, 'R-8.4.3.2-1'));
}
