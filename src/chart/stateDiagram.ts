/** The state diagram of one phase field, read off the rules: which rule leads from which phase to which. */
import type { Condition } from '#model/condition.ts';
import type { Field, Value } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import type { Update } from '#model/update.ts';
import { allUpdates } from '#model/update.ts';

export interface PhaseTransition {
  readonly from: Value;
  readonly to: Value;
  /** The rules that can make it, in the system's order. */
  readonly rules: readonly Rule[];
}

/** Whether a field can ever hold a value. */
type Possible = (field: Field, value: Value) => boolean;

/** A way through a rule: the phase it began in, and the phase so far. */
interface Way {
  readonly from: Value;
  readonly now: Value;
}

/**
 * All transitions between two different phases that the rules allow. What no rule ever writes into a field, and what it does
 * not hold at the start, is taken as impossible; `startOf` gives what a field holds at the start.
 */
export function phaseTransitions(
  rules: readonly Rule[],
  phase: Field,
  startOf: (field: Field) => Value = (field) => field.initial,
): readonly PhaseTransition[] {
  const written = valuesWritten(rules);
  const can: Possible = (field, value) => startOf(field) === value || (written.get(field.id)?.has(value) ?? false);
  const found = new Map<string, { from: Value; to: Value; rules: Rule[] }>();
  for (const rule of rules) {
    const start = phase.domain.map((value) => ({ from: value, now: value }));
    const begun = rule.when.reduce<readonly Way[]>((ways, condition) => keep(ways, condition, phase, true, can), start);
    for (const { from, now } of walk(begun, rule.then, phase, can)) {
      if (from === now) continue;
      const key = `${String(from)} ${String(now)}`;
      const transition = found.get(key) ?? { from, to: now, rules: [] };
      if (!transition.rules.includes(rule)) transition.rules.push(rule);
      found.set(key, transition);
    }
  }
  return reachable([...found.values()], startOf(phase));
}

/** Those transitions that some way from the start leads to. */
function reachable(transitions: readonly PhaseTransition[], start: Value): readonly PhaseTransition[] {
  const reached = new Set([start]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
  }
  return transitions.filter(({ from }) => reached.has(from));
}

/** What a phase is called in the diagram: the words without the subject and without "is". */
export function phaseName(phase: Field, value: Value): string {
  const words = sayValue(phase, value).slice(phase.subject.length).trim();
  const name = words.replace(/^is /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a rule is called on an arrow: its title up to the first colon; where a person has a choice, the act without it. */
export function arrowName(rule: Rule): string {
  if (rule.stimulus.kind === 'action' && rule.choice !== undefined) return spaced(rule.stimulus.name);
  return rule.title.split(':')[0] ?? rule.title;
}

/** "orderDetach" as "Order detach". */
function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function walk(ways: readonly Way[], updates: readonly Update[], phase: Field, can: Possible): readonly Way[] {
  let now = ways;
  for (const update of updates) now = walkOne(now, update, phase, can);
  return now;
}

function walkOne(before: readonly Way[], update: Update, phase: Field, can: Possible): readonly Way[] {
  switch (update.type) {
    case 'assign': {
      const { field, value } = update;
      if (field.id !== phase.id) return before;
      const reached = value.type === 'constant' ? [value.value] : phase.domain;
      return distinct(before.flatMap(({ from }) => reached.map((now) => ({ from, now }))));
    }
    case 'onlyIf':
      return distinct([
        ...walk(keep(before, update.condition, phase, true, can), update.then, phase, can),
        ...walk(keep(before, update.condition, phase, false, can), update.otherwise, phase, can),
      ]);
    case 'send':
      return distinct([...before, ...walk(before, update.otherwise, phase, can)]);
    default:
      return before;
  }
}

/** The ways for which a condition can be true (or false), as far as it speaks of this phase. */
function keep(
  ways: readonly Way[],
  condition: Condition,
  phase: Field,
  wanted: boolean,
  can: Possible,
): readonly Way[] {
  return ways.filter(({ now }) => {
    const verdict = judge(condition, phase, now, can);
    return verdict === undefined || verdict === wanted;
  });
}

/** Whether a condition is true for a phase; undefined where that depends on anything else. */
function judge(condition: Condition, phase: Field, now: Value, can: Possible): boolean | undefined {
  switch (condition.type) {
    case 'compare': {
      const { left, right, test } = condition;
      if (left.type !== 'field' || right.type !== 'constant') return undefined;
      if (left.field.id !== phase.id) return judgeOther(left.field, test, right.value, can);
      if (test === '=') return now === right.value;
      return test === '≠' ? now !== right.value : undefined;
    }
    case 'not': {
      const inner = judge(condition.part, phase, now, can);
      return inner === undefined ? undefined : !inner;
    }
    case 'all':
    case 'any': {
      const verdicts = condition.parts.map((part) => judge(part, phase, now, can));
      const decisive = condition.type === 'any';
      if (verdicts.includes(decisive)) return decisive;
      return verdicts.includes(undefined) ? undefined : !decisive;
    }
    case 'inFlight':
      return undefined;
    default:
      throw condition satisfies never;
  }
}

/** Of another field only so much is known: what it can never hold, and what it always holds. */
function judgeOther(field: Field, test: string, value: Value, can: Possible): boolean | undefined {
  const values = field.domain.filter((each) => can(field, each));
  if (test !== '=' && test !== '≠') return undefined;
  if (!values.includes(value)) return test === '≠';
  return values.length === 1 ? test === '=' : undefined;
}

/** For each field, by id, the values that some rule writes into it. */
function valuesWritten(rules: readonly Rule[]): ReadonlyMap<string, ReadonlySet<Value>> {
  const written = new Map<string, Set<Value>>();
  for (const update of rules.flatMap((rule) => allUpdates(rule.then))) {
    if (update.type !== 'assign' && update.type !== 'count') continue;
    const values = written.get(update.field.id) ?? new Set();
    const each =
      update.type === 'assign' && update.value.type === 'constant' ? [update.value.value] : update.field.domain;
    for (const value of each) values.add(value);
    written.set(update.field.id, values);
  }
  return written;
}

function distinct(ways: readonly Way[]): readonly Way[] {
  const seen = new Map(ways.map((way) => [`${String(way.from)} ${String(way.now)}`, way]));
  return [...seen.values()];
}
