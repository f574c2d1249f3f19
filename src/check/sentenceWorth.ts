/** What a sentence of the contribution is worth: what fails once it is switched off, or why nothing does. */

import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import type { Variant } from '#detach/variant.ts';
import { basesOf } from '#model/condition.ts';
import { sayValue } from '#model/field.ts';
import { basesOfRule } from '#model/rule.ts';
import { read } from '#model/state.ts';
import type { Requirement, RequirementId } from '#spec/requirements.ts';
import { requirements } from '#spec/requirements.ts';
import { checkedSystem, searchReading } from './checkReading.ts';
import type { CheckReport } from './checkReport.ts';
import { fieldPropertyId, searchToEnd } from './checkReport.ts';
import type { Done } from './longWork.ts';
import type { SearchLimits } from './search.ts';
import type { Space } from './spaceContents.ts';
import { stateKey } from './stateKey.ts';

export interface FailsWithout {
  readonly property: string;
  readonly sentence: string;
  readonly run: readonly string[];
  /** The events of its shortest run with the sentence, where it fails with it as well. */
  readonly lengthBefore?: number;
}

export interface SentenceWorth {
  readonly id: RequirementId;
  readonly title: string;
  readonly clause: string;
  readonly force: Requirement['force'];
  /** The rules of the reading that rest on it. */
  readonly rules: readonly string[];
  /** The properties that ask for what it says. */
  readonly claims: readonly string[];
  /** The same as sentences, and whether they fail with it already. */
  readonly asks: readonly { readonly sentence: string; readonly fails: boolean }[];
  /** Whether other states or other runs are possible without it. */
  readonly changes: boolean;
  /** The properties that hold with it and fail without it. */
  readonly fails: readonly FailsWithout[];
  /** The properties that fail with it, too, but only on longer runs. */
  readonly sooner: readonly FailsWithout[];
  /** What is left at rest without it that is not left with it: "the PDN GW's IKE SA is there". */
  readonly leaks: readonly string[];
  /** The properties that fail with it and hold without it, of something. */
  readonly mends: readonly string[];
  /** What else goes wrong without it, as a sentence: rules that overlap, a rule that asks for too much, a run without end. */
  readonly trouble?: string;
}

export interface WorthOptions {
  readonly limits?: SearchLimits;
  readonly properties?: readonly DetachProperty[];
}

/** The worth of each sentence in a reading, in the order of the contribution; yields after each. */
export function* sentenceWorths(
  variant: Variant,
  options: WorthOptions = {},
): Generator<Done & { readonly latest: SentenceWorth }, readonly SentenceWorth[]> {
  const properties = options.properties ?? propertiesOf(checkedSystem(variant).parts);
  const limits = options.limits === undefined ? {} : { limits: options.limits };
  const check = (without?: RequirementId): Checked => {
    const { system, search } = searchReading(variant, {
      properties,
      ...limits,
      ...(without === undefined ? {} : { without }),
    });
    return { system, search, report: searchToEnd(system, search) };
  };
  const before = check();
  const failing = new Set(before.report.properties.filter(({ verdict }) => verdict === 'fails').map(({ id }) => id));
  const worths: SentenceWorth[] = [];
  for (const requirement of requirements) {
    const rules = before.system.rules.filter((rule) => basesOfRule(rule).includes(requirement.id));
    const claims = properties.filter((property) => asksFor(property, requirement.id));
    const base = {
      id: requirement.id,
      title: requirement.title,
      clause: requirement.clause,
      force: requirement.force,
      rules: rules.map(({ id }) => id),
      claims: claims.map(({ id }) => id),
      asks: claims.map(({ id, title }) => ({ sentence: title, fails: failing.has(id) })),
    };
    const latest =
      rules.length === 0 ? { ...base, ...nothing } : worthOf(base, before, () => check(requirement.id), properties);
    worths.push(latest);
    yield { done: worths.length, of: requirements.length, latest };
  }
  return worths;
}

/** A search that has ended, and its report. */
export interface Checked extends Space {
  readonly report: CheckReport;
}

