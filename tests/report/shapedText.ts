/** A text of the contribution's shape in other words: the project ships no copy of it, and neither do its tests. */

export const shapedParagraphs: readonly string[] = [
  'A paper on how a session is closed.',
  '1. Discussion',
  'IPsec was chosen to protect the signalling of DSMIPv6. So there is IKEv2 state at both ends; that state must be removed as part of a detach over S2c.',
  'For its removal the procedure of RFC 4306 is taken, as I-WLAN (TS 24.234) does.',
  '\u00b7 Here all security associations are deleted, since they relate to one session;',
  '\u00b7 Here the closing of IKEv2 is initiated by the UE. In the network case, signalling asks for it.',
  'Mobile IP alone would deregister with lifetime 0, but here IKEv2 is closed too, so we say detach.',
  '2. Proposal',
  'These changes are proposed.',
  '**** First change ****',
  '8.4.3\tMobile IP detach',
  "Editor's note: The clause describes what happens when Mobile IP over S2c is released.",
  '8.4.3.1',
  'General',
  'A detach by the UE closes a DSMIPv6 session with its IKEv2 session, one by the network informs of lost access to a PDN.',
  'Once the detach is done, IP connectivity of the access network stays.',
  'Two explicit procedures to detach exist:',
  '-',
  'UE-initiated: the UE does a de-registration at the PDN GW, and then it closes its session of IKEv2.',
  '-',
  'PDN GW-initiated: the UE is informed that its binding is not valid. The UE-initiated procedure shall follow then.',
  '8.4.3.2',
  'UE procedures',
  'To detach, the UE shall send a Binding Update of lifetime 0 (RFC 3775).',
  'By the procedures of IKEv2 the UE shall remove the security associations of its registration. The UE shall close those security associations associated with the registration, and make the HA do so by an INFORMATIONAL request with DELETE. In the DELETE, Protocol ID is set to "1" to indicate all ESP security associations.',
  "Editor's note: By which message the PDN GW informs the UE of a detach, and whether the UE is to acknowledge it, is FFS.",
  '8.4.3.3',
  'PDN GW procedures',
  'When a Binding Update of lifetime 0 comes in, the PDN GW shall delete the entry for its home address. Then it shall answer with a Binding Acknowledgement (RFC 3775).',
  'On receipt of the INFORMATIONAL request with DELETE, the PDN GW shall close its IKE security association with the UE and every ESP security association that was negotiated in it.',
  "Editor's note: By which message the PDN GW informs the UE of a detach is FFS.",
  '**** End of change ****',
];

/** The text with one paragraph, found by how it begins, put in another's place; without one it is left out. */
export function shapedWith(begins: string, instead?: string): readonly string[] {
  const at = shapedParagraphs.findIndex((each) => each.startsWith(begins));
  if (at === -1) throw new Error(`no paragraph begins with ${begins}`);
  return shapedParagraphs.toSpliced(at, 1, ...(instead === undefined ? [] : [instead]));
}
