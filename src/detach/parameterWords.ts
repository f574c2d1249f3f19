/** The parameters of a reading and their values, in plain words. */
import type { ParameterName, Variant } from './variant.ts';

export const parameterWords: Record<ParameterName, string> = {
  order: 'Order of BU and DELETE',
  ueCloses: 'When the UE removes its own ESP SAs',
  initiator: 'Who may start the detach',
  notification: 'Message of the network-initiated detach',
  acknowledgement: 'Whether the UE acknowledges it',
  bindingOnAcknowledgement: 'The binding, once it is acknowledged',
  unsolicitedBa: 'What the UE does with a BA that no BU asked for',
  afterNotification: 'What follows the notification',
  notificationGiveUp: 'What goes when the notification is given up',
  maxRetransmissions: 'Retransmissions of each request',
  timers: 'When timers may fire',
  loss: 'Losses that a check allows',
  duplication: 'Duplicates that a check allows',
  ordering: 'Order of delivery',
  antiReplay: 'ESP anti-replay',
  lifetimeMayExpire: "The binding's lifetime may end",
  deleteRemovesBinding: 'DELETE removes the binding (proposed)',
  rememberDeleteResponse: 'A repeated DELETE gets the same response',
  unknownBinding: 'Answer to a BU without a binding',
  on133: 'The UE takes status 133 as',
  deleteScope: 'What the DELETE names',
  childSas: 'ESP SAs over the IKE SA',
  mobileIp: 'Mobile IP in use',
  pdnConnections: 'PDN connections',
  secondPdn: 'The second PDN connection',
  sharedIkeSa: 'Both share one IKE SA',
  refreshInFlight: 'A refresh BU may come before the detach',
  supportsRevocation: 'The UE knows Binding Revocation',
  gatewayMayRestart: 'The PDN GW may restart',
  coverageMayBeLost: 'Coverage may be lost for good',
};

/** Values that say nothing by themselves; numbers, yes and no stand as they are. */
export type WordsOf<Chosen> = {
  readonly [N in keyof Chosen as Chosen[N] extends number | 'yes' | 'no' ? never : N]: {
    readonly [V in Chosen[N] & string]: string;
  };
};

const valuesOfParameters: WordsOf<Variant> = {
  order: {
    open: 'open: the text gives none',
    buThenDelete: 'BU, then DELETE once the BA is there',
    buOnly: 'BU alone, as before this contribution',
    backToBack: 'both at once, BU first',
    backToBackDeleteFirst: 'both at once, DELETE first',
    deleteThenBu: 'DELETE, then BU',
  },
  ueCloses: { onDeleteResponse: 'with the DELETE response', onDeleteSent: 'as it sends the DELETE' },
  initiator: { both: 'the UE and the network', ue: 'the UE alone', network: 'the network alone' },
  notification: {
    unnamed: 'not named yet (FFS)',
    bri: 'Binding Revocation Indication (BRI)',
    unsolicitedBa: 'a BA that no BU asked for',
    gatewayDelete: 'DELETE from the PDN GW',
    none: 'none',
  },
  acknowledgement: { open: 'open (FFS)', yes: 'yes', no: 'no' },
  bindingOnAcknowledgement: { kept: 'kept until a BU with lifetime 0', removed: 'removed with it' },
  unsolicitedBa: { ignored: 'ignores it (RFC 3775)', accepted: 'accepts it' },
  afterNotification: { deregister: 'the UE-initiated procedure', deleteOnly: 'DELETE alone' },
  notificationGiveUp: { keepAll: 'nothing', dropBinding: 'the binding', dropBindingAndSas: 'the binding and the SAs' },
  timers: {
    patient: 'once nothing is in flight',
    impatient: 'whenever a request is outstanding',
    none: 'never: there are none',
  },
  ordering: { fifo: 'in the order of sending', unordered: 'in any order' },
  unknownBinding: { status133: 'BA, status 133', status0: 'BA, status 0', ignore: 'none' },
  on133: { done: 'done', failure: 'a failure' },
  deleteScope: { all: 'the IKE SA, and all SAs with it', chosen: 'chosen ESP SAs' },
  childSas: { signallingAndPayload: 'BU/BA and payload', signallingOnly: 'BU/BA alone' },
  secondPdn: { idle: 'stays attached', detaching: 'may detach too' },
};

/** A value of a parameter in words; itself where it needs none. */
export function sayParameter(name: ParameterName, value: string | number): string {
  return wordsIn(valuesOfParameters, name, value);
}

/** A value in words by a table such as those here; itself where it needs none. */
export function wordsIn(
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
  name: string,
  value: string | number,
) {
  return table[name]?.[String(value)] ?? String(value);
}
