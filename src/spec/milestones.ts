/** The two milestones of a detach, seen from the UE. */

export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export const milestones = [
  {
    id: 'de-registered',
    title: 'De-registered',
    text: 'The BA has arrived: the binding is gone, while the IKEv2 session may still be there.',
  },
  {
    id: 'detached',
    title: 'Detached',
    text: 'The IKEv2 session is closed too, and only the connectivity of the access network is left.',
  },
] as const satisfies readonly Milestone[];
