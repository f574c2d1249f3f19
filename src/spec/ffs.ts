/**
 * The points that the editor's notes leave open, the 13 candidate answers with what speaks for and against each, and what an
 * acknowledgement changes.
 */
import type { RequirementId } from './requirements.ts';

export interface FfsPoint {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The notes that raise it. */
  readonly notes: readonly RequirementId[];
}

export const ffsPoints = [
  {
    id: 'FFS-1',
    title: 'Which message',
    text: 'Which message does the PDN GW send to tell the UE that a detach takes place?',
    notes: ['R-8.4.3.2-6', 'R-8.4.3.3-5'],
  },
  {
    id: 'FFS-2',
    title: 'Acknowledge or not',
    text: 'Does the UE have to acknowledge that message?',
    notes: ['R-8.4.3.2-7'],
  },
  {
    id: 'FFS-3',
    title: 'The opening note',
    text: 'Can the note that opens 8.4.3 go, now that the text describes the procedures it promises?',
    notes: ['R-8.4.3-1'],
  },
] as const satisfies readonly FfsPoint[];

/** FFS-1 to FFS-3. */
export type FfsId = (typeof ffsPoints)[number]['id'];

export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is. */
  readonly text: string;
  /** The messages in order. Optional ones stand in brackets. */
  readonly flow: readonly string[];
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** The reading that shows it, in the notation of presets; null if the model does not have it. */
  readonly modelled: string | null;
}

