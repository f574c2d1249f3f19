/** What is known of the fields of a state where code is written: by the guard of its rule, and by the updates before. */
import type { Term } from '#model/condition.ts';
import { valueAt } from '#model/field.ts';
import type { Program } from './program.ts';
import type { Know, Residual } from './residual.ts';

/** Places of fields, each with the place of its value in the field's domain. */
type Values = ReadonlyMap<number, number>;

export class KnownFields {
  readonly #values = new Map<number, number>();
  readonly #know: Know;

  constructor(program: Program) {
    this.#know = knowOfState(program, this.#values);
  }

  get(place: number): number | undefined {
    return this.#values.get(place);
  }

  set(place: number, index: number): void {
    this.#values.set(place, index);
  }

  /** What holds from here on, since the code goes on only where it does. */
  learn(condition: Residual): void {
    for (const part of condition.type === 'all' ? condition.parts : [condition]) {
      if (part.type !== 'in') continue;
      const only = part.values.indexOf(true);
      if (part.values.indexOf(true, only + 1) < 0) this.#values.set(part.field, only);
    }
  }

  /** All that is known now, to come back to. */
  all(): Values {
    return new Map(this.#values);
  }

  restore(values: Values): void {
    this.#values.clear();
    for (const [place, index] of values) this.#values.set(place, index);
  }

  of(term: Term): ReturnType<Know> {
    return this.#know(term);
  }
}

/** What is known after either of two ways. */
export function agreed(one: Values, other: Values): Values {
  return new Map([...one].filter(([place, index]) => other.get(place) === index));
}

/** What is known of a term beside any message: fields that no rule changes, and those that are given. */
export function knowOfState(program: Program, given: ReadonlyMap<number, number> = new Map()): Know {
  return (term) => {
    if (term.type === 'constant') return { type: 'value', value: term.value };
    if (term.type === 'arg') throw new RangeError(`${term.arg.id} is asked for, but there is no message`);
    const field = program.system.places.field(term.field);
    const fixed = program.layout.fields[field] === undefined ? program.start.values[field] : given.get(field);
    if (fixed !== undefined) return { type: 'value', value: valueAt(term.field, fixed) };
    return { type: 'field', field, domain: term.field.domain.slice(0, program.layout.stored[field]) };
  };
}
