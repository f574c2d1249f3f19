/** Two readings side by side: which, their claims, and the run in view on both. */
import type { AlignedRow, AlignedRuns, AlignedStep } from '#check/alignRuns.ts';
import { alignEvents, alignScenario } from '#check/alignRuns.ts';
import type { ComparedProperty, ComparedVerdict, Comparison } from '#check/compareReadings.ts';
import { isForTeaching } from '#check/findings.ts';
import { boundsOf } from '#detach/detach.ts';
import { messageTypes } from '#detach/message.ts';
import { parameterWords, sayParameter } from '#detach/parameterWords.ts';
import { partsOf } from '#detach/parts.ts';
import { presetOf, presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Scenario } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';
import type { Trace } from '#run/trace.ts';
import { shortNameOf } from '#session/naming.ts';
import type { CheckState, ComparedNames } from './checkStore.ts';
import type { VerdictMark } from './checkWords.ts';
import { ofNothingWords } from './checkWords.ts';
import { lastOf } from './lastOf.ts';
import { nearestPreset } from './readingView.ts';
import type { WalkState } from './walkState.ts';

/** A preset by its name, or the reading in use where it is none. */
export type ReadingName = string;

export interface ReadingChoice {
  readonly value: ReadingName;
  readonly label: string;
}

const OWN = 'own';

/** The readings that can be compared. */
export function comparable(variant: Variant): readonly ReadingChoice[] {
  const named = presets.map(({ name, title }) => ({ value: name, label: title }));
  return presetOf(variant) === undefined ? [...named, { value: OWN, label: 'The reading in use' }] : named;
}

/** The name of the reading in use. */
function nameOfReading(variant: Variant): ReadingName {
  return presetOf(variant)?.name ?? OWN;
}

/** The two that are compared: the reading in use against what 3GPP chose later, before anyone has chosen. */
export function comparedNames({ compared }: Pick<CheckState, 'compared'>, inUse: Variant): ComparedNames {
  return compared ?? namesFor(inUse);
}

const namesFor = lastOf((inUse: Variant): ComparedNames => {
  const a = nameOfReading(inUse);
  return { a, b: otherReading(a) };
});

/** What a person sees first beside the reading in use: what 3GPP chose later. */
function otherReading(name: ReadingName): ReadingName {
  return name === 'ts-24.303' ? 'as-tabled' : 'ts-24.303';
}

/** The reading of a name; the one in use where there is none of that name. */
export function variantNamed(name: ReadingName, inUse: Variant): Variant {
  const preset = presets.find((each) => each.name === name);
  return preset === undefined ? inUse : variantOf(preset.name);
}

/** What a reading is, and how sure we are of it, in one sentence. */
export function aboutReading(name: ReadingName, inUse: Variant): string {
  const preset = presets.find((each) => each.name === name);
  if (preset !== undefined) return preset.about;
  const nearest = nearestPreset(inUse);
  const apart = differences(presetVariant(nearest), inUse).length;
  return `as "${nearest.title}", but for ${apart === 1 ? 'one choice' : `${apart} choices`}.`;
}

/** The same object each time, so that what depends on it is not made anew. */
const variantOf = (() => {
  const made = new Map<string, Variant>(presets.map((preset) => [preset.name, presetVariant(preset)]));
  return (name: string) => made.get(name) as Variant;
})();

const alignedFor = lastOf((trace: Trace, scenario: Scenario, a: Variant, b: Variant): AlignedRuns => {
  const aligned = trace.steps.length === 0 ? alignScenario(scenario, a, b) : alignEvents(trace, a, b, scenario.start);
  return { ...aligned, rows: aligned.rows.map(rowInWords) };
});

function rowInWords(row: AlignedRow): AlignedRow {
  const step = (each: AlignedStep): AlignedStep => ({ ...each, did: each.did.map(messagesInWords) });
  switch (row.type) {
    case 'equal':
      return { ...row, a: row.a.map(step), b: row.b.map(step) };
    case 'differs':
      return { ...row, a: step(row.a), b: step(row.b) };
    case 'only a':
      return { ...row, a: step(row.a) };
    case 'only b':
      return { ...row, b: step(row.b) };
    default:
      throw row satisfies never;
  }
}

/** "sends bindingAck:133" as "sends BA 133": messages by the names that people have for them. */
export function messagesInWords(text: string): string {
  return text.replace(/\b([a-z]\w*)(?::(\d+))?/g, (whole, name: string, status: string | undefined) => {
    const type = messageTypes.find((each) => each === name);
    if (type === undefined) return whole;
    return status === undefined ? shortNameOf(type) : `${shortNameOf(type)} ${status}`;
  });
}

/** The run in view on two readings; of a run without steps, that of the scenario. */
export function alignedRuns(
  { run, scenario }: Pick<WalkState, 'run' | 'scenario'>,
  a: Variant,
  b: Variant,
): AlignedRuns {
  return alignedFor(run.trace, scenario, a, b);
}

export interface ComparedClaim {
  readonly key: string;
  readonly sentence: string;
  readonly differs: boolean;
  readonly a: VerdictView;
  readonly b: VerdictView;
}

export interface VerdictView {
  readonly mark: VerdictMark;
  readonly words: string;
  readonly run: readonly string[] | undefined;
}

/** The claims, those first on which the readings differ. */
export const comparedClaims = lastOf(({ a, b, properties }: Comparison): readonly ComparedClaim[] => {
  const [onPurposeA, onPurposeB] = [onPurposeIn(a.variant), onPurposeIn(b.variant)];
  return properties
    .map((property: ComparedProperty) => ({
      key: property.id,
      sentence: property.sentence,
      differs: property.differs,
      a: verdictView(property.a, onPurposeA.has(property.id)),
      b: verdictView(property.b, onPurposeB.has(property.id)),
    }))
    .toSorted((one, other) => Number(other.differs) - Number(one.differs));
});

/** The claims that a reading departs from on purpose, by id; one that is for teaching has none. */
function onPurposeIn(variant: Variant): ReadonlySet<string> {
  if (isForTeaching(variant)) return new Set();
  const properties = propertiesOf(partsOf(variant, boundsOf(variant)));
  return new Set(properties.flatMap(({ id, onPurpose }) => (onPurpose === undefined ? [] : [id])));
}

function verdictView(of: ComparedVerdict | undefined, onPurpose: boolean): VerdictView {
  if (of === undefined) return { mark: 'none', words: 'of this reading', run: undefined };
  if (of.verdict === 'not finished') return { mark: 'open', words: 'it does not fail so far', run: undefined };
  if (of.verdict === 'fails') {
    const steps = of.run?.length ?? 0;
    const mark = onPurpose ? 'differs' : 'fails';
    return { mark, words: steps === 1 ? 'after 1 step' : `after ${steps} steps`, run: of.run };
  }
  return { mark: 'holds', words: of.cameUp ? '' : ofNothingWords, run: undefined };
}

export interface ComparedChoice {
  readonly words: string;
  readonly a: string;
  readonly b: string;
}

/** What the two readings choose differently, in words. */
export const comparedChoices = lastOf(({ parameters }: Comparison): readonly ComparedChoice[] =>
  parameters.map(({ name, a, b }) => ({
    words: parameterWords[name],
    a: sayParameter(name, a),
    b: sayParameter(name, b),
  })),
);
