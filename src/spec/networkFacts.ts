/** What the modelled network may do to a packet or a node. */
import type { Fact } from './fact.ts';

const assumed = { document: 'our choice', section: null, force: 'text is silent', confidence: 'our choice' } as const;

export const networkFacts = [
  { ...assumed, id: 'NET-1', title: 'Loss', text: 'The network may lose any packet.' },
  { ...assumed, id: 'NET-2', title: 'Duplication', text: 'The network may deliver a packet twice.' },
  {
    ...assumed,
    id: 'NET-3',
    title: 'Reordering',
    text: 'The network may deliver a later packet before an earlier one.',
  },
  {
    ...assumed,
    id: 'NET-4',
    title: 'Alteration',
    text: 'The network, or someone in it, may alter a packet or forge one.',
  },
  {
    ...assumed,
    id: 'NET-5',
    title: 'Coverage lost for good',
    text: 'The UE may leave coverage for good: nothing in flight or sent later arrives, while timers go on.',
  },
  {
    ...assumed,
    id: 'NET-6',
    title: 'Restart',
    text: 'A node may restart and lose all its state, while packets already in flight still arrive.',
  },
] as const satisfies readonly Fact[];

/** NET-1 to NET-6. */
export type NetworkFactId = (typeof networkFacts)[number]['id'];
