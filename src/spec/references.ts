/** The documents behind the facts, what each was used for, and how much of it was seen. */

export interface Reference {
  readonly document: string;
  /** The clauses meant, as printed. */
  readonly clause: string;
  readonly usedFor: string;
  readonly seen: 'full' | 'part' | 'quotations' | 'codes only' | 'secondary summary' | 'not read';
}

export const references = [
  { document: 'contribution to TR 24.801', clause: '8.4.3 to 8.4.3.3', usedFor: 'requirements', seen: 'full' },
  {
    document: 'TS 24.303 (Rel-17)',
    clause: '4.1, starts of 5.1.1 and 5.2.1, payload child SA, A.3 in part, A.5.1, A.6',
    usedFor: 'scope and field values',
    seen: 'part',
  },
  {
    document: 'TS 24.303',
    clause: '5.4 and its subclauses, A.5.2',
    usedFor: 'detach text of UE and home agent, BA table',
    seen: 'not read',
  },
  { document: 'TS 23.402', clause: '6.5, 7.5', usedFor: 'stage-2 order', seen: 'secondary summary' },
  { document: 'TS 23.402', clause: '6.4, 7.9.1, 16.x', usedFor: 'contrast with S2a and S2b', seen: 'part' },
  { document: 'TS 23.139', clause: '8.3.2', usedFor: 'pointer to TS 23.402 7.5.2, steps 1 to 4 and 6', seen: 'full' },
  { document: 'TS 24.302', clause: '7.1', usedFor: 'release by either side', seen: 'part' },
  { document: 'TS 24.234', clause: '8.3', usedFor: 'I-WLAN rule', seen: 'not read' },
  { document: 'TS 24.502', clause: 'IKE SA deletion', usedFor: 'later wording of the same step', seen: 'part' },
  { document: 'TS 36.508', clause: '4.7C', usedFor: 'IKEv2 and IPsec profiles', seen: 'part' },
  { document: 'TS 33.234', clause: '6.5', usedFor: 'IKEv2 and IPsec profiles', seen: 'not read' },
  { document: 'TS 33.402', clause: 'profiles', usedFor: 'IKEv2 and IPsec profiles', seen: 'not read' },
  {
    document: 'RFC 3775, RFC 6275',
    clause: '6.1, 6.1.7, 6.1.8, 6.4, 9, 10.3, 11, 12',
    usedFor: 'Mobile IPv6',
    seen: 'quotations',
  },
  { document: 'RFC 5555', clause: 'options, port, NAT', usedFor: 'DSMIPv6', seen: 'quotations' },
  {
    document: 'RFC 4877, RFC 3776',
    clause: 'packet formats, SPD',
    usedFor: 'IPsec for Mobile IPv6',
    seen: 'not read',
  },
  { document: 'RFC 5846', clause: '5 to 12', usedFor: 'binding revocation', seen: 'codes only' },
  {
    document: 'RFC 4306, RFC 4718, RFC 5996, RFC 7296',
    clause:
      '1.4, 1.5, 2.1 to 2.4, 2.6, 2.14, 2.17, 2.21, 2.23, 2.25, 3.1, 3.10, 3.11, 3.13, 3.14; RFC 4718 5.6 to 5.8, 5.11',
    usedFor: 'IKEv2',
    seen: 'part',
  },
  { document: 'RFC 4307', clause: '3', usedFor: 'algorithms', seen: 'full' },
  { document: 'RFC 4301', clause: '4.4.1, 4.4.2', usedFor: 'SPD and SAD', seen: 'part' },
  {
    document: 'RFC 4303, RFC 3602, RFC 4106, RFC 5282, RFC 4835',
    clause: 'ESP, AES-CBC, AES-GCM',
    usedFor: 'formats, checked by decoders',
    seen: 'not read',
  },
  {
    document: 'RFC 5142, RFC 5847, RFC 7077',
    clause: 'codes',
    usedFor: 'Home Agent Switch, Heartbeat, Update Notification',
    seen: 'codes only',
  },
] as const satisfies readonly Reference[];
