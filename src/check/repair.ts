/**
 * The smallest change of a reading that repairs what fails, found by checking every change of one choice, then of two.
 *
 * One check answers for all failing properties at once. Only what the text leaves open is changed, not the world.
 */
import type { DetachSystem } from '#detach/detach.ts';
import type { Parts } from '#detach/parts.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { gaps } from '#spec/gaps.ts';
import { boundWords } from './boundWords.ts';
import { checkedSystem } from './checkReading.ts';
import type { CheckReport, PropertyReport } from './checkReport.ts';
import type { Done } from './longWork.ts';
import { changesOf, pairsOf, withChanges } from './readingChanges.ts';
import type { SearchLimits, Verdict } from './search.ts';
import { startSearch } from './startSearch.ts';

export interface Change {
  readonly parameter: ParameterName;
  readonly from: string | number;
  readonly to: string | number;
}

export interface Repair {
  readonly property: string;
  /** What has to be changed, at most two choices; empty if no such change repairs it. */
  readonly changes: readonly Change[];
  /** It holds after the change only since nothing that it speaks of comes about any more. */
  readonly ofNothing: boolean;
  /** The properties that hold without the change and fail with it. */
  readonly breaks: readonly string[];
  /** The other failing properties that the same change repairs, too. */
  readonly mends: readonly string[];
  /** The other failing properties that fail with the change all the same. */
  readonly stillFails: readonly string[];
  /** All this as a sentence. */
  readonly sentence: string;
}

export interface RepairOptions {
  readonly limits?: SearchLimits;
  /** The report of the reading itself, if it is there already. */
  readonly report?: CheckReport;
  /** The properties to watch of a reading; those of the product where it is left out. */
  readonly properties?: (parts: Parts) => readonly DetachProperty[];
  /** Changes of at most so many choices are tried; two where it is left out. */
  readonly most?: 1 | 2;
}

/**
 * For each failing property of a reading its smallest repair, in the order of the properties: of something before of nothing;
 * then the fewest choices; then what repairs most of all that fails, breaks least, and leaves least that fails; then a choice
 * that the property's open points lead to; then the fewest rules that become others. A change without effect counts as done.
 */
export function* findRepairs(variant: Variant, options: RepairOptions = {}): Generator<Done, readonly Repair[]> {
  const { limits, report, properties = propertiesOf } = options;
  const singles: readonly (readonly Change[])[] = changesOf(variant);
  const pairs = options.most === 1 ? [] : pairsOf(changesOf(variant));
  const of = singles.length + pairs.length;
  const own = checkedSystem(variant);
  const before = report?.properties ?? (yield* verdictsOn(own, properties(own.parts), { done: 0, of }, limits));
  const tries = new Tries(own, before, { properties: properties(own.parts), most: options.most ?? 2 });
  let done = 0;
  for (const candidates of [singles, pairs]) {
    if (tries.settled()) break;
    for (const changes of candidates) {
      const changed = checkedSystem(withChanges(variant, changes));
      const distance = tries.distanceTo(changed);
      if (distance !== undefined) {
        const verdicts = yield* verdictsOn(changed, properties(changed.parts), { done, of }, limits);
        tries.note(changes, distance, verdicts);
      }
      done++;
      yield { done, of };
    }
  }
  return tries.repairs();
}

/** "order=buThenDelete and notification=bri". */
function sayChanges(changes: readonly Change[]): string {
  return changes.map(({ parameter, to }) => `${parameter}=${to}`).join(' and ');
}

type Verdicts = readonly Pick<PropertyReport, 'id' | 'verdict' | 'cameUp'>[];

/** Only the verdicts: no runs, and no fields one by one. */
function* verdictsOn(
  system: DetachSystem,
  properties: readonly DetachProperty[],
  progress: Done,
  limits?: SearchLimits,
): Generator<Done, Verdicts> {
  const search = startSearch(system, properties, limits);
  while (!search.advance(50_000)) yield progress;
  return search.result().properties.map(({ property: { id }, verdict, cameUp }) => ({ id, verdict, cameUp }));
}

interface Attempt {
  readonly changes: readonly Change[];
  /** How many rules are not what they were. */
  readonly distance: number;
  readonly repaired: ReadonlyMap<string, 'of something' | 'of nothing'>;
  readonly breaks: readonly string[];
  /** Those that failed before and still do. */
  readonly stillFails: readonly string[];
}

interface Tried {
  readonly properties: readonly DetachProperty[];
  readonly most: 1 | 2;
}

/** What was tried, and what came of it. */
class Tries {
  readonly #failing: readonly DetachProperty[];
  readonly #held: readonly string[];
  readonly #titles: ReadonlyMap<string, string>;
  readonly #attempts: Attempt[] = [];
  readonly #rules: ReadonlySet<string>;
  readonly #seen: Set<string>;
  readonly #bound: string;
  readonly #most: Tried['most'];

  constructor(system: DetachSystem, before: Verdicts, { properties, most }: Tried) {
    const of = (verdict: Verdict) => before.filter((each) => each.verdict === verdict).map(({ id }) => id);
    const failing = of('fails');
    this.#titles = new Map(properties.map(({ id, title }) => [id, title]));
    this.#failing = properties.filter(({ id }) => failing.includes(id));
    this.#held = of('holds').filter((id) => properties.some((each) => each.id === id));
    const rules = printedRules(system);
    this.#rules = new Set(rules);
    this.#seen = new Set([rules.join()]);
    this.#bound = boundWords(system.parts.variant);
    this.#most = most;
  }

