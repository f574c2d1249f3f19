/**
 * The run file: a run as JSON, to be opened again here or in the terminal, alone or inside a picture.
 *
 * It holds what an address holds, spelled out. Reading it recovers as much as can be: what a later version has added is left out, and said.
 */
import { findScenario } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant, isParameterName, readVariant } from '#detach/variant.ts';
import { mostEvents } from '#run/runText.ts';
import type { SessionOptions } from '#session/options.ts';
import { readOptions, sessionOptionNames } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import { readPatches, writePatches } from '#session/patch.ts';
import type { TimingValues } from '#session/timing.ts';
import { readTiming, timingPairs } from '#session/timingText.ts';
import type { BasisId } from '#spec/basis.ts';
import { isBasisId } from '#spec/basis.ts';
import { isRecord, readJson } from './jsonText.ts';

/** What the file says that it is. */
export const RUN_FORMAT = 'lifetime-zero-run';
/** More sets of comments are not read. */
const MOST_SETS = 100;
/** Raised when an older reader would read a file wrongly. */
const RUN_VERSION = 1;

export interface SavedRun {
  /** The scenario whose start it has; undefined for the usual start. */
  readonly scenario: string | undefined;
  readonly reading: Variant;
  readonly options: SessionOptions;
  readonly timing: TimingValues;
  /** The sentence that is switched off in it. */
  readonly without: BasisId | undefined;
  /** The texts of its events, in order. */
  readonly events: readonly string[];
  /** The step in view. */
  readonly step: number;
  readonly patches: readonly Patch[];
  /** Sets of comments that go along, each as `readCommentSet` takes it; absent where there are none. */
  readonly comments?: readonly unknown[];
}

export type ReadRun =
  | {
      readonly ok: true;
      readonly value: SavedRun;
      /** What was left out, a sentence each. */
      readonly remarks: readonly string[];
    }
  /** One sentence. */
  | { readonly ok: false; readonly error: string };

/** The file's text, indented, with a line feed at the end. */
export function writeRunFile(saved: SavedRun): string {
  const { scenario, reading, options, timing, without, events, step, patches, comments = [] } = saved;
  const file = {
    format: RUN_FORMAT,
    version: RUN_VERSION,
    scenario: scenario ?? null,
    reading,
    options,
    // Those that are not the usual ones.
    timing: Object.fromEntries(timingPairs(timing)),
    without: without ?? null,
    events,
    step,
    patches: writePatches(patches),
    ...(comments.length === 0 ? {} : { comments }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads the file. Any text will do: what is wrong comes back as a sentence. */
export function readRunFile(text: string): ReadRun {
  const parsed = readJson(text);
  if (parsed === undefined) return refuse('The file holds no JSON: it is cut, or no run.');
  if (!isRecord(parsed) || parsed.format !== RUN_FORMAT) return refuse('The file is no run of this app.');
  const { version, events, step } = parsed;
  if (!Number.isInteger(version)) return refuse('The run does not say of which version it is.');
  const remarks: string[] = [];
  if (Number(version) > RUN_VERSION) remarks.push(`The run was saved by a later version (${version}).`);
  if (!isTexts(events)) return refuse('The run has no list of events.');
  if (events.length > mostEvents) return refuse(`The run has more than ${mostEvents} events.`);
  const scenario = scenarioOf(parsed.scenario, remarks);
  if (!scenario.ok) return scenario;
  const reading = readVariant(known(parsed.reading, isParameterName, 'choice of a reading', remarks), defaultVariant);
  if (!reading.ok) return refuse(reading.error);
  const isOption = (name: string) => (sessionOptionNames as readonly string[]).includes(name);
  const options = readOptions(known(parsed.options, isOption, 'option', remarks));
  if (!options.ok) return refuse(options.error);
  const patches = readPatches(typeof parsed.patches === 'string' ? parsed.patches : '');
  if (!patches.ok) return refuse(patches.error);
  const inView = Number.isInteger(step) ? Math.min(Math.max(0, Number(step)), events.length) : 0;
  return {
    ok: true,
    value: {
      scenario: scenario.value,
      reading: reading.value,
      options: options.value,
      timing: timingOf(parsed.timing, remarks),
      without: withoutOf(parsed.without, remarks),
      events,
      step: inView,
      patches: patches.value,
      ...(Array.isArray(parsed.comments) ? { comments: parsed.comments.slice(0, MOST_SETS) } : {}),
    },
    remarks,
  };
}

/** A scenario gives the start of the run, so that one that is not known cannot be left out. */
function scenarioOf(
  value: unknown,
  remarks: readonly string[],
): { readonly ok: true; readonly value: string | undefined } | { readonly ok: false; readonly error: string } {
  if (value === null || value === undefined) return { ok: true, value: undefined };
  const scenario = typeof value === 'string' ? findScenario(value) : undefined;
  if (scenario !== undefined) return { ok: true, value: scenario.name };
  return refuse([...remarks, `There is no scenario "${cut(String(value))}" here.`].join(' '));
}

/** The usual values with those of the file; one that is no such value is left out, and said. */
function timingOf(value: unknown, remarks: string[]): TimingValues {
  const pairs = isRecord(value) ? Object.entries(value).map(([name, each]) => [name, String(each)]) : [];
  const { timing, left } = readTiming(Object.fromEntries(pairs));
  if (left !== undefined) remarks.push(`What is not known here was left out: timing value ${cut(left)}.`);
  return timing;
}

function withoutOf(value: unknown, remarks: string[]): BasisId | undefined {
  if (value === null || value === undefined) return undefined;
  const text = String(value);
  if (isBasisId(text)) return text;
  remarks.push(`The run was saved without the sentence "${cut(text)}", which is not known here: no sentence is off.`);
  return undefined;
}

/** Of an object what is known by name; the rest is left out, and said. */
function known(
  value: unknown,
  isKnown: (name: string) => boolean,
  kind: string,
  remarks: string[],
): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return {};
  const odd = Object.keys(value).filter((name) => !isKnown(name));
  if (odd.length > 0)
    remarks.push(`What is not known here was left out: ${kind} ${odd.slice(0, 3).map(cut).join(', ')}.`);
  return Object.fromEntries(Object.entries(value).filter(([name]) => isKnown(name)));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

function refuse(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
