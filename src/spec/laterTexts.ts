/**
 * What other 3GPP documents say: S2-.. the stage-2 order of TS 23.402, T-.. the stage-3 answer of TS 24.303, W-.. the WLAN
 * specifications with which the contribution compares itself. None of them is part of the text.
 */
import type { Fact } from './fact.ts';

export const stageTwoFacts = [
  {
    id: 'S2-1',
    title: 'Stage 2: BA first, IKE closing later',
    document: 'TS 23.402',
    section: '6.5.2',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'In the stage-2 flow the BA comes first, and the UE ends the IKE SA only afterwards.',
  },
  {
    id: 'S2-2',
    title: 'Stage 2: the BA waits for AAA and PCRF',
    document: 'TS 23.402',
    section: '6.5.2',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'In the stage-2 flow the PDN GW informs AAA and ends the IP-CAN session before it sends the BA.',
  },
  {
    id: 'S2-3',
    title: 'Stage 2: either side ends the IKE SA',
    document: 'TS 23.402',
    section: '6.5.3, 6.5.4',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'When the network starts the detach, stage 2 lets the PDN GW or the UE end the IKE SA (unconfirmed).',
  },
  {
    id: 'S2-4',
    title: 'Stage 2: implicit detach is silent',
    document: 'TS 23.402',
    section: '6.5.4',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'When the lifetime runs out, stage 2 leaves out the detach request and its acknowledgement.',
  },
  {
    id: 'S2-5',
    title: 'Stage 2: the ePDG tunnel goes last',
    document: 'TS 23.402',
    section: '7.5',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'On untrusted access the UE drops the ePDG tunnel after the S2c detach of its last PDN connection.',
  },
  {
    id: 'S2-6',
    title: 'Stage 2: request, then acknowledgement',
    document: 'TS 23.402',
    section: '6.5.3, 6.5.4',
    force: 'text is silent',
    confidence: 'secondary',
    text: 'In the network-initiated flows the PDN GW sends a detach request and the UE acknowledges it.',
  },
  {
    id: 'S2-7',
    title: 'Stage 2: once per PDN connection',
    document: 'TS 23.139',
    section: '8.3.2',
    force: 'text is silent',
    confidence: 'read',
    text: 'With several PDN connections, the detach is repeated for each of them.',
  },
] as const satisfies readonly Fact[];

export const ts24303Facts = [
  {
    id: 'T-1',
    title: 'TS 24.303 chose BRI',
    document: 'TS 24.303',
    section: 'A.6.1',
    force: 'text is silent',
    confidence: 'read',
    text: 'TS 24.303 later chose the BRI as the message, with trigger 1 and the flags P, V and G clear.',
  },
  {
    id: 'T-2',
    title: 'TS 24.303 acknowledges with BRA',
    document: 'TS 24.303',
    section: 'A.6.2',
    force: 'text is silent',
    confidence: 'read',
    text: 'TS 24.303 later has the UE acknowledge with a BRA that repeats the sequence number and gives the result.',
  },
  {
    id: 'T-3',
    title: 'TS 24.303: only DELETE follows',
    document: 'TS 24.303',
    section: '5.4',
    force: 'text is silent',
    confidence: 'unconfirmed',
    text: 'In TS 24.303 the UE drops its binding with the BRA and then sends only DELETE, no further BU (unconfirmed).',
  },
  {
    id: 'T-4',
    title: 'TS 24.303: the detaching BU',
    document: 'TS 24.303',
    section: 'A.5.1',
    force: 'text is silent',
    confidence: 'read',
    text: 'In TS 24.303 the detaching BU has lifetime 0, sets H, A and K, clears F and names the real care-of address.',
  },
  {
    id: 'T-5',
    title: 'TS 24.303 keeps Protocol ID 1',
    document: 'TS 24.303',
    section: '5.4',
    force: 'text is silent',
    confidence: 'unconfirmed',
    text: 'TS 24.303 keeps Protocol ID 1, and the PDN GW closes the IKE SA with all its ESP SAs (unconfirmed).',
  },
  {
    id: 'T-6',
    title: 'TS 24.303: who starts what',
    document: 'TS 24.303',
    section: '4.1',
    force: 'text is silent',
    confidence: 'read',
    text: 'In TS 24.303 only the UE sets the mobility tunnel up, while UE and network may both tear it down.',
  },
  {
    id: 'T-7',
    title: 'TS 24.303: once per PDN connection',
    document: 'TS 24.303',
    section: '4.1',
    force: 'text is silent',
    confidence: 'read',
    text: 'In TS 24.303 the procedures run once for each PDN connection.',
  },
  {
    id: 'T-8',
    title: 'TS 24.303: payload SAs',
    document: 'TS 24.303',
    section: '5.1, 5.2',
    force: 'text is silent',
    confidence: 'read',
    text: 'In TS 24.303 either end may add a payload SA after set-up, except that on untrusted access the UE may not.',
  },
] as const satisfies readonly Fact[];

export const wlanFacts = [
  {
    id: 'W-1',
    title: 'I-WLAN: either side releases',
    document: 'TS 24.234',
    section: '8.3',
    force: 'text is silent',
    confidence: 'unconfirmed',
    text: 'In I-WLAN the tunnel may be released by the UE or by the network (TS 24.234 8.3 was not read).',
  },
  {
    id: 'W-2',
    title: 'I-WLAN: chosen SAs can go',
    document: 'TS 24.234',
    section: '8.3',
    force: 'text is silent',
    confidence: 'unconfirmed',
    text: 'In I-WLAN a DELETE may name Protocol ID 3 and single ESP SAs, since several tunnels may share an IKE SA (not read).',
  },
  {
    id: 'W-3',
    title: 'Later wording: TS 24.502',
    document: 'TS 24.502',
    section: 'IKE SA deletion',
    force: 'text is silent',
    confidence: 'read',
    text: 'TS 24.502 later spells it out: DELETE with Protocol ID 1 and no SPIs, an empty response, and without one all state is dropped.',
  },
] as const satisfies readonly Fact[];

/** S2-1 to S2-7. */
export type StageTwoFactId = (typeof stageTwoFacts)[number]['id'];
/** T-1 to T-8. */
export type Ts24303FactId = (typeof ts24303Facts)[number]['id'];
/** W-1 to W-3. */
export type WlanFactId = (typeof wlanFacts)[number]['id'];
