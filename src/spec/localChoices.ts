/** What no document settles and the app therefore decides by itself, most of it by a parameter of the reading. */
import type { Fact } from './fact.ts';

const chosen = { document: 'our choice', section: null, force: 'text is silent', confidence: 'our choice' } as const;

export const localChoices = [
  {
    ...chosen,
    id: 'L-1',
    title: 'When the UE gives up its BU',
    text: 'After its last BU stays unanswered the UE gives up and drops its list entry, since RFC 3775 sets no limit.',
  },
  {
    ...chosen,
    id: 'L-2',
    title: 'After giving up the BU',
    text: 'Having given up its BU, the UE goes on to DELETE if the order has one and the IKE SA is still there.',
  },
  {
    ...chosen,
    id: 'L-3',
    title: 'When the PDN GW gives up its notification',
    text: 'After its last notification stays unanswered the PDN GW keeps all, drops the binding, or drops the binding and the SAs.',
  },
  {
    ...chosen,
    id: 'L-4',
    title: 'BA of status 128 or more',
    text: 'On a refusing BA that it cannot mend, the UE stops sending BUs and goes on with the procedure.',
  },
  {
    ...chosen,
    id: 'L-5',
    title: 'BRA of status 129 to 135',
    text: 'A BRA of status 129 to 135 ends the notification in the same way as giving it up.',
  },
  {
    ...chosen,
    id: 'L-6',
    title: 'How often DELETE is repeated',
    text: 'DELETE first waits 4 s, and each further wait is 1.8 times longer, because IKEv2 fixes no numbers.',
  },
  {
    ...chosen,
    id: 'L-7',
    title: 'Orphaned SAs at the PDN GW',
    text: 'If no DELETE follows, the PDN GW may check whether the UE is alive and drop the SAs of a dead one.',
  },
  {
    ...chosen,
    id: 'L-8',
    title: 'A refresh BU crosses the notification',
    text: 'A refresh BU that crosses the notification is a matter of policy, but it must not silently undo the detach.',
  },
  {
    ...chosen,
    id: 'L-9',
    title: 'BE status 2 ends the notification',
    text: 'BE status 2 from a UE without revocation ends the notification in the same way as giving it up.',
  },
  {
    ...chosen,
    id: 'L-10',
    title: 'How long the response is remembered',
    text: 'The PDN GW remembers its DELETE response for longer than the UE keeps repeating the request.',
  },
  {
    ...chosen,
    id: 'L-11',
    title: 'Lifetime over at the UE',
    text: 'When the lifetime runs out at the UE, its list entry goes and it closes the IKEv2 session.',
  },
  {
    ...chosen,
    id: 'L-12',
    title: 'DELETE comes from the PDN GW',
    text: 'A UE that gets DELETE from the PDN GW answers it and drops its list entry, since no SA is left for a BU.',
  },
  {
    ...chosen,
    id: 'L-13',
    title: 'A refresh BU after the detach',
    text: 'A refresh BU that arrives when the binding is gone but the SAs stand creates the binding again.',
  },
  {
    ...chosen,
    id: 'L-14',
    title: 'Each detach is asked for once',
    text: 'In one run the user asks for the detach at most once, and so does the operator.',
  },
  {
    ...chosen,
    id: 'L-15',
    title: 'Notified while already detaching',
    text: 'A UE that is already detaching may acknowledge the notification, but does not start the procedure again.',
  },
  {
    ...chosen,
    id: 'L-16',
    title: 'BU(0) ends the notification',
    text: 'A BU with lifetime 0 shows the PDN GW that the UE is detaching, so it stops repeating its notification.',
  },
  {
    ...chosen,
    id: 'L-17',
    title: 'When a timer may fire',
    text: 'A patient timer fires only when nothing of its PDN connection is in flight; an impatient one fires at any time.',
  },
  {
    ...chosen,
    id: 'L-18',
    title: 'When the UE closes its ESP SAs',
    text: 'The UE removes its own ESP SAs with the DELETE response, or already as it sends the DELETE.',
  },
  {
    ...chosen,
    id: 'L-19',
    title: 'Proposed sentence: DELETE removes the binding',
    text: 'Proposed: when the IKE SA is deleted, the PDN GW also deletes the binding that it protected.',
  },
  {
    ...chosen,
    id: 'L-20',
    title: "A property of one's own",
    text: 'Whoever checks has written this claim; no sentence of a document asks for it.',
  },
] as const satisfies readonly Fact[];

/** L-1 to L-20. */
export type LocalChoiceId = (typeof localChoices)[number]['id'];
