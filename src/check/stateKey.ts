/** A text that names a state by its fields and messages, the same in a system whose faults are bounded and in one by hand. */
import type { Field } from '#model/field.ts';
import { valueAt } from '#model/field.ts';
import type { Message, State } from '#model/state.ts';
import type { System } from '#model/system.ts';

/**
 * Two states of systems with the same fields share their key only if they are the same: values are named, since the domain
 * of a counter depends on its bound.
 */
export function stateKey(system: System, state: State): string {
  const { fields, args } = system.definition;
  const named = (each: readonly Field[], indexes: readonly number[]) =>
    each.map((field, at) => `${field.id}=${String(valueAt(field, indexes[at] ?? -1))}`).join();
  const message = (each: Message) => named(args, each);
  return [named(fields, state.values), ...state.queues.map((queue) => queue.map(message).join(';'))].join('|');
}
