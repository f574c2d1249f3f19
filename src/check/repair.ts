/**
 * The smallest change of a reading that repairs what fails, found by checking every change of one choice, then of two.
 *
 * One check answers for all failing properties at once. Only what the text leaves open is changed, not the world.
 */
import type { DetachProperty } from '#detach/properties.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { parameterNames, parameters } from '#detach/variant.ts';
import { checkedSystem, checkReading } from './checkReading.ts';
import type { CheckReport } from './checkReport.ts';
import type { Done } from './longWork.ts';
import type { SearchLimits } from './search.ts';

/** What describes the world and not the text: a repair may not change it. */
export const worldParameters = {
  initiator: 'who wants a detach is for people to say',
  maxRetransmissions: 'more patience only moves the bound',
  timers: 'when a timer runs out is for the network to say',
  loss: 'a bound of the checker',
  duplication: 'a bound of the checker',
  ordering: 'how the network delivers',
  lifetimeMayExpire: 'how long the UE stays silent',
  childSas: 'what was set up before the detach',
  mobileIp: 'another procedure',
  pdnConnections: 'what was set up before the detach',
  secondPdn: 'what people do with the other PDN connection',
  sharedIkeSa: 'what was set up before the detach',
  refreshInFlight: 'what the UE did before the detach',
  supportsRevocation: 'what the UE can do',
  gatewayMayRestart: 'a mishap',
  coverageMayBeLost: 'a mishap',
} as const satisfies Partial<Record<ParameterName, string>>;

/** The choices that the text leaves, in the table's order. */
export const textParameters: readonly ParameterName[] = parameterNames.filter((name) => !(name in worldParameters));

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
  /** All this as a sentence. */
  readonly sentence: string;
}

export interface RepairOptions {
  readonly limits?: SearchLimits;
  /** The report of the reading itself, if it is there already. */
  readonly report?: CheckReport;
  /** The properties to watch, of any reading; those of the product where it is left out. */
  readonly properties?: (variant: Variant) => readonly DetachProperty[];
  /** Changes of at most so many choices are tried; two where it is left out. */
  readonly most?: 1 | 2;
}

/** For each failing property of a reading its smallest repair, in the order of the properties; a change without effect counts as done. */
export function* findRepairs(variant: Variant, options: RepairOptions = {}): Generator<Done, readonly Repair[]> {
  const check = checker(options);
  const before = options.report ?? check(variant);
  const failing = failingIn(before);
  const tries = new Tries(variant, before, failing);
  const singles = changesOf(variant);
  const pairs = options.most === 1 ? [] : pairsOf(singles);
  const of = singles.length + pairs.length;
  let done = 0;
  for (const candidates of [singles.map((each) => [each]), pairs]) {
    if (tries.settled()) break;
    for (const changes of candidates) {
      done++;
      const changed = withChanges(variant, changes);
      const known = tries.isKnown(changed);
      if (!known) tries.note(changes, check(changed));
      yield { done, of };
    }
  }
  return failing.map((property) => tries.best(property));
}

/** A reading with some choices changed. */
export function withChanges(variant: Variant, changes: readonly Change[]): Variant {
  return { ...variant, ...Object.fromEntries(changes.map(({ parameter, to }) => [parameter, to])) } as Variant;
}

/** "order=buThenDelete and notification=bri". */
export function sayChanges(changes: readonly Change[]): string {
  return changes.map(({ parameter, to }) => `${parameter}=${to}`).join(' and ');
}

function checker({ limits, properties = defaultProperties }: RepairOptions): (variant: Variant) => CheckReport {
  return (variant) =>
    checkReading(variant, { properties: properties(variant), ...(limits === undefined ? {} : { limits }) });
}

function defaultProperties(variant: Variant): readonly DetachProperty[] {
  return propertiesOf(checkedSystem(variant).parts);
}

interface Attempt {
  readonly changes: readonly Change[];
  readonly repaired: ReadonlyMap<string, 'of something' | 'of nothing'>;
  readonly breaks: readonly string[];
}