  /** How many rules of a reading the first one does not have as they are; undefined where its rules were tried before. */
  distanceTo(system: DetachSystem): number | undefined {
    const rules = printedRules(system);
    const print = rules.join();
    if (this.#seen.has(print)) return undefined;
    this.#seen.add(print);
    return rules.filter((each) => !this.#rules.has(each)).length;
  }

  note(changes: readonly Change[], distance: number, verdicts: Verdicts): void {
    const repaired = new Map<string, 'of something' | 'of nothing'>();
    for (const { id, verdict, cameUp } of verdicts) {
      const isMended = verdict === 'holds' && this.#failing.some((each) => each.id === id);
      if (isMended) repaired.set(id, cameUp ? 'of something' : 'of nothing');
    }
    const failing = verdicts.filter(({ verdict }) => verdict === 'fails').map(({ id }) => id);
    this.#attempts.push({
      changes,
      distance,
      repaired,
      breaks: failing.filter((id) => this.#held.includes(id)),
      stillFails: failing.filter((id) => this.#failing.some((each) => each.id === id)),
    });
  }

  /** Whether each failing property is repaired, of something. */
  settled(): boolean {
    return this.#failing.every(({ id }) => this.#attempts.some((each) => each.repaired.get(id) === 'of something'));
  }

  repairs(): readonly Repair[] {
    return this.#failing.map((property) => this.#best(property));
  }

  #best(property: DetachProperty): Repair {
    const { id } = property;
    const [best] = this.#attempts.filter((each) => each.repaired.has(id)).sort(byWorth(property));
    if (best === undefined) {
      const sentence = sayNoRepair(this.#most);
      return { property: id, changes: [], ofNothing: false, breaks: [], mends: [], stillFails: [], sentence };
    }
    const { changes, breaks, repaired, stillFails } = best;
    const ofNothing = repaired.get(id) === 'of nothing';
    const mends = [...repaired.keys()].filter((each) => each !== id && repaired.get(each) === 'of something');
    const titles = (ids: readonly string[]) => ids.map((each) => this.#titles.get(each) ?? each);
    const sentence = [
      sayRepair(changes, ofNothing, this.#bound),
      ...sayOthers({ failing: this.#failing.length, mended: countMended(best), stillFails: titles(stillFails) }),
      ...(breaks.length === 0 ? [] : [`But then this fails, which holds now: ${titles(breaks).join('; ')}.`]),
    ].join(' ');
    return { property: id, changes, ofNothing, breaks, mends, stillFails, sentence };
  }
}

/** The best attempt at a property first. */
function byWorth({ id, questions }: DetachProperty): (a: Attempt, b: Attempt) => number {
  const isForNothing = ({ repaired }: Attempt) => Number(repaired.get(id) === 'of nothing');
  const isBeside = ({ changes }: Attempt) => Number(!changes.every(({ parameter }) => leadsTo(questions, parameter)));
  return (a, b) =>
    isForNothing(a) - isForNothing(b) ||
    a.changes.length - b.changes.length ||
    countMended(b) - countMended(a) ||
    a.breaks.length - b.breaks.length ||
    a.stillFails.length - b.stillFails.length ||
    isBeside(a) - isBeside(b) ||
    a.distance - b.distance;
}

/** Whether one of the gaps among some open points leads to a choice of the reading. */
function leadsTo(questions: readonly string[], parameter: ParameterName): boolean {
  return gaps.some(({ id, readings }) => questions.includes(id) && (readings as readonly string[]).includes(parameter));
}

/** How many properties an attempt repairs; what holds of nothing then is not repaired. */
function countMended({ repaired }: Attempt): number {
  return [...repaired.values()].filter((each) => each === 'of something').length;
}

function sayRepair(changes: readonly Change[], ofNothing: boolean, bound: string): string {
  const nothing = ofNothing ? ', but only since nothing that it speaks of comes about any more' : '';
  return `With ${sayChanges(changes)} it holds, ${bound}${nothing}.`;
}

/** What becomes of all that fails, where that is more than one claim; `stillFails` as sentences. */
function sayOthers(counts: {
  readonly failing: number;
  readonly mended: number;
  readonly stillFails: readonly string[];
}): readonly string[] {
  const { failing, mended, stillFails } = counts;
  if (failing === 1) return [];
  if (mended === failing) return [`It repairs all ${failing} claims that fail now.`];
  const repairs = `It repairs ${mended === 0 ? 'none' : mended} of the ${failing} claims that fail now`;
  if (stillFails.length === 0) return [`${repairs}; the others hold of nothing then.`];
  if (stillFails.length > 2) return [`${repairs}; ${stillFails.length} of them still fail.`];
  return [`${repairs}; still failing: ${stillFails.join('; ')}.`];
}

function sayNoRepair(most: Tried['most']): string {
  const count = most === 1 ? 'one' : 'one or two';
  return `No change of ${count} of the text's choices repairs it; timers and faults of the network are not counted among them.`;
}

/** The rules of a reading, each as a text: readings with the same ones have the same runs. */
function printedRules(system: DetachSystem): readonly string[] {
  return system.rules.map((rule) => JSON.stringify(rule));
}
