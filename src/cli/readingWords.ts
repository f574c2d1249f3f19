/** What a reading is called: the preset that it is, or the one that it comes nearest to, and what is changed in that. */
import type { Preset } from '#detach/presets.ts';
import { presetOf, presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';

/** "As tabled", "As tabled, with loss=2"; the changes are told from `base` where one is given. */
export function readingWords(variant: Variant, base?: Preset): string {
  const same = presetOf(variant);
  if (same !== undefined) return same.title;
  const changes = (preset: Preset) => differences(presetVariant(preset), variant);
  const nearest = presets.reduce<Preset>(
    (best, each) => (changes(each).length < changes(best).length ? each : best),
    presets[0],
  );
  const preset = base ?? nearest;
  return `${preset.title}, with ${changes(preset)
    .map((name) => `${name}=${variant[name]}`)
    .join(', ')}`;
}
