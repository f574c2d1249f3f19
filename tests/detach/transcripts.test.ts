import { describe, expect, it } from 'vitest';
import { findScenario } from '#detach/scenario.ts';
import { play } from './explore.ts';
import { transcriptOf } from './transcript.ts';

/** These show a change of behaviour at a glance; what must be so is asserted in the other tests of this folder. */
const shown = [
  'ue-initiated',
  'network-initiated',
  'before-this-contribution',
  'delete-then-bu',
  'shared-ike-sa',
  'i-wlan-network',
  'later-text',
  'h-01',
  'h-03',
  'h-08',
  'h-09',
  'h-19',
  'h-32',
];

describe('transcripts', () => {
  for (const name of shown) {
    it(name, async () => {
      const scenario = findScenario(name);
      if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
      await expect(transcriptOf(play(scenario).trace)).toMatchFileSnapshot(`__transcripts__/${name}.txt`);
    });
  }
});
