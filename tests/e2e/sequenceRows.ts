/** Rows for the tests of the sequence diagram. */
import type { Lifeline, MessageFate, MessageRow, SequenceRow } from '#chart/sequenceRow.ts';

export const LIFELINES: readonly Lifeline[] = [
  { id: 'ue', name: 'UE' },
  { id: 'pdnGw', name: 'PDN GW' },
];

export const FATES: readonly MessageFate[] = ['delivered', 'inFlight', 'lost', 'discarded', 'notSent'];

export function message(number: number, more: Partial<MessageRow> = {}): MessageRow {
  return {
    kind: 'message',
    key: `m${number}`,
    step: number,
    number,
    from: number % 2 === 1 ? 'ue' : 'pdnGw',
    to: number % 2 === 1 ? 'pdnGw' : 'ue',
    label: 'Binding Update, lifetime 0',
    dashed: false,
    fate: 'delivered',
    copy: false,
    ...more,
  };
}

/** A run with all kinds of row and of fate, and labels from one word to three lines. */
export function manyRows(count: number): readonly SequenceRow[] {
  const words =
    'INFORMATIONAL request with a DELETE payload of Protocol ID one and then some more words than fit'.split(' ');
  return Array.from({ length: count }, (_, i): SequenceRow => {
    const step = 1 + Math.floor(i / 3);
    const over = i % 4 < 2 ? 'ue' : 'pdnGw';
    if (i % 7 === 3)
      return { kind: 'condition', key: `c${i}`, step, over, text: `awaiting ${words.slice(0, i % 9).join(' ')}` };
    if (i % 11 === 5)
      return { kind: 'timer', key: `t${i}`, step, over, action: 'started', text: `T-BU started, ${i} s` };
    if (i % 13 === 6)
      return { kind: 'event', key: `e${i}`, step, over: i % 2 ? 'network' : over, text: 'Order: detach' };
    return message(i + 1, {
      key: `m${i}`,
      step,
      label: words.slice(0, 1 + (i % words.length)).join(' '),
      fate: FATES[i % FATES.length] ?? 'delivered',
      dashed: i % 6 === 0,
      copy: i % 17 === 0,
      ...(i % 5 === 3 ? { reason: 'no security association with this SPI' } : {}),
    });
  });
}

/** A detach as a lecture shows it: 25 rows. */
export function lectureRows(): readonly SequenceRow[] {
  const at = (step: number, key: string) => ({ step, key });
  return [
    { kind: 'condition', ...at(0, 'c1'), over: 'ue', text: 'attached' },
    { kind: 'condition', ...at(0, 'c2'), over: 'pdnGw', text: 'binding, IKE SA and ESP SAs' },
    { kind: 'event', ...at(1, 'e1'), over: 'pdnGw', text: 'Operator orders detach' },
    message(1, {
      ...at(1, 'm1'),
      from: 'pdnGw',
      to: 'ue',
      label: 'Detach notification',
      dashed: true,
      group: 'notification',
    }),
    { kind: 'timer', ...at(1, 't0'), over: 'pdnGw', action: 'started', text: 'T-notify started, 1 s' },
    message(2, {
      ...at(2, 'm2'),
      from: 'ue',
      to: 'pdnGw',
      label: 'Acknowledgement',
      dashed: true,
      group: 'notification',
    }),
    { kind: 'timer', ...at(2, 't0b'), over: 'pdnGw', action: 'stopped', text: 'T-notify stopped' },
    message(3, { ...at(2, 'm3'), from: 'ue', to: 'pdnGw', fate: 'lost', group: 'deregistration' }),
    { kind: 'timer', ...at(2, 't1'), over: 'ue', action: 'started', text: 'T-BU started, 1 s' },
    { kind: 'condition', ...at(2, 'c3'), over: 'ue', text: 'awaiting Binding Ack' },
    { kind: 'event', ...at(3, 'e2'), over: 'network', text: 'Network loses message (3)' },
    { kind: 'timer', ...at(4, 't2'), over: 'ue', action: 'fired', text: 'T-BU fired' },
    message(4, { ...at(4, 'm4'), from: 'ue', to: 'pdnGw', group: 'deregistration' }),
    { kind: 'condition', ...at(5, 'c4'), over: 'pdnGw', text: 'binding deleted' },
    message(5, { ...at(5, 'm5'), from: 'pdnGw', to: 'ue', label: 'Binding Ack, status 0', group: 'deregistration' }),
    { kind: 'timer', ...at(6, 't3'), over: 'ue', action: 'stopped', text: 'T-BU stopped' },
    { kind: 'condition', ...at(6, 'c5'), over: 'ue', text: 'de-registered' },
    message(6, {
      ...at(6, 'm6'),
      from: 'ue',
      to: 'pdnGw',
      label: 'INFORMATIONAL request, DELETE (IKE)',
      group: 'ikeClosing',
    }),
    message(7, {
      ...at(7, 'm7'),
      from: 'ue',
      to: 'pdnGw',
      label: 'Binding Update, lifetime 0',
      copy: true,
      fate: 'discarded',
      reason: 'no SA with this SPI',
    }),
    message(8, {
      ...at(8, 'm8'),
      from: 'pdnGw',
      to: 'ue',
      label: 'INFORMATIONAL response',
      crosses: [7],
      group: 'ikeClosing',
    }),
    { kind: 'condition', ...at(8, 'c6'), over: 'pdnGw', text: 'IKE SA closed' },
    message(9, {
      ...at(9, 'm9'),
      from: 'pdnGw',
      to: 'ue',
      label: 'Binding Ack, status 133',
      fate: 'notSent',
      reason: 'no SA',
    }),
    { kind: 'condition', ...at(9, 'c7'), over: 'ue', text: 'detached' },
    { kind: 'condition', ...at(9, 'c8'), over: 'pdnGw', text: 'detached' },
    { kind: 'event', ...at(10, 'e3'), over: 'ue', text: 'Access IP stays up' },
  ];
}
