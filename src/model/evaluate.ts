/** Evaluates conditions and carries out updates on a state: the one meaning of the rule language. */
import type { Condition, Term, Test } from './condition.ts';
import type { Field, Value } from './field.ts';
import { indexOf, valueAt } from './field.ts';
import type { Message, Places, State } from './state.ts';
import type { Argument, Update } from './update.ts';

/** The message that a rule acts on: where it stands, and what it says. */
export interface Selected {
  readonly queue: number;
  readonly position: number;
  readonly message: Message;
}

/** What one update did, in the order in which it was done. */
export type Effect =
  | {
      readonly type: 'changed';
      readonly field: Field;
      readonly before: Value;
      readonly after: Value;
      readonly basis: string;
    }
  | { readonly type: 'sent'; readonly queue: number; readonly message: Message; readonly basis: string }
  /** Not sent, for want of what `missing` names. */
  | {
      readonly type: 'notSent';
      readonly queue: number;
      readonly message: Message;
      readonly missing: Condition;
      readonly basis: string;
    }
  /** Sent and lost at once. */
  | { readonly type: 'sentAndLost'; readonly queue: number; readonly message: Message; readonly basis: string }
  | { readonly type: 'taken'; readonly selected: Selected }
  | { readonly type: 'discarded'; readonly reason: string; readonly basis: string }
  | { readonly type: 'copied'; readonly selected: Selected; readonly basis: string }
  | {
      readonly type: 'marked';
      readonly selected: Selected;
      readonly arg: Field;
      readonly value: Value;
      readonly basis: string;
    }
  | {
      readonly type: 'lostAll';
      readonly lost: readonly { readonly queue: number; readonly count: number }[];
      readonly basis: string;
    };

/** Whether a condition holds in a state, for the message acted on. */
export function conditionHolds(places: Places, state: State, condition: Condition, selected?: Selected): boolean {
  switch (condition.type) {
    case 'compare':
      return compareValues(
        termValue(places, state, condition.left, selected),
        condition.test,
        termValue(places, state, condition.right, selected),
      );
    case 'all':
      return condition.parts.every((part) => conditionHolds(places, state, part, selected));
    case 'any':
      return condition.parts.some((part) => conditionHolds(places, state, part, selected));
    case 'not':
      return !conditionHolds(places, state, condition.part, selected);
    case 'inFlight': {
      const wanted = condition.having.map(({ arg, value }) => [places.arg(arg), indexOf(arg, value)] as const);
      return state.queues.some((queue) =>
        queue.some((message) => wanted.every(([place, index]) => message[place] === index)),
      );
    }
    default:
      throw condition satisfies never;
  }
}

/** A state being written by one event; `apply` makes one, carries out the updates, and takes the result. */
export class Draft {
  readonly #places: Places;
  #values: number[];
  #queues: (readonly Message[])[];
  #selected: Selected | undefined;
  readonly #taken: boolean;
  readonly effects: Effect[] = [];

  constructor(places: Places, state: State, selected: Selected | undefined, taken: boolean) {
    this.#places = places;
    this.#values = [...state.values];
    this.#queues = [...state.queues];
    this.#selected = selected;
    this.#taken = taken;
    if (selected !== undefined && taken) {
      this.#queues[selected.queue] = without(this.#queue(selected.queue), selected.position);
      this.effects.push({ type: 'taken', selected });
    }
  }

