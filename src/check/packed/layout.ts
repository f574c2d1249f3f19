/** Where each field that can change, and the number of each queue's contents, stands in the 32-bit words of a packed state. */
import type { Condition } from '#model/condition.ts';
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
  /** For each field, how many of its values can be stored: all, or all but the top one of a counter. */
  readonly stored: readonly number[];
}

export interface Widths {
  /** For the number of a queue's contents. */
  readonly queueBits: number;
  /**
   * The places of the counters that have room for their top value. Many never reach it, and need a bit less without it: so it is
   * left out at first, and reaching it is `TooNarrow`.
   */
  readonly tops: ReadonlySet<number>;
}

/** The counter at this place has reached a value for which it has no room. */
export class TooNarrow extends Error {
  readonly place: number;

  constructor(place: number) {
    super();
    this.place = place;
  }
}

/** Lays out the words, the widest first, each where it fits. */
export function layOut(system: System, start: State, { queueBits, tops }: Widths): Layout {
  const changing = changingFields(system, start);
  const stored = system.definition.fields.map((field, at) => {
    const { length } = field.domain;
    const spared = !tops.has(at) && bitsFor(length - 1) < bitsFor(length) && onlyCounts(system, at, start);
    return spared ? length - 1 : length;
  });
  const wanted = [
    ...system.definition.queues.map((_, at) => ({ queue: at, bits: queueBits })),
    ...stored.flatMap((values, at) => (changing.has(at) ? [{ field: at, bits: bitsFor(values) }] : [])),
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
  return { fields, queues, words: Math.max(used.length, 1), stored };
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

/** Whether a field gets to its top value by counting alone, and no rule is there to count just so far. */
function onlyCounts(system: System, place: number, start: State): boolean {
  const top = (system.definition.fields[place]?.domain.length ?? 0) - 1;
  if (start.values[place] === top) return false;
  if (system.rules.some((rule) => rule.when.some((condition) => boundsAt(condition, system, place, top)))) return false;
  const updates = system.rules
    .flatMap((rule) => allUpdates(rule.then))
    .filter(
      (update): update is Extract<typeof update, { type: 'assign' | 'count' }> =>
        (update.type === 'assign' || update.type === 'count') && system.places.field(update.field) === place,
    );
  const assigned = updates.flatMap((update) => (update.type === 'assign' ? [update] : []));
  return (
    updates.length > assigned.length &&
    assigned.every(({ field, value }) => value.type === 'constant' && field.domain.indexOf(value.value) !== top)
  );
}

/** "fewer than the top": what is counted under this comes to the top. */
function boundsAt(condition: Condition, system: System, place: number, top: number): boolean {
  if (condition.type !== 'compare' || condition.test !== '<') return false;
  const { left, right } = condition;
  return (
    left.type === 'field' &&
    right.type === 'constant' &&
    system.places.field(left.field) === place &&
    left.field.domain.indexOf(right.value) === top
  );
}

function bitsFor(values: number): number {
  return Math.max(1, Math.ceil(Math.log2(values)));
}
