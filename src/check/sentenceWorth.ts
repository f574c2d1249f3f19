/** What a sentence of the contribution is worth: what fails once it is switched off, or why nothing does. */
import type { DetachProperty } from '#detach/properties.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { basesOfRule } from '#model/rule.ts';
import type { Requirement, RequirementId } from '#spec/requirements.ts';
import { requirements } from '#spec/requirements.ts';
import { checkedSystem, checkReading } from './checkReading.ts';
import type { CheckReport } from './checkReport.ts';
import type { Done } from './longWork.ts';
import type { SearchLimits } from './search.ts';

export interface FailsWithout {
  readonly property: string;
  readonly sentence: string;
  readonly run: readonly string[];
}

export interface SentenceWorth {
  readonly id: RequirementId;
  readonly title: string;
  readonly clause: string;
  readonly force: Requirement['force'];
  /** The rules of the reading that rest on it. */
  readonly rules: readonly string[];
  /** Whether other runs are possible without it. */
  readonly changes: boolean;
  /** The properties that hold with it and fail without it. */
  readonly fails: readonly FailsWithout[];
  /** The properties that fail with it and hold without it. */
  readonly mends: readonly string[];
  /** What else goes wrong without it, as a sentence: rules that overlap, a rule that asks for too much, a run without end. */
  readonly trouble?: string;
  /** What all this comes to, as a sentence. */
  readonly worth: string;
}

export interface WorthOptions {
  readonly limits?: SearchLimits;
  readonly properties?: readonly DetachProperty[];
  /** The report of the reading itself, if it is there already. */
  readonly report?: CheckReport;
}

/** The worth of each sentence in a reading, in the order of the contribution; yields after each. */
export function* sentenceWorths(
  variant: Variant,
  options: WorthOptions = {},
): Generator<Done & { readonly latest: SentenceWorth }, readonly SentenceWorth[]> {
  const system = checkedSystem(variant);
  const properties = options.properties ?? propertiesOf(system.parts);
  const limits = options.limits === undefined ? {} : { limits: options.limits };
  const before = options.report ?? checkReading(variant, { properties, ...limits });
  const worths: SentenceWorth[] = [];
  for (const requirement of requirements) {
    const rules = system.rules.filter((rule) => basesOfRule(rule).includes(requirement.id)).map(({ id }) => id);
    const check = () => checkReading(variant, { properties, without: requirement.id, ...limits });
    const latest = worthOf(requirement, rules, properties, before, rules.length === 0 ? () => before : check);
    worths.push(latest);
    yield { done: worths.length, of: requirements.length, latest };
  }
  return worths;
}

type RequirementText = (typeof requirements)[number];

function worthOf(
  { id, title, clause, force }: RequirementText,
  rules: readonly string[],
  properties: readonly DetachProperty[],
  before: CheckReport,
  check: () => CheckReport,
): SentenceWorth {
  const base = { id, title, clause, force, rules };
  let after: CheckReport;
  try {
    after = check();
  } catch (error) {
    const trouble = `Without it the rules contradict each other: ${(error as Error).message}.`;
    return { ...base, changes: true, fails: [], mends: [], trouble, worth: trouble };
  }
  const verdicts = new Map(before.properties.map((each) => [each.id, each.verdict]));
  const reports = new Map(after.properties.map((each) => [each.id, each]));
  const fails = properties.flatMap((property): FailsWithout[] => {
    const report = reports.get(property.id);
    if (verdicts.get(property.id) !== 'holds' || report?.verdict !== 'fails') return [];
    return [{ property: property.id, sentence: property.title, run: report.run ?? [] }];
  });
  const mends = properties
    .map((property) => property.id)
    .filter((each) => verdicts.get(each) === 'fails' && reports.get(each)?.verdict === 'holds');
  const changes = !sameSpace(before, after);
  const trouble = troubleOf(before, after);
  const worth = sayWorth(rules.length, changes, fails, trouble);
  return { ...base, changes, fails, mends, ...(trouble === undefined ? {} : { trouble }), worth };
}

function sayWorth(
  rules: number,
  changes: boolean,
  fails: readonly FailsWithout[],
  trouble: string | undefined,
): string {
  if (fails.length > 0) {
    const ids = fails.map((each) => each.property).join(', ');
    return `Without it ${ids} ${fails.length === 1 ? 'fails' : 'fail'}.`;
  }
  if (trouble !== undefined) return trouble;
  if (rules === 0) return 'Nothing tests it: no rule of this reading rests on it.';
  if (!changes) return 'Nothing tests it: without it the same runs are possible.';
  return 'It is not needed for these properties.';
}

/** What goes wrong without the sentence that no property says. */
function troubleOf(before: CheckReport, after: CheckReport): string | undefined {
  if (after.broken !== undefined && before.broken === undefined) {
    return `Without it the rule ${after.broken.rule} asks for what cannot be: ${after.broken.reason}.`;
  }
  if (after.termination.type === 'cycle' && before.termination.type !== 'cycle') {
    return 'Without it some run never ends.';
  }
  if (after.stopped !== undefined && before.stopped === undefined) {
    return `Without it there are more states than the bound: not finished after ${after.states}.`;
  }
  return undefined;
}

/** As far as numbers tell: two searches with the same ones have seen the same runs. */
function sameSpace(a: CheckReport, b: CheckReport): boolean {
  return (
    a.states === b.states &&
    a.transitions === b.transitions &&
    a.ends === b.ends &&
    Object.entries(a.taken).every(([rule, times]) => (b.taken[rule] ?? 0) === times)
  );
}
