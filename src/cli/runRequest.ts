/** What `lz run` is asked for: the reading, the session's options, the start and the events, and how far those fit. */
import { detach } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { findScenario, scenarioStart, scenarioVariant } from '#detach/scenario.ts';
import { systemWithout } from '#detach/switchedOff.ts';
import type { Variant } from '#detach/variant.ts';
import { readOpenedRun } from '#report/openedRun.ts';
import { quote } from '#run/refusal.ts';
import type { Fit } from '#run/runText.ts';
import { readRunText, replay } from '#run/runText.ts';
import type { SessionOptions } from '#session/options.ts';
import { readOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import { readPatches, readPatchRemarks } from '#session/patch.ts';
import type { TimingValues } from '#session/timing.ts';
import { defaultTiming } from '#session/timing.ts';
import type { BasisId } from '#spec/basis.ts';
import type { Given, Read } from './arguments.ts';
import { readPairs, refuse } from './arguments.ts';
import type { ReadInput } from './command.ts';
import { readReading } from './readReading.ts';
import { readOctets, readText, sayFile } from './readText.ts';

export interface RunRequest {
  readonly scenario: Scenario | undefined;
  readonly variant: Variant;
  readonly options: SessionOptions;
  readonly timing: TimingValues;
  /** The sentence that is switched off: a run file may have one. */
  readonly without: BasisId | undefined;
  readonly fit: Fit;
  /** Octets of messages in flight that were changed by hand. */
  readonly patches: readonly Patch[];
  /** Where the events do not fit to their end: which one, where it stands, and why. */
  readonly misfit: string | undefined;
}

/** Refused: what names nothing that exists, and a file that cannot be read. Events that do not fit are a misfit. */
export async function readRunRequest(given: Given, readInput: ReadInput): Promise<Read<RunRequest>> {
  const saved = given.get('file')?.[0];
  if (saved !== undefined) return readSavedRun(saved, given, readInput);
  const scenarioName = given.get('scenario')?.[0];
  const file = given.get('events')?.[0];
  const scenario = scenarioName === undefined ? undefined : findScenario(scenarioName);
  if (scenarioName !== undefined && scenario === undefined) {
    return refuse(`there is no scenario ${quote(scenarioName)}; lz scenarios lists them`);
  }
  if (scenario === undefined && file === undefined)
    return refuse('a run needs --scenario NAME or --events FILE, or --file FILE');
  const variant = readReading(given, scenario && scenarioVariant(scenario));
  if (!variant.ok) return variant;
  const options = readSession(given, scenario);
  if (!options.ok) return options;

  const patchText = given.get('patch')?.[0];
  const patches = patchText === undefined ? undefined : readPatches(patchText);
  if (patches?.ok === false) return refuse(`--patch: ${patches.error}`);

  const system = detach(variant.value);
  const start = scenario === undefined ? system.initial : scenarioStart(scenario, system);
  const whole = {
    scenario,
    variant: variant.value,
    options: options.value,
    timing: defaultTiming,
    without: undefined,
  };
  if (file === undefined) {
    const fit = replay(system, scenario?.events ?? [], start);
    const misfit = fit.stopped && `scenario ${scenario?.name} under this reading: ${fit.stopped.reason}`;
    return { ok: true, value: { ...whole, fit, patches: patches?.value ?? [], misfit } };
  }
  const text = await readText(file, readInput);
  if (!text.ok) return text;
  const remarks = patches ?? readPatchRemarks(text.value);
  if (!remarks.ok) return refuse(`${sayFile(file)}, line ${remarks.line}: ${remarks.error}`);
  const fit = readRunText(system, text.value, start);
  const misfit = fit.stopped && `${sayFile(file)}, line ${fit.stopped.line}: ${fit.stopped.reason}`;
  return { ok: true, value: { ...whole, fit, patches: remarks.value, misfit } };
}

/** The run of a run file; what it was saved with is not changed by other options. */
async function readSavedRun(file: string, given: Given, readInput: ReadInput): Promise<Read<RunRequest>> {
  const other = ['scenario', 'events', 'preset', 'set', 'session', 'patch'].find((name) => given.has(name));
  if (other !== undefined) return refuse(`--file has the whole run: --${other} cannot be given beside it`);
  const octets = await readOctets(file, readInput);
  if (!octets.ok) return octets;
  const run = readOpenedRun(octets.value);
  if (!run.ok) return refuse(`${sayFile(file)}: ${run.error}`);
  const { reading, options, timing, without, events, patches } = run.value;
  const scenario = run.value.scenario === undefined ? undefined : findScenario(run.value.scenario);
  const system = systemWithout(reading, without);
  const fit = replay(system, events, scenario === undefined ? system.initial : scenarioStart(scenario, system));
  const misfit = fit.stopped && `${sayFile(file)}: ${fit.stopped.reason}`;
  return { ok: true, value: { scenario, variant: reading, options, timing, without, fit, patches, misfit } };
}

function readSession(given: Given, scenario: Scenario | undefined): Read<SessionOptions> {
  const pairs = readPairs('--session', given.get('session') ?? []);
  if (!pairs.ok) return pairs;
  const read = readOptions({ ...scenario?.session, ...pairs.value });
  return read.ok ? read : refuse(`--session: ${read.error}`);
}