  get state(): State {
    return { values: this.#values, queues: this.#queues };
  }

  /** @throws {RangeError} where a rule asks for what its field cannot hold: a bug in the rules. */
  carryOut(updates: readonly Update[]): void {
    for (const update of updates) this.#carryOutOne(update);
  }

  #carryOutOne(update: Update): void {
    switch (update.type) {
      case 'assign':
        this.#assign(update.field, this.#value(update.value), update.basis);
        break;
      case 'count': {
        const now = this.#values[this.#places.field(update.field)] ?? 0;
        this.#assign(update.field, valueAt(update.field, now + 1), update.basis);
        break;
      }
      case 'send':
        this.#send(update);
        break;
      case 'onlyIf':
        this.carryOut(this.#holds(update.condition) ? update.then : update.otherwise);
        break;
      case 'discard':
        this.effects.push({ type: 'discarded', reason: update.reason, basis: update.basis });
        break;
      case 'copy': {
        const selected = this.#requireSelected();
        const queue = [...this.#queue(selected.queue)];
        queue.splice(selected.position + 1, 0, selected.message);
        this.#queues[selected.queue] = queue;
        this.effects.push({ type: 'copied', selected, basis: update.basis });
        break;
      }
      case 'mark':
        this.#mark(update.arg, this.#value(update.value), update.basis);
        break;
      case 'markSame':
        this.#markSame(update);
        break;
      case 'loseAll':
        this.effects.push({
          type: 'lostAll',
          lost: this.#queues.map((queue, at) => ({ queue: at, count: queue.length })),
          basis: update.basis,
        });
        this.#queues = this.#queues.map(() => []);
        break;
      default:
        throw update satisfies never;
    }
  }

  #assign(field: Field, value: Value, basis: string): void {
    const place = this.#places.field(field);
    const before = valueAt(field, this.#values[place] ?? -1);
    this.#values[place] = indexOf(field, value);
    if (before !== value) this.effects.push({ type: 'changed', field, before, after: value, basis });
  }

  #send(update: Extract<Update, { type: 'send' }>): void {
    const queue = this.#places.queue(update.queue);
    const message = this.#compose(update.message);
    const missing = update.needs.find((need) => !this.#holds(need));
    if (missing !== undefined) {
      this.effects.push({ type: 'notSent', queue, message, missing, basis: update.basis });
      this.carryOut(update.otherwise);
    } else if (update.carried.every((each) => this.#holds(each))) {
      this.#queues[queue] = [...this.#queue(queue), message];
      this.effects.push({ type: 'sent', queue, message, basis: update.basis });
    } else {
      this.effects.push({ type: 'sentAndLost', queue, message, basis: update.basis });
    }
  }

  #compose(args: readonly Argument[]): Message {
    const message = this.#places.layout.args.map((arg) => indexOf(arg, arg.initial));
    for (const { arg, value } of args) message[this.#places.arg(arg)] = indexOf(arg, this.#value(value));
    return message;
  }

  #mark(arg: Field, value: Value, basis: string): void {
    const selected = this.#requireSelected();
    const message = withArg(selected.message, this.#places.arg(arg), indexOf(arg, value));
    this.#queues[selected.queue] = this.#queue(selected.queue).with(selected.position, message);
    this.#selected = { ...selected, message };
    this.effects.push({ type: 'marked', selected: this.#selected, arg, value, basis });
  }

  #markSame(update: Extract<Update, { type: 'markSame' }>): void {
    const selected = this.#requireSelected();
    const same = this.#places.arg(update.same);
    const place = this.#places.arg(update.arg);
    const index = indexOf(update.arg, this.#value(update.value));
    this.#queues[selected.queue] = this.#queue(selected.queue).map((message, position) => {
      const itself = !this.#taken && position === selected.position;
      return !itself && message[same] === selected.message[same] ? withArg(message, place, index) : message;
    });
  }

  #value(term: Term): Value {
    return termValue(this.#places, this.state, term, this.#selected);
  }

  #holds(condition: Condition): boolean {
    return conditionHolds(this.#places, this.state, condition, this.#selected);
  }

  #queue(at: number): readonly Message[] {
    return this.#queues[at] ?? [];
  }

  #requireSelected(): Selected {
    if (this.#selected === undefined) throw new RangeError('an update speaks of a message, but the rule acts on none');
    return this.#selected;
  }
}

function termValue(places: Places, state: State, term: Term, selected: Selected | undefined): Value {
  if (term.type === 'constant') return term.value;
  if (term.type === 'field') return valueAt(term.field, state.values[places.field(term.field)] ?? -1);
  if (selected === undefined) throw new RangeError(`${term.arg.id} is asked for, but the rule acts on no message`);
  return valueAt(term.arg, selected.message[places.arg(term.arg)] ?? -1);
}

/** Whether two values stand as a test asks; `<` and `≥` are for numbers. */
export function compareValues(left: Value, test: Test, right: Value): boolean {
  switch (test) {
    case '=':
      return left === right;
    case '≠':
      return left !== right;
    case '<':
      return left < right;
    case '≥':
      return left >= right;
    default:
      throw test satisfies never;
  }
}

function without(queue: readonly Message[], position: number): readonly Message[] {
  return queue.filter((_, at) => at !== position);
}

function withArg(message: Message, place: number, index: number): Message {
  return message.map((each, at) => (at === place ? index : each));
}
