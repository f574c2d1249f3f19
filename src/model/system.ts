/** A system: fields, messages, queues and rules, and the stepping that they define. */
import type { Condition } from './condition.ts';
import type { Effect, Selected } from './evaluate.ts';
import { conditionHolds, Draft } from './evaluate.ts';
import type { Event, MessageTexts, NameMessage } from './event.ts';
import { eventText, messageTexts } from './event.ts';
import type { Field } from './field.ts';
import type { Rule } from './rule.ts';
import type { Layout, State } from './state.ts';
import { initialState, Places } from './state.ts';
import { sayCondition } from './words.ts';

export interface SystemDefinition<Basis extends string = string> extends Layout {
  readonly rules: readonly Rule<Basis>[];
  readonly nameMessage: NameMessage;
  /** `fifo`: a queue delivers its oldest message. `unordered`: any. */
  readonly ordering: 'fifo' | 'unordered';
  /** The most messages that each queue can ever hold; one more is a bug in the rules. */
  readonly queueLength: number;
}

/** What one condition of a rule says, and whether it holds now. */
export interface Finding<Basis extends string = string> {
  readonly condition: Condition<Basis>;
  readonly words: string;
  readonly holds: boolean;
}

/** A state reached by an event, and what was done on the way. */
export interface Outcome {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export class System<Basis extends string = string> {
  readonly definition: SystemDefinition<Basis>;
  readonly places: Places;
  readonly initial: State;
  readonly #byId: ReadonlyMap<string, Rule<Basis>>;

  /** @throws {RangeError} if two rules, fields, arguments or queues share an id. */
  constructor(definition: SystemDefinition<Basis>, initial?: State) {
    this.definition = definition;
    this.places = new Places(definition);
    this.initial = initial ?? initialState(definition);
    this.#byId = new Map(definition.rules.map((rule) => [rule.id, rule]));
    if (this.#byId.size !== definition.rules.length) throw new RangeError('two rules share an id');
  }

  get rules(): readonly Rule<Basis>[] {
    return this.definition.rules;
  }

  /** @throws {RangeError} for an id that no rule has. */
  rule(id: string): Rule<Basis> {
    const rule = this.#byId.get(id);
    if (rule === undefined) throw new RangeError(`there is no rule ${id}`);
    return rule;
  }

  /** A field by its id, or undefined. */
  field(id: string): Field | undefined {
    return this.definition.fields.find((field) => field.id === id);
  }

  /** All events possible in a state: the same state, the same order. @throws {Error} if two events read the same. */
  enabled(state: State): readonly Event[] {
    const events: Event[] = [];
    const texts = new Set<string>();
    const names = messageTexts(state, this.places, this.definition.nameMessage);
    for (const rule of this.definition.rules) {
      for (const selected of this.#selections(rule, state)) {
        if (!this.#applies(rule, state, selected)) continue;
        const event = eventOf(rule, selected, names);
        if (texts.has(event.text)) throw new Error(`two rules answer to "${event.text}", ${rule.id} is one`);
        texts.add(event.text);
        events.push(event);
      }
    }
    return events;
  }

  /** The state after an event that is enabled. @throws {RangeError} if the event is not enabled. */
  apply(state: State, event: Event): State {
    return this.perform(state, event).state;
  }

  /** As `apply`, with all effects in order. @throws {RangeError} if the event is not enabled. */
  perform(state: State, event: Event): Outcome {
    const rule = this.rule(event.rule);
    const selected = this.#selections(rule, state).find(
      (each) => each?.queue === event.at?.queue && each?.position === event.at?.position,
    );
    const misplaced = selected === undefined && (event.at !== undefined || rule.stimulus.message !== undefined);
    if (misplaced || !this.#applies(rule, state, selected)) {
      throw new RangeError(`"${event.text}" is not possible here`);
    }
    const draft = new Draft(this.places, state, selected, rule.stimulus.message?.taken ?? false);
    draft.carryOut(rule.then);
    for (const queue of draft.state.queues) {
      if (queue.length > this.definition.queueLength) throw new Error(`${rule.id}: a queue overflows`);
    }
    return { state: draft.state, effects: draft.effects };
  }

  /** Each condition of a rule, in words, and whether it holds; of a rule on a message, for that message. */
  explain(rule: Rule<Basis>, state: State, at?: Event['at']): readonly Finding<Basis>[] {
    const selected = this.#selections(rule, state).find(
      (each) => at === undefined || (each?.queue === at.queue && each.position === at.position),
    );
    return rule.when
      .filter((condition) => selected !== undefined || !speaksOfMessage(condition))
      .map((condition) => ({
        condition,
        words: sayCondition(condition),
        holds: conditionHolds(this.places, state, condition, selected),
      }));
  }

  /** Whether a condition holds in a state. */
  holds(state: State, condition: Condition): boolean {
    return conditionHolds(this.places, state, condition);
  }

  #applies(rule: Rule<Basis>, state: State, selected: Selected | undefined): boolean {
    if (!rule.when.every((condition) => conditionHolds(this.places, state, condition, selected))) return false;
    if (rule.otherwise !== true) return true;
    return !this.definition.rules.some(
      (other) =>
        other.otherwise !== true &&
        sameStimulus(other, rule) &&
        other.when.every((condition) => conditionHolds(this.places, state, condition, selected)),
    );
  }

  #selections(rule: Rule<Basis>, state: State): readonly (Selected | undefined)[] {
    const { message } = rule.stimulus;
    if (message === undefined) return [undefined];
    const queue = this.places.queue(message.queue);
    const messages = state.queues[queue] ?? [];
    const reach = message.which === 'next' && this.definition.ordering === 'fifo' ? messages.slice(0, 1) : messages;
    return reach.map((each, position) => ({ queue, position, message: each }));
  }
}

function eventOf(rule: Rule, selected: Selected | undefined, names: MessageTexts): Event {
  if (selected === undefined) return { rule: rule.id, text: eventText(rule, undefined, names) };
  const at = { queue: selected.queue, position: selected.position };
  return { rule: rule.id, at, text: eventText(rule, at, names) };
}

/** Whether two rules answer the same stimulus, so that one may stand in for the other. */
function sameStimulus(a: Rule, b: Rule): boolean {
  return (
    a.stimulus.kind === b.stimulus.kind &&
    a.stimulus.name === b.stimulus.name &&
    a.stimulus.instance === b.stimulus.instance &&
    a.stimulus.message?.queue === b.stimulus.message?.queue
  );
}

/** Whether a condition looks at the message acted on. */
export function speaksOfMessage(condition: Condition): boolean {
  switch (condition.type) {
    case 'compare':
      return condition.left.type === 'arg' || condition.right.type === 'arg';
    case 'all':
    case 'any':
      return condition.parts.some(speaksOfMessage);
    case 'not':
      return speaksOfMessage(condition.part);
    case 'inFlight':
      return false;
    default:
      throw condition satisfies never;
  }
}
