/**
 * What the contribution to TR 24.801 clause 8.4.3 says, sentence by sentence and in our words: first the discussion part (D-1 to
 * D-6), then the change text, in the order of the text.
 */
import type { Force, Place } from './source.ts';

export interface Requirement {
  readonly id: string;
  /** The subclause, such as '8.4.3.2', or 'Discussion'. */
  readonly clause: string;
  readonly place: Place;
  readonly force: Force;
  /** Position in the contribution, 1 for its first sentence. */
  readonly order: number;
  readonly title: string;
  readonly text: string;
}

/** Said once, wherever the forces of the sentences are shown. */
export const informativeReport =
  'A Technical Report is informative: its "shall" shows what a later specification is meant to ask, and binds nobody yet.';

export const requirements = [
  {
    id: 'D-1',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 1,
    title: 'IPsec protects the signalling',
    text: 'IPsec protects DSMIPv6 signalling, so the UE and the PDN GW share IKEv2 and IPsec state for each DSMIPv6 session.',
  },
  {
    id: 'D-2',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 2,
    title: 'The security state goes with the detach',
    text: 'When the UE detaches over S2c, the IKEv2 and IPsec state has to go as well.',
  },
  {
    id: 'D-3',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 3,
    title: 'Removed as in IKEv2 and I-WLAN',
    text: 'The security state is removed the way RFC 4306 lays down, as I-WLAN already does in TS 24.234 clause 8.3.',
  },
  {
    id: 'D-4',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 4,
    title: 'Difference 1: every SA goes',
    text: 'Unlike in I-WLAN, every security association goes at once, because each of them belongs to the one DSMIPv6 session.',
  },
  {
    id: 'D-5',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 5,
    title: 'Difference 2: only the UE closes IKEv2',
    text: 'Unlike in I-WLAN, only the UE starts the IKEv2 closing; the network merely asks for it by DSMIPv6 signalling.',
  },
  {
    id: 'D-6',
    clause: 'Discussion',
    place: 'discussion',
    force: 'discussion only',
    order: 6,
    title: 'From deregistration to detach',
    text: 'A de-registration is normally just a BU with lifetime 0; ending the IKEv2 session too turns it into a detach.',
  },
  {
    id: 'R-8.4.3-1',
    clause: '8.4.3',
    place: "editor's note",
    force: "editor's note",
    order: 7,
    title: 'What the clause covers',
    text: 'The clause is about releasing the Mobile IP connection of a UE over S2c.',
  },
  {
    id: 'R-8.4.3.1-1',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 8,
    title: 'A detach by the UE ends both sessions',
    text: 'A detach by the UE ends its DSMIPv6 session and the IKEv2 session that belongs to it.',
  },
  {
    id: 'R-8.4.3.1-2',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 9,
    title: 'A detach by the network is for one PDN',
    text: 'A detach by the network tells the UE that it can no longer reach one particular PDN over DSMIPv6.',
  },
  {
    id: 'R-8.4.3.1-3',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 10,
    title: 'Access connectivity stays',
    text: 'Once detached, the UE keeps the IP connectivity that its access network gives it.',
  },
  {
    id: 'R-8.4.3.1-4',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 11,
    title: 'Two explicit procedures',
    text: 'A detach is explicit in exactly two ways: the UE starts it, or the PDN GW does.',
  },
  {
    id: 'R-8.4.3.1-5',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 12,
    title: 'UE-initiated: de-register and close',
    text: 'In the UE-initiated procedure the UE ends its registration at the PDN GW, and its IKEv2 session with it.',
  },
  {
    id: 'R-8.4.3.1-6',
    clause: '8.4.3.1',
    place: 'general',
    force: 'descriptive',
    order: 13,
    title: 'PDN GW-initiated: the UE is informed',
    text: 'In the PDN GW-initiated procedure the PDN GW lets the UE know that its binding is not valid any longer.',
  },
  {
    id: 'R-8.4.3.1-7',
    clause: '8.4.3.1',
    place: 'general',
    force: 'shall',
    order: 14,
    title: 'Then the UE-initiated procedure follows',
    text: 'Once informed by the PDN GW, the UE must run the UE-initiated procedure.',
  },
  {
    id: 'R-8.4.3.2-1',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'shall',
    order: 15,
    title: 'The UE sends a BU with lifetime 0',
    text: 'To detach from one PDN, the UE must send a Binding Update with lifetime 0, following RFC 3775.',
  },
  {
    id: 'R-8.4.3.2-2',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'shall',
    order: 16,
    title: 'The UE removes the SAs by IKEv2',
    text: 'The UE must remove, by means of IKEv2, the IPsec security associations tied to this registration.',
  },
  {
    id: 'R-8.4.3.2-3',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'shall',
    order: 17,
    title: 'The UE closes its own SAs',
    text: 'On its own side the UE must close the security associations that belong to the registration.',
  },
  {
    id: 'R-8.4.3.2-4',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'shall',
    order: 18,
    title: 'The UE sends DELETE',
    text: 'By an INFORMATIONAL request that carries DELETE, the UE must make the home agent close those security associations too.',
  },
  {
    id: 'R-8.4.3.2-5',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'shall',
    order: 19,
    title: 'DELETE names Protocol ID 1',
    text: 'The DELETE must name Protocol ID 1, so that every ESP SA agreed under this IKEv2 exchange goes.',
  },
  {
    id: 'R-8.4.3.2-6',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'FFS',
    order: 20,
    title: 'FFS for the UE: which message',
    text: 'Which message tells the UE of a detach by the PDN GW is left for further study.',
  },
  {
    id: 'R-8.4.3.2-7',
    clause: '8.4.3.2',
    place: 'ue',
    force: 'FFS',
    order: 21,
    title: 'FFS for the UE: acknowledge or not',
    text: 'Whether the UE has to acknowledge that message is left for further study.',
  },
  {
    id: 'R-8.4.3.3-1',
    clause: '8.4.3.3',
    place: 'pdnGw',
    force: 'shall',
    order: 22,
    title: 'The PDN GW deletes the binding',
    text: 'On a Binding Update with lifetime 0, the PDN GW must delete its entry for that home address, if it has one.',
  },
  {
    id: 'R-8.4.3.3-2',
    clause: '8.4.3.3',
    place: 'pdnGw',
    force: 'shall',
    order: 23,
    title: 'The PDN GW answers with a BA',
    text: 'After that, the PDN GW must answer with a Binding Acknowledgement, following RFC 3775.',
  },
  {
    id: 'R-8.4.3.3-3',
    clause: '8.4.3.3',
    place: 'pdnGw',
    force: 'shall',
    order: 24,
    title: 'The PDN GW closes the IKE SA',
    text: 'When the DELETE for the security associations of a registration arrives, the PDN GW must close the IKE SA.',
  },
  {
    id: 'R-8.4.3.3-4',
    clause: '8.4.3.3',
    place: 'pdnGw',
    force: 'shall',
    order: 25,
    title: 'The PDN GW closes the ESP SAs',
    text: 'Together with the IKE SA, the PDN GW must close every ESP SA towards the UE that was agreed under it.',
  },
  {
    id: 'R-8.4.3.3-5',
    clause: '8.4.3.3',
    place: 'pdnGw',
    force: 'FFS',
    order: 26,
    title: 'FFS for the PDN GW: which message',
    text: 'Which message the PDN GW sends to start a detach is left for further study.',
  },
] as const satisfies readonly Requirement[];

/** Every sentence of the contribution that a rule may rest on. */
export type RequirementId = (typeof requirements)[number]['id'];
