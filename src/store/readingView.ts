/** The reading in view: each parameter in words, its values, and whether it differs from the preset. */
import { presets, presetVariant } from '#detach/presets.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { differences, parameterNames, parameters } from '#detach/variant.ts';
import type { SessionOptionName } from '#session/options.ts';
import { optionValues, sessionOptionNames } from '#session/options.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkStore.ts';

const words: Record<ParameterName, string> = {
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

const groups: readonly { readonly title: string; readonly names: readonly ParameterName[] }[] = [
  { title: 'The UE', names: ['order', 'ueCloses', 'on133', 'unsolicitedBa', 'deleteScope', 'supportsRevocation'] },
  {
    title: 'The network-initiated detach',
    names: [
      'initiator',
      'notification',
      'acknowledgement',
      'bindingOnAcknowledgement',
      'afterNotification',
      'notificationGiveUp',
    ],
  },
  {
    title: 'The PDN GW',
    names: ['unknownBinding', 'deleteRemovesBinding', 'rememberDeleteResponse', 'lifetimeMayExpire'],
  },
  {
    title: 'Timers and network',
    names: ['timers', 'maxRetransmissions', 'ordering', 'antiReplay', 'loss', 'duplication'],
  },
  {
    title: 'What there is',
    names: [
      'mobileIp',
      'childSas',
      'pdnConnections',
      'secondPdn',
      'sharedIkeSa',
      'refreshInFlight',
      'gatewayMayRestart',
      'coverageMayBeLost',
    ],
  },
];

const optionWords: Record<SessionOptionName, string> = {
  access: 'Access of the UE',
  suite: 'Algorithms',
  sequenceNumber: 'Last BU sequence number before the detach',
  alternateCareOfAddress: 'Alternate Care-of Address of the BU',
  keyManagement: 'K bit of BU and BA',
  deleteResponse: 'What the DELETE response carries',
  bindings: 'Bindings of the home address',
};

export interface Choice {
  readonly name: string;
  readonly words: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly differs: boolean;
}

const readingFor = lastOf((variant: Variant) => {
  const nearest = [...presets].sort(
    (a, b) => differences(presetVariant(a), variant).length - differences(presetVariant(b), variant).length,
  )[0];
  const base = presetVariant(nearest ?? presets[0]);
  const choice = (name: ParameterName): Choice => ({
    name,
    words: words[name],
    value: String(variant[name]),
    values: parameters[name].map(String),
    differs: variant[name] !== base[name],
  });
  return {
    preset: nearest ?? presets[0],
    isPreset: differences(base, variant).length === 0,
    groups: groups.map(({ title, names }) => ({ title, choices: names.map(choice) })),
  };
});

/** The reading in view beside the preset that is nearest to it. */
export function reading(state: WalkState) {
  return readingFor(state.variant);
}

const optionsFor = lastOf((options: WalkState['options']): readonly Choice[] =>
  sessionOptionNames.map((name) => ({
    name,
    words: optionWords[name],
    value: String(options[name]),
    values: (optionValues(name) ?? []).map(String),
    differs: false,
  })),
);

/** The session's options: no part of the reading. */
export function sessionOptions(state: WalkState): readonly Choice[] {
  return optionsFor(state.options);
}

export const readingChoices = presets;

/** The parameters that stand in some group; a test holds that it is all of them. */
export const groupedParameters: readonly ParameterName[] = groups.flatMap((group) => group.names);
export const allParameters = parameterNames;
