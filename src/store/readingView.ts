/** The reading in view: each parameter in words, its values, and whether it differs from the preset. */

import { parameterWords, sayParameter } from '#detach/parameterWords.ts';
import type { Preset } from '#detach/presets.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { differences, parameters } from '#detach/variant.ts';
import { optionValues, sessionOptionNames } from '#session/options.ts';
import { lastOf } from './lastOf.ts';
import { optionWords, sayOption } from './optionWords.ts';
import type { WalkState } from './walkState.ts';

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

export interface Choice {
  readonly name: string;
  /** What it decides, in words. */
  readonly words: string;
  readonly value: string;
  /** Every value with its words; empty where any number may stand. */
  readonly values: readonly { readonly value: string; readonly words: string }[];
  /** What the preset has instead, in words; undefined where it has the same. */
  readonly presetHas: string | undefined;
}

const readingFor = lastOf((variant: Variant) => {
  const nearest = nearestPreset(variant);
  const base = presetVariant(nearest);
  const choice = (name: ParameterName): Choice => ({
    name,
    words: parameterWords[name],
    value: String(variant[name]),
    values: inOrder(parameters[name]).map((value) => ({ value: String(value), words: sayParameter(name, value) })),
    presetHas: variant[name] === base[name] ? undefined : sayParameter(name, base[name]),
  });
  return {
    preset: nearest,
    isPreset: distance(nearest, variant) === 0,
    groups: groups.map(({ title, names }) => ({ title, choices: names.map(choice) })),
  };
});

/** The preset that differs least from a reading. */
export function nearestPreset(variant: Variant): Preset {
  const [nearest] = [...presets].sort((a, b) => distance(a, variant) - distance(b, variant));
  return nearest ?? presets[0];
}

/** The reading in view beside the preset that is nearest to it. */
export function reading(state: WalkState) {
  return readingFor(state.variant);
}

const optionsFor = lastOf((options: WalkState['options']): readonly Choice[] =>
  sessionOptionNames.map((name) => ({
    name,
    words: optionWords[name],
    value: String(options[name]),
    values: (optionValues(name) ?? []).map((value) => ({ value: String(value), words: sayOption(name, value) })),
    presetHas: undefined,
  })),
);

/** The session's options: no part of the reading. */
export function sessionOptions(state: WalkState): readonly Choice[] {
  return optionsFor(state.options);
}

export const readingChoices = presets;

function distance(preset: Preset, variant: Variant): number {
  return differences(presetVariant(preset), variant).length;
}

/** Numbers by size; all else as it stands, the default first. */
function inOrder(values: readonly (string | number)[]): readonly (string | number)[] {
  return values.toSorted((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0));
}

/** The parameters that stand in some group; a test holds that it is all of them. */
export const groupedParameters: readonly ParameterName[] = groups.flatMap((group) => group.names);