export const candidates = [
  {
    id: 'C-1',
    title: 'BRI with BRA',
    text: 'The PDN GW sends a Binding Revocation Indication and the UE acknowledges it: this is what 3GPP chose later.',
    flow: [
      'PDN GW to UE: BRI',
      'UE to PDN GW: BRA',
      '[UE to PDN GW: BU(0)]',
      '[PDN GW to UE: BA]',
      'UE to PDN GW: DELETE',
      'PDN GW to UE: response',
    ],
    for: [
      'It is made for this purpose and carries a reason.',
      'Its answer is matched by sequence number.',
      'It is protected by ESP and works over a NAT path.',
      'The acknowledgement gives both ends the same view.',
    ],
    against: [
      'In 2008 it was only a draft.',
      'It needs SA selectors that cover Mobility Header type 16.',
      'It needs an exception for the routing header and the Home Address option.',
      'A UE without it answers BE status 2.',
      'A BU(0) sent afterwards draws status 133 if the binding went with the BRA.',
    ],
    modelled: 'notification=bri, acknowledgement=yes',
  },
  {
    id: 'C-2',
    title: 'BRI without acknowledgement',
    text: 'The PDN GW sends a BRI and takes the BU(0) that follows as its acknowledgement.',
    flow: [
      'PDN GW to UE: BRI',
      'UE to PDN GW: BU(0)',
      'PDN GW to UE: BA',
      'UE to PDN GW: DELETE',
      'PDN GW to UE: response',
    ],
    for: [
      'It saves one message.',
      'The BU(0) proves that the BRI arrived.',
      'The binding stays until BU(0), so the BA has status 0.',
    ],
    against: [
      'RFC 5846 wants a BRA.',
      'The PDN GW would have to repeat the BRI until BU(0) comes.',
      'Handling a loss mixes two timers.',
    ],
    modelled: 'notification=bri, acknowledgement=no',
  },
  {
    id: 'C-3',
    title: 'Unsolicited BA',
    text: 'The PDN GW sends a BA that nobody asked for, with lifetime 0 or a refusing status.',
    flow: ['PDN GW to UE: BA', '[UE to PDN GW: BU(0)]', '[PDN GW to UE: BA]', 'UE to PDN GW: DELETE'],
    for: ['The message exists.', 'The selectors of the signalling SAs cover it already.'],
    against: [
      'The UE must ignore a BA that matches no outstanding BU.',
      'It carries no reason.',
      'Nothing acknowledges it.',
    ],
    modelled: 'notification=unsolicitedBa',
  },
  {
    id: 'C-4',
    title: 'Binding Error status 1',
    text: 'The PDN GW sends a Binding Error that claims not to know the home address.',
    flow: ['PDN GW to UE: BE(1)', 'UE: left to the UE'],
    for: ['The message exists.'],
    against: [
      'It is not protected, so anyone can forge it.',
      'It means that a home address is unknown.',
      'It would make the UE register again.',
    ],
    modelled: null,
  },
  {
    id: 'C-5',
    title: 'Binding Refresh Request',
    text: 'The PDN GW asks for a refresh and refuses the BU that comes.',
    flow: ['PDN GW to UE: BRR', 'UE to PDN GW: BU', 'PDN GW to UE: BA(129)'],
    for: ['The message exists.', 'It already means: send a BU.'],
    against: ['It asks for a refresh, not for a removal.', 'The detach comes about only by refusing the refresh.'],
    modelled: null,
  },
  {
    id: 'C-6',
    title: 'Refuse the next refresh',
    text: 'The PDN GW waits for the next refresh BU and refuses it with status 129.',
    flow: ['UE to PDN GW: BU', 'PDN GW to UE: BA(129)', 'UE to PDN GW: DELETE'],
    for: ['It needs no new message.'],
    against: ['It works only at the next refresh, minutes or hours later.'],
    modelled: null,
  },
  {
    id: 'C-7',
    title: 'DELETE from the PDN GW',
    text: 'The PDN GW deletes the IKE SA itself and the UE takes that as the end of its session.',
    flow: ['PDN GW to UE: DELETE', 'UE to PDN GW: empty response', 'UE: drops its binding'],
    for: ['It is reliable and acknowledged.', 'It needs no new message.'],
    against: [
      'The discussion part rules it out, though the change text is silent.',
      'A BU(0) can no longer be protected afterwards.',
      'The binding has to be dropped locally.',
      'It carries no reason.',
      'The UE may simply connect again.',
    ],
    modelled: 'notification=gatewayDelete',
  },
  {
    id: 'C-8',
    title: 'Home Agent Switch',
    text: 'The PDN GW sends a Home Agent Switch (RFC 5142), so that the UE leaves this home agent.',
    flow: ['PDN GW to UE: Home Agent Switch', 'UE to PDN GW: BU(0)', 'UE: goes to another home agent'],
    for: ['It is an RFC of January 2008.', 'It leads to BU(0) by itself.', 'It is protected.'],
    against: ['It means: use another home agent, so the UE would attach again at once (unconfirmed).'],
    modelled: null,
  },
  {
    id: 'C-9',
    title: 'Generic signalling message',
    text: 'The PDN GW sends a generic signalling message of type detach, and the UE acknowledges it.',
    flow: ['PDN GW to UE: generic message, type detach', 'UE to PDN GW: acknowledgement'],
    for: ['It can be extended.'],
    against: ['It was a draft and never became an RFC.', 'Early revocation drafts leaned on it and then left it.'],
    modelled: null,
  },
  {
    id: 'C-10',
    title: 'Heartbeat',
    text: 'The PDN GW would use the Heartbeat of RFC 5847.',
    flow: ['PDN GW to UE: Heartbeat'],
    for: ['It has a request and a response.'],
    against: [
      'It checks whether a Proxy Mobile IPv6 peer is alive.',
      'It does not name a binding.',
      'It is not for mobile nodes.',
    ],
    modelled: null,
  },
  {
    id: 'C-11',
    title: 'Update Notification',
    text: 'The PDN GW would use the Update Notification of RFC 7077.',
    flow: ['PDN GW to UE: Update Notification', 'UE to PDN GW: acknowledgement'],
    for: ['It has an acknowledgement and a reason.'],
    against: ['It is of 2013, five years too late.', 'It is for Proxy Mobile IPv6 anchors and gateways only.'],
    modelled: null,
  },
  {
    id: 'C-12',
    title: 'A message of the access',
    text: 'The network would tell the UE through the access: by EAP, DHCP or access signalling.',
    flow: ['Network to access', 'Access to UE'],
    for: ['S2c itself does not change.'],
    against: [
      'The discussion part wants DSMIPv6 signalling.',
      'The access has to stay up.',
      'An untrusted access cannot do it.',
    ],
    modelled: null,
  },
  {
    id: 'C-13',
    title: 'No message',
    text: 'The PDN GW tells the UE nothing: it deletes the binding, or lets its lifetime run out.',
    flow: ['PDN GW: deletes the binding'],
    for: ['It is trivial.'],
    against: [
      'The UE is not informed, which the general part describes.',
      'Traffic vanishes until the next BU, which is refused or creates the binding again.',
    ],
    modelled: 'notification=none, lifetimeMayExpire=yes',
  },
] as const satisfies readonly Candidate[];

/** C-1 to C-13. */
export type CandidateId = (typeof candidates)[number]['id'];

/** What an acknowledgement of the notification changes (FFS-2). */
export const acknowledgementEffects = {
  yes: [
    'The PDN GW knows that the UE got the message.',
    'Repeating the message is simple.',
    'Both ends delete at a defined moment.',
    'There is one message more.',
  ],
  no: [
    'The BU(0) or the DELETE that follows is the proof.',
    'The timer of the PDN GW has to cover what the UE does, its BU and its IKEv2 closing.',
  ],
  either: ['A UE out of coverage looks the same with and without an acknowledgement.'],
} as const;
