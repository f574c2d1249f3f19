/** `lz compare`: two readings side by side, by what they allow. */
import { alignScenario } from '#check/alignRuns.ts';
import type { Comparison } from '#check/compareReadings.ts';
import { compareReadings } from '#check/compareReadings.ts';
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import type { Scenario } from '#detach/scenario.ts';
import { findScenario } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import { readVariant } from '#detach/variant.ts';
import { quote } from '#run/refusal.ts';
import type { Given, Read } from './arguments.ts';
import { readArguments, readPairs, refuse } from './arguments.ts';
import { readBound } from './checkRequest.ts';
import type { Command } from './command.ts';
import { badInput, done } from './command.ts';
import { compareHelp } from './compareHelp.ts';
import { compareJson } from './compareJson.ts';
import { compareText } from './compareText.ts';
import { doWork } from './longWork.ts';

export const compareCommand: Command = {
  about: 'compare two readings: what each allows, and where their runs part',
  help: compareHelp,
  run: async (args, _, streams) => {
    const [nameOfA, nameOfB, ...options] = args;
    if (!isName(nameOfA) || !isName(nameOfB))
      return badInput('compare needs two readings first, such as as-tabled ts-24.303');
    const given = readArguments(options, { set: 'values', scenario: 'value', states: 'value', json: 'flag' });
    if (!given.ok) return badInput(given.error);
    const [a, b] = [readNamed(nameOfA, given.value), readNamed(nameOfB, given.value)];
    if (!a.ok) return badInput(a.error);
    if (!b.ok) return badInput(b.error);
    const scenario = readScenario(given.value);
    if (!scenario.ok) return badInput(scenario.error);
    const bound = readBound(given.value);
    if (!bound.ok) return badInput(bound.error);
    const work = compareReadings(a.value, b.value, bound.value);
    const comparison = await doWork(work, streams, () => 'both readings are checked');
    if (comparison === undefined) return badInput('it was ended before both readings were checked');
    const compared = { comparison, aligned: aligned(comparison, scenario.value) };
    return done(given.value.has('json') ? compareJson(compared) : compareText(compared));
  },
};

function isName(word: string | undefined): word is string {
  return word !== undefined && !word.startsWith('-');
}

/** A preset, and behind commas what is changed in it; `--set` changes both readings, but not what one says itself. */
function readNamed(text: string, given: Given): Read<Variant> {
  const [name = '', ...changes] = text.split(',');
  const preset = findPreset(name);
  if (preset === undefined) {
    return refuse(`there is no preset ${quote(name)}; the presets are ${presets.map((each) => each.name).join(', ')}`);
  }
  const own = readPairs(`the reading ${quote(text)}`, changes);
  if (!own.ok) return own;
  const ofBoth = readPairs('--set', given.get('set') ?? []);
  if (!ofBoth.ok) return ofBoth;
  const read = readVariant({ ...ofBoth.value, ...own.value }, presetVariant(preset));
  return read.ok ? readVariant(read.value) : read;
}

function readScenario(given: Given): Read<Scenario | undefined> {
  const name = given.get('scenario')?.[0];
  const scenario = name === undefined ? undefined : findScenario(name);
  if (name !== undefined && scenario === undefined) {
    return refuse(`there is no scenario ${quote(name)}; lz scenarios lists them`);
  }
  return { ok: true, value: scenario };
}

function aligned({ a, b }: Comparison, scenario: Scenario | undefined) {
  return scenario && { scenario, runs: alignScenario(scenario, a.variant, b.variant) };
}