/** What was tried, and what came of it. */
class Tries {
  readonly #failing: readonly string[];
  readonly #held: readonly string[];
  readonly #attempts: Attempt[] = [];
  readonly #seen: Set<string>;

  constructor(variant: Variant, before: CheckReport, failing: readonly string[]) {
    this.#failing = failing;
    this.#held = before.properties.filter(({ id, verdict }) => isWhole(id) && verdict === 'holds').map(({ id }) => id);
    this.#seen = new Set([fingerprint(variant)]);
  }

  /** Whether a reading has the same rules as one that was tried: the change has no effect. */
  isKnown(variant: Variant): boolean {
    const print = fingerprint(variant);
    if (this.#seen.has(print)) return true;
    this.#seen.add(print);
    return false;
  }

  note(changes: readonly Change[], report: CheckReport): void {
    const holding = report.properties.filter(({ verdict }) => verdict === 'holds');
    const repaired = new Map(
      holding
        .filter(({ id }) => this.#failing.includes(id))
        .map(({ id, cameUp }) => [id, cameUp ? ('of something' as const) : ('of nothing' as const)]),
    );
    const breaks = failingIn(report).filter((id) => this.#held.includes(id));
    this.#attempts.push({ changes, repaired, breaks });
  }

  /** Whether each failing property is repaired, of something. */
  settled(): boolean {
    return this.#failing.every((id) => this.#attempts.some((each) => each.repaired.get(id) === 'of something'));
  }

  best(property: string): Repair {
    const candidates = this.#attempts.filter((each) => each.repaired.has(property)).sort(compareFor(property));
    const [best] = candidates;
    if (best === undefined) {
      const sentence = 'No change of up to two choices repairs it.';
      return { property, changes: [], ofNothing: false, breaks: [], mends: [], sentence };
    }
    const { changes, breaks, repaired } = best;
    const ofNothing = repaired.get(property) === 'of nothing';
    const mends = [...repaired.keys()].filter((id) => id !== property && repaired.get(id) === 'of something');
    const repair = { property, changes, ofNothing, breaks, mends };
    return { ...repair, sentence: sayRepair(repair) };
  }
}

/** Of something before of nothing; then the fewest choices, then what breaks least, then what mends most. */
function compareFor(property: string): (a: Attempt, b: Attempt) => number {
  const nothing = ({ repaired }: Attempt) => Number(repaired.get(property) === 'of nothing');
  return (a, b) =>
    nothing(a) - nothing(b) ||
    a.changes.length - b.changes.length ||
    a.breaks.length - b.breaks.length ||
    b.repaired.size - a.repaired.size;
}

function sayRepair({ changes, ofNothing, breaks }: Omit<Repair, 'sentence'>): string {
  const change = `With ${sayChanges(changes)} it holds`;
  const nothing = ofNothing ? ', but only since nothing that it speaks of comes about any more' : '';
  const broken = breaks.length === 0 ? '' : `; then ${breaks.join(', ')} ${breaks.length === 1 ? 'fails' : 'fail'}`;
  return `${change}${nothing}${broken}.`;
}

function changesOf(variant: Variant): readonly Change[] {
  return textParameters.flatMap((parameter) =>
    parameters[parameter]
      .filter((to) => to !== variant[parameter])
      .map((to) => ({ parameter, from: variant[parameter], to })),
  );
}

function pairsOf(singles: readonly Change[]): readonly (readonly Change[])[] {
  return singles.flatMap((first, at) =>
    singles
      .slice(at + 1)
      .filter((second) => second.parameter !== first.parameter)
      .map((second) => [first, second]),
  );
}

/** Properties that fail, those of single fields left out. */
function failingIn(report: CheckReport): readonly string[] {
  return report.properties.filter(({ id, verdict }) => isWhole(id) && verdict === 'fails').map(({ id }) => id);
}

function isWhole(id: string): boolean {
  return !id.includes('/');
}

/** Two readings with the same print have the same rules, fields and properties. */
function fingerprint(variant: Variant): string {
  const { definition, parts } = checkedSystem(variant);
  return JSON.stringify([definition.fields, definition.rules, definition.ordering, propertiesOf(parts)]);
}
