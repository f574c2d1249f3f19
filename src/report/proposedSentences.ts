/**
 * What a reading would change in the clause: sentences that it proposes, each with its place, and those that it takes away. In our own
 * words, as all that is said of the text.
 */
import type { ParameterName, Variant } from '#detach/variant.ts';
import type { RequirementId } from '#spec/requirements.ts';

export interface ProposedChange {
  /** The sentence behind which the new one stands. */
  readonly after: RequirementId;
  readonly text: string;
  /** The sentences that go. */
  readonly deletes: readonly RequirementId[];
}

type Choice = { readonly [P in ParameterName]: `${P}=${Variant[P]}` }[ParameterName];

const ikeClosing: readonly RequirementId[] = [
  'R-8.4.3.2-2',
  'R-8.4.3.2-3',
  'R-8.4.3.2-4',
  'R-8.4.3.2-5',
  'R-8.4.3.3-3',
  'R-8.4.3.3-4',
];
const whichMessage: readonly RequirementId[] = ['R-8.4.3.2-6', 'R-8.4.3.3-5'];

const change = (after: RequirementId, text: string, deletes: readonly RequirementId[] = []): ProposedChange => ({
  after,
  text,
  deletes,
});

/** By choice of a reading, in the order of the clause; a choice that is not here asks for no other words. */
const proposals: Partial<Record<Choice, ProposedChange>> = {
  'afterNotification=deleteOnly': change(
    'R-8.4.3.1-7',
    'Of the UE-initiated procedure only the closing of the IKEv2 session is run then, since the binding is gone already.',
  ),
  'order=buOnly': change('R-8.4.3.2-1', 'Nothing else has to be done: the IKEv2 session stays.', ikeClosing),
  'order=buThenDelete': change(
    'R-8.4.3.2-5',
    'The UE must not send the DELETE before the Binding Acknowledgement has arrived or the Binding Update was given up.',
  ),
  'order=backToBack': change(
    'R-8.4.3.2-5',
    'The UE must send the DELETE right behind the Binding Update, without waiting for the Binding Acknowledgement.',
  ),
  'order=backToBackDeleteFirst': change(
    'R-8.4.3.2-5',
    'The UE must send the DELETE first and the Binding Update right behind it.',
  ),
  'order=deleteThenBu': change(
    'R-8.4.3.2-5',
    'The UE must send the Binding Update only after the response to the DELETE has arrived or the DELETE was given up.',
  ),
  'ueCloses=onDeleteSent': change('R-8.4.3.2-5', 'The UE must close its own ESP SAs as it sends the DELETE.'),
  'deleteScope=chosen': change(
    'R-8.4.3.2-5',
    'The DELETE may name Protocol ID 3 and single ESP SAs instead, which then go alone.',
  ),
  'on133=failure': change(
    'R-8.4.3.2-5',
    'A Binding Acknowledgement of status 133 ends the de-registration as giving up the Binding Update does.',
  ),
  'unsolicitedBa=accepted': change(
    'R-8.4.3.2-5',
    'A Binding Acknowledgement that the UE did not ask for and that ends its binding must be taken as a detach by the network.',
  ),
  'acknowledgement=yes': change('R-8.4.3.2-7', 'The UE must acknowledge that message.', ['R-8.4.3.2-7']),
  'acknowledgement=no': change('R-8.4.3.2-7', 'The UE does not acknowledge that message.', ['R-8.4.3.2-7']),
  'unknownBinding=status0': change(
    'R-8.4.3.3-2',
    'Where there is no such entry, the Binding Acknowledgement must have status 0 all the same.',
  ),
  'unknownBinding=ignore': change('R-8.4.3.3-2', 'Where there is no such entry, the Binding Update must be ignored.'),
  'deleteRemovesBinding=yes': change(
    'R-8.4.3.3-4',
    'Where the binding that this IKE SA protected still stands, the PDN GW must delete it as well.',
  ),
  'rememberDeleteResponse=no': change('R-8.4.3.3-4', 'A DELETE that arrives again need not be answered again.'),
  'notification=bri': change(
    'R-8.4.3.3-5',
    'To start a detach the PDN GW must send a Binding Revocation Indication, following RFC 5846.',
    whichMessage,
  ),
  'notification=unsolicitedBa': change(
    'R-8.4.3.3-5',
    'To start a detach the PDN GW must delete the binding and send a Binding Acknowledgement that was not asked for.',
    whichMessage,
  ),
  'notification=gatewayDelete': change(
    'R-8.4.3.3-5',
    'To start a detach the PDN GW must send an INFORMATIONAL request with DELETE itself.',
    whichMessage,
  ),
  'notification=none': change('R-8.4.3.3-5', 'The PDN GW does not start a detach.', whichMessage),
  'bindingOnAcknowledgement=removed': change(
    'R-8.4.3.3-5',
    'The PDN GW must delete the binding when the acknowledgement of that message arrives.',
  ),
  'notificationGiveUp=dropBinding': change(
    'R-8.4.3.3-5',
    'Where that message stays without an answer after its last transmission, the PDN GW must delete the binding.',
  ),
  'notificationGiveUp=dropBindingAndSas': change(
    'R-8.4.3.3-5',
    'Where that message stays without an answer after its last transmission, the PDN GW must delete the binding and close the IKE SA and its ESP SAs.',
  ),
};

/** What the reading proposes, in the order of the clause. */
export function proposedChanges(variant: Variant): readonly ProposedChange[] {
  return Object.entries(proposals).flatMap(([choice, proposal]) => {
    const [name, value] = choice.split('=');
    return String(variant[name as ParameterName]) === value ? [proposal] : [];
  });
}
