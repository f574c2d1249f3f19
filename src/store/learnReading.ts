/** Where a reading differs from a preset, in the form that a link carries. */
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';
import { pairsText } from '#report/runNames.ts';

/** "order:buThenDelete,loss:0"; empty where a reading is the preset with those changes. */
export function differencesText(preset: string, variant: Variant, set: Partial<Variant> = {}): string {
  const found = findPreset(preset);
  if (found === undefined) throw new RangeError(`there is no preset ${preset}`);
  const base = { ...presetVariant(found), ...set };
  return pairsText(differences(base, variant).map((name) => [name, variant[name]]));
}
