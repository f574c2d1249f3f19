/** The state diagram of one phase field, read off the rules: which rule leads from which phase to which. */
import type { Condition } from '#model/condition.ts';
import type { Field, Value } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import type { Update } from '#model/update.ts';

export interface PhaseTransition {
  readonly from: Value;
  readonly to: Value;
  /** The rules that can make it, in the system's order. */
  readonly rules: readonly Rule[];
}

/** A way through a rule: the phase it began in, and the phase so far. */
interface Way {
  readonly from: Value;
  readonly now: Value;
}

/** All transitions between two different phases that the rules allow. */
export function phaseTransitions(rules: readonly Rule[], phase: Field): readonly PhaseTransition[] {
  const found = new Map<string, { from: Value; to: Value; rules: Rule[] }>();
  for (const rule of rules) {
    const start = phase.domain.map((value) => ({ from: value, now: value }));
    const begun = rule.when.reduce<readonly Way[]>((ways, condition) => keep(ways, condition, phase, true), start);
    for (const { from, now } of walk(begun, rule.then, phase)) {
      if (from === now) continue;
      const key = `${String(from)} ${String(now)}`;
      const transition = found.get(key) ?? { from, to: now, rules: [] };
      if (!transition.rules.includes(rule)) transition.rules.push(rule);
      found.set(key, transition);
    }
  }
  return [...found.values()];
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

function walk(ways: readonly Way[], updates: readonly Update[], phase: Field): readonly Way[] {
  let now = ways;
  for (const update of updates) now = walkOne(now, update, phase);
  return now;
}

function walkOne(before: readonly Way[], update: Update, phase: Field): readonly Way[] {
  switch (update.type) {
    case 'assign': {
      const { field, value } = update;
      if (field.id !== phase.id) return before;
      const reached = value.type === 'constant' ? [value.value] : phase.domain;
      return distinct(before.flatMap(({ from }) => reached.map((now) => ({ from, now }))));
    }
    case 'onlyIf':
      return distinct([
        ...walk(keep(before, update.condition, phase, true), update.then, phase),
        ...walk(keep(before, update.condition, phase, false), update.otherwise, phase),
      ]);
    case 'send':
      return distinct([...before, ...walk(before, update.otherwise, phase)]);
    default:
      return before;
  }
}

/** The ways for which a condition can be true (or false), as far as it speaks of this phase. */
function keep(ways: readonly Way[], condition: Condition, phase: Field, wanted: boolean): readonly Way[] {
  return ways.filter(({ now }) => {
    const verdict = judge(condition, phase, now);
    return verdict === undefined || verdict === wanted;
  });
}

/** Whether a condition is true for a phase; undefined where that depends on anything else. */
function judge(condition: Condition, phase: Field, now: Value): boolean | undefined {
  switch (condition.type) {
    case 'compare': {
      const { left, right, test } = condition;
      if (left.type !== 'field' || left.field.id !== phase.id || right.type !== 'constant') return undefined;
      if (test === '=') return now === right.value;
      return test === '≠' ? now !== right.value : undefined;
    }
    case 'not': {
      const inner = judge(condition.part, phase, now);
      return inner === undefined ? undefined : !inner;
    }
    case 'all':
    case 'any': {
      const verdicts = condition.parts.map((part) => judge(part, phase, now));
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

function distinct(ways: readonly Way[]): readonly Way[] {
  const seen = new Map(ways.map((way) => [`${String(way.from)} ${String(way.now)}`, way]));
  return [...seen.values()];
}
