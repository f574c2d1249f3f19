/**
 * Opens what a link names, as far as it can be: a name or value that means nothing is left out, a run that no longer fits goes as
 * far as it can, and the first of these is said in one sentence.
 */
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Scenario } from '#detach/scenario.ts';
import { findScenario, notShowable, scenarios, scenarioVariant } from '#detach/scenario.ts';
import { systemWithout } from '#detach/switchedOff.ts';
import type { Variant } from '#detach/variant.ts';
import { readVariant } from '#detach/variant.ts';
import type { Run } from '#run/branches.ts';
import { jump, show, startRun } from '#run/branches.ts';
import { splitRunText } from '#run/runText.ts';
import { readOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import { readPatches } from '#session/patch.ts';
import { readTiming } from '#session/timingText.ts';
import type { BasisId } from '#spec/basis.ts';
import { isBasisId } from '#spec/basis.ts';
import { linkNames } from './linkMend.ts';
import type { LinkNames } from './linkText.ts';
import { keptOn } from './patches.ts';
import { firstScenario, hasStart, isAsLoaded, replayOn } from './scenarioRun.ts';
import type { Drawer, WalkState } from './walkState.ts';

const drawers: Readonly<Record<Drawer, true>> = {
  clauses: true,
  message: true,
  securityAssociations: true,
  ueTables: true,
  pdnGwTables: true,
  ueDiagram: true,
  pdnGwDiagram: true,
  reading: true,
  whyNot: true,
  check: true,
  compare: true,
  learn: true,
  share: true,
  help: true,
};

/** More pairs of a value are not read. */
const MOST_PAIRS = 100;

/** What the store takes on; `damage` is what was seen of the link as a whole, and is said before anything else. */
export function openedLink(state: WalkState, wanted: LinkNames, damage?: string): Partial<WalkState> {
  const names = Object.keys(wanted);
  if (names.length === 0) return damage === undefined ? {} : { notice: damage };
  const faults: string[] = damage === undefined ? [] : [damage];
  const known = names.filter((name) => linkNames.some((each) => each === name));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    faults.push(`The address has "${cut(unknown)}", which means nothing here; it knows ${linkNames.join(', ')}.`);
  }
  const scenario = scenarioIn(state, wanted.scenario, damage !== undefined);
  if (scenario === undefined) faults.push(noScenario(wanted.scenario ?? ''));
  // With nothing to open, what is open stays.
  if (known.length === 0 || (scenario === undefined && wanted.events === undefined)) return { notice: faults[0] };
  return openedRun(state, scenario ?? firstScenario(), wanted, faults);
}

/** What a person is told of a scenario that is not there. */
export function noScenario(name: string): string {
  const lacking = notShowable.find((each) => each.hazard === name.toUpperCase());
  if (lacking !== undefined) return `${lacking.hazard} cannot be shown: the model lacks ${lacking.lack.needs}.`;
  return `There is no scenario "${cut(name)}".`;
}

/** A text as a sentence quotes it. */
export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function openedRun(state: WalkState, scenario: Scenario, wanted: LinkNames, faults: string[]): Partial<WalkState> {
  const variant = variantIn(scenario, wanted, faults);
  const { value: options } = readPairs(
    wanted.session,
    (given) => readOptions({ ...scenario.session, ...given }),
    faults,
  );
  const { timing, left } = readTiming(pairs(wanted.timing));
  if (left !== undefined) faults.push(`In the address: there is no such timing value as "${cut(left)}".`);
  const texts = wanted.events === undefined ? scenario.events : splitRunText(wanted.events);
  const without = withoutIn(wanted.without, faults);
  const canStart = hasStart(systemWithout(variant, without), scenario);
  if (!canStart) faults.push(`On this reading the run cannot start as "${scenario.title}" does.`);
  const from = canStart && wanted.start !== 'usual' ? scenario : usualStart(scenario);
  const { trace, stopped } = replayOn(variant, from, texts, without);
  if (stopped !== undefined) faults.push(stopped.reason);
  const patches = patchesIn(wanted.patch, faults);
  const step = numberIn(wanted.step, trace.steps.length);
  if (step === undefined) faults.push(`The run has no step "${cut(wanted.step ?? '')}".`);
  const selected = wanted.select === undefined ? undefined : numberIn(wanted.select, trace.messages.length);
  if (wanted.select !== undefined && !selected) faults.push(`The run has no message "${cut(wanted.select)}".`);
  const drawer = wanted.open !== undefined && Object.hasOwn(drawers, wanted.open) ? (wanted.open as Drawer) : undefined;
  if (wanted.open !== undefined && drawer === undefined) {
    faults.push(`The address opens "${cut(wanted.open)}", which is not there.`);
  }
  const asked = Number(wanted.step ?? 0);
  return {
    scenario,
    variant,
    options: options ?? state.options,
    timing,
    run: jump(lineOf(state, trace), Number.isFinite(asked) ? asked : 0),
    patches: keptOn(trace, patches),
    reread: undefined,
    shown: undefined,
    selected: selected === 0 ? undefined : selected,
    drawer,
    setOf: wanted['set-of'] ?? state.setOf,
    playing: false,
    notice: faults[0],
  };
}

