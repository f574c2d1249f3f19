/**
 * A rule: one thing an actor may do, as data: what stirs it, its conditions, its updates, and what each rests on.
 *
 * The same object is stepped, explained, explored, drawn and exported.
 */
import type { Condition } from './condition.ts';
import { basesOf } from './condition.ts';
import type { Update } from './update.ts';
import { basesOfUpdate } from './update.ts';

/** What stirs a rule. `name` is the first word of the event's text: "detach", "deliver", "lose", "timer". */
export interface Stimulus {
  readonly kind: 'action' | 'timer' | 'delivery' | 'fault';
  readonly name: string;
  /** Distinguishes instances of a rule (one a PDN connection); part of the event's text as `@label`. */
  readonly instance?: string;
  /** The rule acts on one message in flight. */
  readonly message?: {
    readonly queue: string;
    /** `next`: what the queue delivers next. `any`: any message in flight. */
    readonly which: 'next' | 'any';
    /** Whether it is taken off the queue. */
    readonly taken: boolean;
  };
}

export interface Rule<Basis extends string = string> {
  /** Unique in its system, such as `ue.detach.buThenDelete`. */
  readonly id: string;
  /** Who acts: an actor of the system, or `network`. */
  readonly actor: string;
  /** The act in full words, as on a button. */
  readonly title: string;
  readonly stimulus: Stimulus;
  /** Tells apart the rules that one stimulus leaves the choice between; part of the event's text. */
  readonly choice?: string;
  readonly when: readonly Condition<Basis>[];
  readonly then: readonly Update<Basis>[];
  /** Applies only where no other rule of the same stimulus does. */
  readonly otherwise?: boolean;
}

/** Everything that a rule rests on, conditions first, without repeats. */
export function basesOfRule<B extends string>(rule: Rule<B>): readonly B[] {
  return [
    ...new Set([...rule.when.flatMap((each) => basesOf(each)), ...rule.then.flatMap((each) => basesOfUpdate(each))]),
  ];
}
