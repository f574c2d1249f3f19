/**
 * Updates: what an actor does at once about a stimulus, in order. They are data, each with its basis.
 *
 * Updates are carried out one after the other: a later one sees what an earlier one wrote.
 */
import type { Condition, Term } from './condition.ts';
import { basesOf, constant } from './condition.ts';
import type { Field, Value } from './field.ts';

export interface Argument {
  readonly arg: Field;
  readonly value: Term;
}

export type Update<Basis extends string = string> =
  | { readonly type: 'assign'; readonly field: Field; readonly value: Term; readonly basis: Basis }
  /** Adds one to a counter; a counter already at its top is a bug in the rules. */
  | { readonly type: 'count'; readonly field: Field; readonly basis: Basis }
  | {
      readonly type: 'send';
      readonly queue: string;
      /** Arguments not named have their initial value. */
      readonly message: readonly Argument[];
      /** What sending needs, such as a security association; where it fails, the message is visibly not sent. */
      readonly needs: readonly Condition<Basis>[];
      /** Done instead where `needs` fails. */
      readonly otherwise: readonly Update<Basis>[];
      /** Where this fails the message is sent, but lost at once. */
      readonly carried: readonly Condition<Basis>[];
      readonly basis: Basis;
    }
  | {
      readonly type: 'onlyIf';
      readonly condition: Condition<Basis>;
      readonly then: readonly Update<Basis>[];
      readonly otherwise: readonly Update<Basis>[];
    }
  /** The message acted on goes no further; the reason is shown. */
  | { readonly type: 'discard'; readonly reason: string; readonly basis: Basis }
  /** A copy of the message acted on stands right behind it. */
  | { readonly type: 'copy'; readonly basis: Basis }
  /** Writes an argument of the message acted on. */
  | { readonly type: 'mark'; readonly arg: Field; readonly value: Term; readonly basis: Basis }
  /** Writes an argument of every other message in flight whose `same` equals that of the message acted on. */
  | {
      readonly type: 'markSame';
      readonly same: Field;
      readonly arg: Field;
      readonly value: Term;
      readonly basis: Basis;
    }
  /** All messages in flight of all queues are lost. */
  | { readonly type: 'loseAll'; readonly basis: Basis };

/** The field takes a value. */
export function become<V extends Value, B extends string>(field: Field<V>, value: NoInfer<V>, basis: B): Update<B> {
  return { type: 'assign', field, value: constant(value), basis };
}

/** The field takes the value of a term: another field, or an argument of the message acted on. */
export function take<B extends string>(field: Field, value: Term, basis: B): Update<B> {
  return { type: 'assign', field, value, basis };
}

export function count<B extends string>(field: Field<number>, basis: B): Update<B> {
  return { type: 'count', field, basis };
}

export function onlyIf<B extends string>(
  condition: Condition<B>,
  then: readonly Update<B>[],
  otherwise: readonly Update<B>[] = [],
): Update<B> {
  return { type: 'onlyIf', condition, then, otherwise };
}

export function discard<B extends string>(reason: string, basis: B): Update<B> {
  return { type: 'discard', reason, basis };
}

/** One argument of a message to be sent, as a constant. */
export function argument<V extends Value>(arg: Field<V>, value: NoInfer<V>): Argument {
  return { arg, value: constant(value) };
}

/** One argument of a message to be sent, taken from a field or from the message acted on. */
export function argumentFrom(arg: Field, value: Term): Argument {
  return { arg, value };
}

/** The updates nested directly inside one. */
function innerUpdates<B extends string>(update: Update<B>): readonly Update<B>[] {
  if (update.type === 'onlyIf') return [...update.then, ...update.otherwise];
  return update.type === 'send' ? update.otherwise : [];
}

/** All updates of a list, nested ones included, in order. */
export function allUpdates<B extends string>(updates: readonly Update<B>[]): readonly Update<B>[] {
  return updates.flatMap((update) => [update, ...allUpdates(innerUpdates(update))]);
}

/** All that an update rests on, its own conditions included, without repeats. */
export function basesOfUpdate<B extends string>(update: Update<B>): readonly B[] {
  const inner = innerUpdates(update).flatMap((each) => basesOfUpdate(each));
  if (update.type === 'onlyIf') return [...new Set([...basesOf(update.condition), ...inner])];
  const needs = update.type === 'send' ? [...update.needs, ...update.carried].flatMap((each) => basesOf(each)) : [];
  return [...new Set([update.basis, ...needs, ...inner])];
}