/** The line of the link; what a person made before it stays as a branch. */
function lineOf({ run, scenario }: WalkState, trace: Run['trace']): Run {
  return isAsLoaded(run, scenario) ? startRun(trace) : show(run, trace, 'opened');
}

function scenarioIn(state: WalkState, name: string | undefined, wasCut: boolean): Scenario | undefined {
  if (name === undefined) return state.scenario;
  const wanted = name.toLowerCase();
  const found = findScenario(wanted);
  if (found !== undefined || !wasCut || wanted === '') return found;
  const alike = scenarios.filter((each) => each.name.startsWith(wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

function usualStart({ start: _, ...others }: Scenario): Scenario {
  return others;
}

function variantIn(scenario: Scenario, wanted: LinkNames, faults: string[]): Variant {
  const preset = wanted.preset === undefined ? undefined : findPreset(wanted.preset);
  if (wanted.preset !== undefined && preset === undefined) {
    faults.push(`The address names no reading that exists: "${cut(wanted.preset)}".`);
  }
  const base = preset === undefined ? scenarioVariant(scenario) : presetVariant(preset);
  return readPairs(wanted.set, (given) => readVariant(given, base), faults).value ?? base;
}

function withoutIn(text: string | undefined, faults: string[]): BasisId | undefined {
  if (text === undefined || isBasisId(text)) return text;
  faults.push(`The address switches off "${cut(text)}", which is no sentence of the text.`);
  return undefined;
}

/** Each change is read alone, so that one that cannot be read takes no other with it. */
function patchesIn(text: string | undefined, faults: string[]): readonly Patch[] {
  const parts = (text ?? '').split(';').slice(0, MOST_PAIRS);
  return parts.flatMap((part) => {
    const read = readPatches(part);
    if (!read.ok) faults.push(`In the address: ${read.error}`);
    return read.ok ? read.value : [];
  });
}

type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string };

/** Reads all pairs, or else as many from the start as go together; the first refusal is a fault. */
function readPairs<Value>(
  text: string | undefined,
  read: (given: Readonly<Record<string, string>>) => Read<Value>,
  faults: string[],
): { readonly value: Value | undefined } {
  const given = pairs(text);
  const all = read(given);
  if (all.ok) return { value: all.value };
  faults.push(`In the address: ${all.error}`);
  let kept: Readonly<Record<string, string>> = {};
  let value = soundOf(read(kept));
  // Twice, since a pair may need one that comes after it.
  for (const [name, each] of [...Object.entries(given), ...Object.entries(given)]) {
    const tried = read({ ...kept, [name]: each });
    if (!tried.ok) continue;
    kept = { ...kept, [name]: each };
    value = tried.value;
  }
  return { value };
}

function soundOf<Value>(read: Read<Value>): Value | undefined {
  return read.ok ? read.value : undefined;
}

/** A whole number of 0 to `most`; 0 for none, undefined for anything else. */
function numberIn(text: string | undefined, most: number): number | undefined {
  if (text === undefined) return 0;
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

/** "a:1,b:2" as names and values. */
function pairs(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined || text === '') return {};
  const written = text.split(',').slice(0, MOST_PAIRS);
  return Object.fromEntries(
    written.map((pair) => {
      const [name = '', ...value] = pair.split(':');
      return [name.trim(), value.join(':').trim()];
    }),
  );
}
