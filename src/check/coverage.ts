/**
 * Coverage: which sentences, rules and phases a run, or the whole space of a reading, has used.
 *
 * A sentence is used where something was done that rests on it (`acts`), or where a rule met a condition that rests on it,
 * or a message was not sent for want of one (`conditions`). What a rule could have done and did not is not counted.
 */
import type { Value } from '#model/field.ts';
import { sayValue, valueAt } from '#model/field.ts';
import { basesOfRule } from '#model/rule.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import type { CheckReport } from './checkReport.ts';
import type { Done } from './longWork.ts';
import { phaseFields } from './phases.ts';
import type { Act } from './runBases.ts';
import { basesDone, basesMet } from './runBases.ts';
import type { Search } from './search.ts';

export interface BasisUse {
  readonly basis: string;
  /** In how many steps something was done that rests on it. */
  readonly acts: number;
  /** In how many steps the rule met a condition that rests on it, or a message was not sent for want of one. */
  readonly conditions: number;
}

export interface RuleUse {
  readonly rule: string;
  readonly title: string;
  readonly actor: string;
  readonly times: number;
}

export interface PhaseUse {
  readonly field: string;
  readonly value: Value;
  /** "the UE is attached". */
  readonly words: string;
  /** In how many states, the start among them. */
  readonly states: number;
}

export interface Coverage {
  /** Every sentence that some rule rests on, in the order of the rules. */
  readonly sentences: readonly BasisUse[];
  /** Every rule, in the system's order. */
  readonly rules: readonly RuleUse[];
  /** Every value of every phase. */
  readonly phases: readonly PhaseUse[];
}

/** What a run has used. */
export function coverageOfRun(trace: Trace): Coverage {
  const counter = new Counter(trace.system);
  counter.noteState(trace.initial);
  for (const step of trace.steps) counter.noteStep(step);
  return counter.coverage();
}

/** What all runs together have used: each event counts once in each state; of a search that has ended. Yields now and then. */
export function* coverageOfSpace(system: System, search: Search, step = 500): Generator<Done, Coverage> {
  const counter = new Counter(system);
  const { states } = search.result();
  for (let number = 0; number < states; number++) {
    const state = search.state(number);
    counter.noteState(state);
    for (const event of system.enabled(state)) {
      counter.noteAct({ rule: system.rule(event.rule), effects: system.perform(state, event).effects });
    }
    if ((number + 1) % step === 0) yield { done: number + 1, of: states };
  }
  return counter.coverage();
}

/** The rules that no run takes, by a report of all states; undefined where not all states were seen. */
export function deadRules(report: CheckReport): readonly string[] | undefined {
  if (report.stopped !== undefined || report.broken !== undefined) return undefined;
  return Object.entries(report.taken).flatMap(([rule, times]) => (times === 0 ? [rule] : []));
}

class Counter {
  readonly #system: System;
  readonly #acts = new Map<string, number>();
  readonly #conditions = new Map<string, number>();
  readonly #rules = new Map<string, number>();
  readonly #phases = new Map<string, number>();

  constructor(system: System) {
    this.#system = system;
  }

  noteStep(step: TraceStep): void {
    this.noteAct(step);
    this.noteState(step.state);
  }

  noteAct(step: Act): void {
    add(this.#rules, step.rule.id);
    for (const basis of new Set(basesDone(step))) add(this.#acts, basis);
    for (const basis of new Set(basesMet(step))) add(this.#conditions, basis);
  }

  noteState(state: State): void {
    for (const field of phaseFields(this.#system)) {
      const value = valueAt(field, state.values[this.#system.places.field(field)] ?? -1);
      add(this.#phases, `${field.id} ${String(value)}`);
    }
  }

  coverage(): Coverage {
    const { rules } = this.#system;
    const bases = [...new Set(rules.flatMap((rule) => basesOfRule(rule)))];
    return {
      sentences: bases.map((basis) => ({
        basis,
        acts: this.#acts.get(basis) ?? 0,
        conditions: this.#conditions.get(basis) ?? 0,
      })),
      rules: rules.map(({ id, title, actor }) => ({ rule: id, title, actor, times: this.#rules.get(id) ?? 0 })),
      phases: phaseFields(this.#system).flatMap((field) =>
        field.domain.map((value) => ({
          field: field.id,
          value,
          words: sayValue(field, value),
          states: this.#phases.get(`${field.id} ${String(value)}`) ?? 0,
        })),
      ),
    };
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
