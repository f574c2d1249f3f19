/** Where each field that can change, and the number of each queue's contents, stands in the 32-bit words of a packed state. */
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { allUpdates } from '#model/update.ts';

/** Some bits of a word; a field never crosses from one word into the next. */
export interface Bits {
  readonly word: number;
  readonly shift: number;
  /** Of the value, not shifted: 2^bits - 1. */
  readonly mask: number;
}

export interface Layout {
  /** For each field its bits; undefined for one that no rule changes, which is not stored. */
  readonly fields: readonly (Bits | undefined)[];
  readonly queues: readonly Bits[];
  readonly words: number;
}

/** Lays out the words, the widest first, each where it fits. `queueBits`: for the number of a queue's contents. */
export function layOut(system: System, start: State, queueBits: number): Layout {
  const changing = changingFields(system, start);
  const wanted = [
    ...system.definition.queues.map((_, at) => ({ queue: at, bits: queueBits })),
    ...system.definition.fields.flatMap((field, at) =>
      changing.has(at) ? [{ field: at, bits: bitsFor(field.domain.length) }] : [],
    ),
  ].sort((a, b) => b.bits - a.bits);
  const used: number[] = [];
  const fields: (Bits | undefined)[] = system.definition.fields.map(() => undefined);
  const queues: Bits[] = [];
  for (const item of wanted) {
    const fitting = used.findIndex((bits) => bits + item.bits <= 32);
    const word = fitting < 0 ? used.length : fitting;
    const shift = used[word] ?? 0;
    used[word] = shift + item.bits;
    const bits = { word, shift, mask: 2 ** item.bits - 1 };
    if ('queue' in item) queues[item.queue] = bits;
    else fields[item.field] = bits;
  }
  return { fields, queues, words: Math.max(used.length, 1) };
}

/** The places of the fields that some rule gives another value than that of the start. */
function changingFields(system: System, start: State): ReadonlySet<number> {
  const { places } = system;
  const changing = new Set<number>();
  for (const update of system.rules.flatMap((rule) => allUpdates(rule.then))) {
    if (update.type === 'count') changing.add(places.field(update.field));
    if (update.type !== 'assign') continue;
    const place = places.field(update.field);
    const { value } = update;
    const same = value.type === 'constant' && update.field.domain.indexOf(value.value) === start.values[place];
    if (!same) changing.add(place);
  }
  return changing;
}

function bitsFor(values: number): number {
  return Math.max(1, Math.ceil(Math.log2(values)));
}