type Base = Pick<SentenceWorth, 'id' | 'title' | 'clause' | 'force' | 'rules' | 'claims' | 'asks'>;

const nothing = { changes: false, fails: [], sooner: [], leaks: [], mends: [] } as const;

function asksFor({ basis, premise, claim }: DetachProperty, id: RequirementId): boolean {
  return basis === id || [premise, claim].some((part) => part !== undefined && basesOf(part).includes(id));
}

/** The worth of one sentence, from the search with it and what looks for the same without it. */
export function worthOf(
  base: Base,
  before: Checked,
  check: () => Checked,
  properties: readonly DetachProperty[],
): SentenceWorth {
  let after: Checked;
  try {
    after = check();
  } catch (error) {
    const trouble = `Without it the rules contradict each other: ${(error as Error).message}.`;
    return { ...base, ...nothing, changes: true, trouble };
  }
  const reportOf = ({ report }: Checked, id: string) => report.properties.find((each) => each.id === id);
  const fails: FailsWithout[] = [];
  const sooner: FailsWithout[] = [];
  const mends: string[] = [];
  for (const { id, title } of properties) {
    const [was, is] = [reportOf(before, id), reportOf(after, id)];
    const found = { property: id, sentence: title, run: is?.run ?? [] };
    if (is?.verdict === 'fails' && was?.verdict === 'holds') fails.push(found);
    if (is?.verdict === 'holds' && is.cameUp && was?.verdict === 'fails') mends.push(id);
    const lengthBefore = was?.run?.length ?? 0;
    const isSooner = is?.verdict === 'fails' && was?.verdict === 'fails' && found.run.length < lengthBefore;
    if (isSooner) sooner.push({ ...found, lengthBefore });
  }
  const leaks = properties.flatMap((property) => newLeaks(property, before, after));
  const changes = fails.length > 0 || leaks.length > 0 || !sameSpace(before, after);
  const trouble = troubleOf(before.report, after.report);
  const known = { ...base, changes, fails, sooner, leaks, mends };
  return trouble === undefined ? known : { ...known, trouble };
}

/** What some field of a property still holds at rest, and does not with the sentence, in words. */
function newLeaks({ id, perField = [] }: DetachProperty, before: Checked, after: Checked): readonly string[] {
  return perField.flatMap(({ field }) => {
    const name = fieldPropertyId(id, field.id);
    const held = before.report.properties.some((each) => each.id === name && each.verdict === 'holds');
    const found = after.search.result().properties.find(({ property }) => property.id === name);
    if (!held || found?.verdict !== 'fails' || found.witness === undefined) return [];
    return [sayValue(field, read(after.system.places, after.search.state(found.witness), field))];
  });
}

/** What goes wrong without the sentence that no property says. */
function troubleOf(before: CheckReport, after: CheckReport): string | undefined {
  if (after.broken !== undefined && before.broken === undefined) {
    return `Without it the rule ${after.broken.rule} asks for what cannot be: ${after.broken.reason}.`;
  }
  if (after.termination.type === 'cycle' && before.termination.type !== 'cycle') {
    return 'Without it some run never ends.';
  }
  if (after.stopped !== undefined) {
    return `Not finished after ${after.states} states without it: what does not fail so far is not known to hold.`;
  }
  return undefined;
}

/** Whether two searches to the end have met the same states and taken the same rules as often. */
function sameSpace(a: Checked, b: Checked): boolean {
  const [one, other] = [a.report, b.report];
  return (
    one.states === other.states &&
    one.transitions === other.transitions &&
    Object.entries(one.taken).every(([rule, times]) => (other.taken[rule] ?? 0) === times) &&
    Array.from({ length: one.states }, (_, number) => stateKey(b.system, b.search.state(number))).every(among(a))
  );
}

function among({ system, search, report }: Checked): (key: string) => boolean {
  const keys = new Set(Array.from({ length: report.states }, (_, number) => stateKey(system, search.state(number))));
  return (key) => keys.has(key);
}
