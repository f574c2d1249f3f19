/** How the model names an event as it is replayed: the rule, and the place in its queue of the message that it acts on. */

export interface MarkedEvent {
  readonly rule: string;
  readonly position: number | undefined;
}

/** A line of the replay. */
export function eventMark({ rule, position }: MarkedEvent): string {
  return position === undefined ? `event ${rule}` : `event ${rule} at ${position}`;
}

/** The event that a line of a replay names, or undefined. */
export function readEventMark(line: string): MarkedEvent | undefined {
  const [, rule, position] = /^\s*event (\S+)(?: at (\d+))?\s*$/.exec(line) ?? [];
  return rule === undefined ? undefined : { rule, position: position === undefined ? undefined : Number(position) };
}
