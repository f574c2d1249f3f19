/** What is done to a queue, as statements: its slots beyond its length are always 0, so that a state is written in one way only. */
import type { QueueNames } from './names.ts';

/** The message at a place goes; those behind it move up. */
export function takeFrom({ slots, length }: QueueNames, room: number, place: number): readonly string[] {
  return [
    ...places(place, room - 1).map((each) => `${slots}[${each}] = ${slots}[${each + 1}];`),
    `${slots}[${room - 1}] = 0;`,
    `${length} = ${length} - 1;`,
  ];
}

/** A message is put behind the last one. */
export function putInto({ slots, length }: QueueNames, room: number, message: string): readonly string[] {
  return [`assert(${length} < ${room});`, `${slots}[${length}] = ${message};`, `${length} = ${length} + 1;`];
}

/** A message is put at a place that is taken, or is the first free one; what stood there and behind moves back. */
export function insertInto(queue: QueueNames, room: number, place: number, message: string): readonly string[] {
  const { slots, length } = queue;
  const full = `assert(${length} < ${room});`;
  if (place >= room) return [full];
  return [
    full,
    ...places(place, room - 1)
      .reverse()
      .map((each) => `${slots}[${each + 1}] = ${slots}[${each}];`),
    `${slots}[${place}] = ${message};`,
    `${length} = ${length} + 1;`,
  ];
}

/** All messages go. */
export function empty({ slots, length }: QueueNames, room: number): readonly string[] {
  return [...places(0, room).map((each) => `${slots}[${each}] = 0;`), `${length} = 0;`];
}

function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
