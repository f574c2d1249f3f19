/** The reading of the text that a command is asked for: `--preset NAME` and `--set parameter=value`. */
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant, readVariant } from '#detach/variant.ts';
import { quote } from '#run/refusal.ts';
import type { Given, Read } from './arguments.ts';
import { readPairs, refuse } from './arguments.ts';

/** What a command that takes a reading adds to its options. */
export const readingOptions = { preset: 'value', set: 'values' } as const;

/** A preset takes the place of the base, such as a scenario's reading; `--set` changes single parameters of either. */
export function readReading(given: Given, base: Variant = defaultVariant): Read<Variant> {
  const name = given.get('preset')?.[0];
  const preset = name === undefined ? undefined : findPreset(name);
  if (name !== undefined && preset === undefined) {
    return refuse(`there is no preset ${quote(name)}; the presets are ${presets.map((each) => each.name).join(', ')}`);
  }
  const pairs = readPairs('--set', given.get('set') ?? []);
  if (!pairs.ok) return pairs;
  const read = readVariant(pairs.value, preset === undefined ? base : presetVariant(preset));
  // Once more as a whole, so that what is printed can always be read again.
  return read.ok ? readVariant(read.value) : read;
}
