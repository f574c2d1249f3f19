/** The readings that have a name. */
import type { Variant } from './variant.ts';
import { defaultVariant, differences } from './variant.ts';

export interface Preset {
  readonly name: string;
  readonly title: string;
  /** One sentence on what this reading is, and how sure we are of it. */
  readonly about: string;
  readonly differs: Partial<Variant>;
}

const rfcPractice = {
  order: 'buThenDelete',
  notification: 'bri',
  acknowledgement: 'yes',
  bindingOnAcknowledgement: 'removed',
  notificationGiveUp: 'dropBinding',
} as const satisfies Partial<Variant>;

export const presets = [
  {
    name: 'as-tabled',
    title: 'As tabled',
    about: 'The change text with the RFCs it cites; what it leaves open stays open, what is FFS stays FFS.',
    differs: {},
  },
  {
    name: 'before-this-paper',
    title: 'Before this contribution',
    about: 'De-registration alone: the binding goes, the IKE and ESP SAs are left.',
    differs: { order: 'buOnly', initiator: 'ue' },
  },
  {
    name: 'words-alone',
    title: 'The words alone',
    about: 'Only what the words say, without the rules of the cited RFCs: for teaching, never a question to the text.',
    differs: { timers: 'none', rememberDeleteResponse: 'no', unknownBinding: 'status0', ueCloses: 'onDeleteSent' },
  },
  {
    name: 'rfc-practice',
    title: 'RFC practice',
    about: 'The notification is a Binding Revocation Indication with its acknowledgement, as RFC 5846 has it.',
    differs: rfcPractice,
  },
  {
    name: 'ts-24.303',
    title: 'TS 24.303',
    about: 'What 3GPP later chose: after the acknowledgement only the DELETE follows (clauses 5.4.x unconfirmed).',
    differs: { ...rfcPractice, afterNotification: 'deleteOnly' },
  },
  {
    name: 'repaired',
    title: 'With proposed changes',
    about: 'The order said, the notification named and acknowledged, and the DELETE removes what is left.',
    differs: {
      order: 'buThenDelete',
      notification: 'bri',
      acknowledgement: 'yes',
      deleteRemovesBinding: 'yes',
      notificationGiveUp: 'dropBindingAndSas',
    },
  },
  {
    name: 'i-wlan',
    title: 'I-WLAN',
    about: 'Tunnel release of TS 24.234 clause 8.3, for contrast (that clause was not read: unconfirmed).',
    differs: { mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' },
  },
] as const satisfies readonly Preset[];

export type PresetName = (typeof presets)[number]['name'];

/** A preset by its name, or undefined. */
export function findPreset(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}

/** The whole variant of a preset. */
export function presetVariant(preset: Preset): Variant {
  return { ...defaultVariant, ...preset.differs };
}

/** The preset that a variant is, or undefined if it is none of them. */
export function presetOf(variant: Variant): Preset | undefined {
  return presets.find((preset) => differences(presetVariant(preset), variant).length === 0);
}
