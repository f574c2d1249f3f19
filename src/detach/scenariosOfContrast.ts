/** The two differences from I-WLAN: two columns, two rows, a run in each cell. */
import type { RequirementId } from '#spec/requirements.ts';
import { fromBindingUpdate } from './hazardScenario.ts';
import type { Scenario } from './scenario.ts';

export const contrastScenarios: readonly Scenario[] = [
  {
    name: 'i-wlan-ue',
    title: 'I-WLAN: the UE releases one tunnel',
    look: 'The DELETE names ESP SAs by their SPIs, and the IKE SA stays.',
    preset: 'i-wlan',
    events: ['detach deleteOnly', 'deliver deleteRequest', 'deliver deleteResponse'],
  },
  {
    name: 's2c-ue',
    title: 'S2c: the UE detaches',
    look: 'The DELETE has Protocol ID 1 and no SPI: the IKE SA and all its ESP SAs go.',
    preset: 'as-tabled',
    events: ['detach buThenDelete', ...fromBindingUpdate],
  },
  {
    name: 'i-wlan-network',
    title: 'I-WLAN: the network releases the tunnel',
    look: 'The gateway sends DELETE itself, and the UE only answers.',
    preset: 'i-wlan',
    events: ['orderDetach', 'deliver gatewayDeleteRequest', 'deliver gatewayDeleteResponse'],
  },
  {
    name: 's2c-network',
    title: 'S2c: the network asks for the detach',
    look: 'The PDN GW only tells the UE; the DELETE comes from the UE, as always on S2c.',
    preset: 'as-tabled',
    events: [
      'orderDetach withAck',
      'deliver detachNotification buThenDelete',
      'deliver detachNotificationAck',
      ...fromBindingUpdate,
    ],
  },
];

export interface ContrastRow {
  readonly title: string;
  /** The sentence of the discussion part that names the difference. */
  readonly basis: RequirementId;
  /** The names of the scenarios, one a column. */
  readonly runs: readonly [iWlan: string, s2c: string];
}

/** How the four runs are laid out side by side. */
export const contrast: {
  readonly columns: readonly [string, string];
  readonly rows: readonly [ContrastRow, ContrastRow];
} = {
  columns: ['I-WLAN', 'S2c'],
  rows: [
    { title: 'Difference 1: what the DELETE names', basis: 'D-4', runs: ['i-wlan-ue', 's2c-ue'] },
    { title: 'Difference 2: who starts the IKEv2 closing', basis: 'D-5', runs: ['i-wlan-network', 's2c-network'] },
  ],
};
