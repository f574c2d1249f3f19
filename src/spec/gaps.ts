/** What the contribution leaves unsaid: gaps A1 to A15, where each is filled, and which choice of a reading decides it. */

/** The parameters of a reading (`variant`) that an open point of the text leads to. */
export type ReadingParameter =
  | 'order'
  | 'ueCloses'
  | 'notification'
  | 'acknowledgement'
  | 'bindingOnAcknowledgement'
  | 'notificationGiveUp'
  | 'maxRetransmissions'
  | 'timers'
  | 'lifetimeMayExpire'
  | 'deleteRemovesBinding'
  | 'rememberDeleteResponse'
  | 'unknownBinding'
  | 'on133'
  | 'deleteScope';

export interface Gap {
  readonly id: string;
  readonly kind: 'gap' | 'editorial';
  /** 'cited RFC': left to the cited RFC, no action. 'open': a question to the text. */
  readonly settledBy: 'cited RFC' | 'open';
  readonly title: string;
  readonly text: string;
  /** Where an answer can be found, as a sentence. */
  readonly filled: string;
  /** The choices that decide it; empty if none does. */
  readonly readings: readonly ReadingParameter[];
}

export const gaps = [
  {
    id: 'A1',
    kind: 'gap',
    settledBy: 'open',
    title: 'Order of BU and DELETE',
    text: 'The text gives no order for BU, BA and DELETE, so may the DELETE leave before the BA has arrived?',
    filled: 'Stage 2 has the BA first and the IKE closing later (TS 23.402 6.5.2, seen in a summary only).',
    readings: ['order'],
  },
  {
    id: 'A2',
    kind: 'gap',
    settledBy: 'cited RFC',
    title: 'The response to DELETE',
    text: 'The text never mentions the response of the PDN GW to the INFORMATIONAL request.',
    filled: 'RFC 4306 1.4 makes it mandatory; RFC 4718 5.8 and RFC 5996 1.4.1 have it empty.',
    readings: ['rememberDeleteResponse'],
  },
  {
    id: 'A3',
    kind: 'gap',
    settledBy: 'cited RFC',
    title: 'What Protocol ID 1 means',
    text: 'Protocol ID 1 strictly names the IKE SA, and the ESP SAs go along unnamed; SPI size 0 and no SPIs are not stated.',
    filled: 'RFC 4306 3.11 says how the DELETE of an IKE SA looks.',
    readings: ['deleteScope'],
  },
  {
    id: 'A4',
    kind: 'gap',
    settledBy: 'cited RFC',
    title: 'Retransmission and giving up',
    text: 'The text has no rule for retransmission, for timers or for giving up.',
    filled: 'RFC 3775 11.8 repeats a BU without an end; RFC 4306 2.4 repeats a request, then drops the IKE SA.',
    readings: ['maxRetransmissions', 'timers'],
  },
  {
    id: 'A5',
    kind: 'gap',
    settledBy: 'open',
    title: 'A BA that refuses',
    text: 'What does the UE do on a BA of status 128 or more, and which status answers a BU that finds no binding?',
    filled: 'RFC 3775 10.3.2 answers an unknown binding with 133; that the UE may take 133 as done is textbook advice.',
    readings: ['unknownBinding', 'on133'],
  },
  {
    id: 'A6',
    kind: 'gap',
    settledBy: 'cited RFC',
    title: "The UE's own list entry",
    text: 'The text does not say that the UE deletes its own Binding Update List entry.',
    filled: 'RFC 3775 11.7.3 deletes it when the BA accepts.',
    readings: [],
  },
  {
    id: 'A7',
    kind: 'gap',
    settledBy: 'open',
    title: 'When the PDN GW drops the binding',
    text: 'When the network starts the detach, at which moment does the PDN GW delete its binding?',
    filled: 'RFC 5846 deletes it with a successful BRA or after the last repeat (unconfirmed, and not cited).',
    readings: ['bindingOnAcknowledgement', 'notificationGiveUp'],
  },
  {
    id: 'A8',
    kind: 'gap',
    settledBy: 'open',
    title: 'Implicit detach',
    text: 'Two explicit procedures imply an implicit one, but what happens when the lifetime runs out is not described.',
    filled: 'RFC 3775 ends the binding; stage 2 cleans up in silence (summary only); the IKE SA is left over.',
    readings: ['lifetimeMayExpire'],
  },
  {
    id: 'A9',
    kind: 'gap',
    settledBy: 'open',
    title: 'Care-of address with lifetime 0',
    text: 'RFC 3775 6.1.7 wants the care-of address to be the home address when the lifetime is 0, yet this UE stays on a foreign link.',
    filled: 'Later practice, TS 24.303 A.5 included, keeps the real care-of address.',
    readings: [],
  },
  {
    id: 'A10',
    kind: 'editorial',
    settledBy: 'open',
    title: 'HA or PDN GW',
    text: 'The text calls the same node HA in one place and PDN GW in the others.',
    filled: 'One name throughout would do.',
    readings: [],
  },
  {
    id: 'A11',
    kind: 'editorial',
    settledBy: 'cited RFC',
    title: 'Towards the UE',
    text: 'SAs towards the UE could be read as the outbound half only, although both directions have to go.',
    filled: 'RFC 4306 1.4 closes child SAs in pairs.',
    readings: [],
  },
  {
    id: 'A12',
    kind: 'gap',
    settledBy: 'open',
    title: 'DELETE while the binding stands',
    text: 'What does the PDN GW do with a binding that still stands when the IKE SA is deleted?',
    filled: 'Nothing fills it: taken literally, the binding stays until its lifetime ends.',
    readings: ['deleteRemovesBinding'],
  },
  {
    id: 'A13',
    kind: 'gap',
    settledBy: 'cited RFC',
    title: "The UE's own IKE SA",
    text: 'The UE part never says that the UE closes its IKE SA, whereas the PDN GW part does say it.',
    filled: 'RFC 4306 1.4 closes the IKE SA at both ends.',
    readings: ['ueCloses'],
  },
  {
    id: 'A14',
    kind: 'editorial',
    settledBy: 'open',
    title: 'The opening note is stale',
    text: 'The opening note still promises procedures that the new text has just supplied.',
    filled: 'The note can be deleted with the change.',
    readings: [],
  },
  {
    id: 'A15',
    kind: 'editorial',
    settledBy: 'open',
    title: 'The two notes differ',
    text: 'The note for the UE leaves message and acknowledgement open, the one for the PDN GW only the message.',
    filled: 'Both notes should ask for the same two things.',
    readings: ['notification', 'acknowledgement'],
  },
] as const satisfies readonly Gap[];

/** A1 to A15. */
export type GapId = (typeof gaps)[number]['id'];
