/**
 * The compiled form of one rule, for one message where it acts on one: its guard, its updates on a copy of the state, the visit
 * of what comes out. What the guard and earlier updates say of a field is known to the updates that follow.
 */
import type { Condition, Term } from '#model/condition.ts';
import type { Field, Value } from '#model/field.ts';
import { valueAt } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import type { Argument, Update } from '#model/update.ts';
import type { StateLocals } from './emitResidual.ts';
import { bitsOf, emitResidual, emitValue, wordOf } from './emitResidual.ts';
import { agreed, KnownFields } from './knownFields.ts';
import type { Program } from './program.ts';
import { functionNumbers } from './program.ts';
import { emitQueueChange } from './queueChangeCode.ts';
import type { QueueChange } from './queueContents.ts';
import type { Know, Residual } from './residual.ts';
import { join, residualOf } from './residual.ts';
import type { Code, Label } from './wasm.ts';

/** The message that a rule acts on: its queue, the local variable of its position, and which it is, where that matters. */
export interface SelectedCode {
  readonly queue: number;
  readonly position: number;
  readonly code: number | undefined;
}

/** The local variables of `expand`. */
export interface Locals {
  readonly before: StateLocals;
  readonly after: StateLocals;
  /** Set where a rule that is no fault is possible. */
  readonly alive: number;
  /** Set where a rule of the stimulus was possible, so that those that stand in for it are not. */
  readonly hit: number;
  readonly spare: number;
  readonly key: number;
}

export class RuleCode {
  readonly #program: Program;
  readonly #code: Code;
  readonly #locals: Locals;
  readonly #rule: Rule;
  readonly #known: KnownFields;
  #selected: SelectedCode | undefined;
  #skip: Label = { depth: 0 };

  constructor(program: Program, code: Code, locals: Locals, rule: Rule, selected: SelectedCode | undefined) {
    this.#program = program;
    this.#known = new KnownFields(program);
    this.#code = code;
    this.#locals = locals;
    this.#rule = rule;
    this.#selected = selected;
  }

  /** Emits nothing and returns false where the guard can never hold. */
  emit(group: { readonly marks: boolean; readonly standsIn: boolean }): boolean {
    const { before, alive, hit } = this.#locals;
    const guard = join(
      'all',
      this.#rule.when.map((condition) => this.#left(condition)),
    );
    if (guard.type === 'constant' && !guard.value) return false;
    const code = this.#code;
    this.#skip = code.block();
    if (group.standsIn) code.get(hit).brIf(this.#skip);
    for (const part of guard.type === 'all' ? guard.parts : [guard]) this.#require(part, before);
    if (group.marks) code.const(1).set(hit);
    if (this.#rule.stimulus.kind !== 'fault') code.const(1).set(alive);
    this.#copyState();
    if (this.#selected !== undefined && this.#rule.stimulus.message?.taken === true)
      this.#change({ type: 'take', at: true });
    this.#updates(this.#rule.then);
    this.#finish();
    code.end();
    return true;
  }

  #require(part: Residual, state: StateLocals): void {
    if (part.type === 'constant') return;
    emitResidual(this.#code, this.#program, state, part);
    this.#code.op('eqz').brIf(this.#skip);
    this.#known.learn(part);
  }

  #copyState(): void {
    const { before, after } = this.#locals;
    for (const [at, word] of before.words.entries()) this.#code.get(word).set(wordOf(after, at));
    for (const [at, queue] of before.queues.entries()) this.#code.get(queue).set(after.queues[at] ?? -1);
  }

  #updates(updates: readonly Update[]): void {
    for (const update of updates) this.#update(update);
  }

  #update(update: Update): void {
    const { system } = this.#program;
    switch (update.type) {
      case 'assign':
        this.#forEachValue(update.value, (value) => this.#assign(update.field, value));
        break;
      case 'count':
        this.#count(update.field);
        break;
      case 'send':
        this.#send(update);
        break;
      case 'onlyIf':
        this.#branch(
          this.#left(update.condition),
          () => this.#updates(update.then),
          () => this.#updates(update.otherwise),
        );
        break;
      case 'discard':
        break;
      case 'copy':
        this.#change({ type: 'copy', at: true });
        break;
      case 'mark':
        this.#forEachValue(update.value, (value) => this.#mark(update.arg, value));
        break;
      case 'markSame':
        this.#forEachValue(update.value, (value) => this.#markSame(update.same, update.arg, value));
        break;
      case 'loseAll':
        for (const [at] of system.definition.queues.entries()) this.#code.const(0).set(this.#queue(at));
        break;
      default:
        throw update satisfies never;
    }
  }

  #assign(field: Field, value: Value): void {
    const index = field.domain.indexOf(value);
    if (index < 0) {
      this.#break();
      return;
    }
    const place = this.#program.system.places.field(field);
    const bits = this.#program.layout.fields[place];
    if (bits === undefined || this.#known.get(place) === index) return;
    const word = wordOf(this.#locals.after, bits.word);
    this.#code
      .get(word)
      .const(~(bits.mask << bits.shift))
      .op('and')
      .const(index << bits.shift)
      .op('or')
      .set(word);
    this.#known.set(place, index);
  }

  /** A counter at its top breaks the rule; one that has no room for its top says so. */
  #count(field: Field): void {
    const place = this.#program.system.places.field(field);
    const stored = this.#program.layout.stored[place] ?? 0;
    const known = this.#known.get(place);
    if (known !== undefined && known < stored - 1) {
      this.#assign(field, valueAt(field, known + 1));
      return;
    }
    const { word, shift } = bitsOf(this.#program, place);
    emitValue(this.#code, this.#program, this.#locals.after, place);
    this.#code.const(stored - 1).op('eq');
    this.#code.if();
    if (stored < field.domain.length) this.#code.const(place).call(functionNumbers.narrow).drop();
    this.#break();
    this.#code.end();
    const local = wordOf(this.#locals.after, word);
    this.#code
      .get(local)
      .const(1 << shift)
      .op('add')
      .set(local);
  }

  #send(update: Extract<Update, { type: 'send' }>): void {
    const { places } = this.#program.system;
    const queue = places.queue(update.queue);
    const needs = this.#allLeft(update.needs);
    this.#branch(
      needs,
      () =>
        this.#branch(
          this.#allLeft(update.carried),
          () => this.#forEachMessage(update.message, (code) => this.#append(queue, code)),
          () => undefined,
        ),
      () => this.#updates(update.otherwise),
    );
  }

  #append(queue: number, code: number): void {
    this.#program.arriving[queue]?.add(code);
    this.#changeQueue(queue, { type: 'append', at: false, code });
  }

  /** Of each argument that is taken from a field, one piece of code for each value. */
  #forEachMessage(args: readonly Argument[], then: (code: number) => void, values: readonly Value[] = []): void {
    const argument = args[values.length];
    if (argument !== undefined) {
      this.#forEachValue(argument.value, (value) => this.#forEachMessage(args, then, [...values, value]));
      return;
    }
    const { places } = this.#program.system;
    const message = places.layout.args.map((arg) => arg.domain.indexOf(arg.initial));
    for (const [at, { arg }] of args.entries())
      message[places.arg(arg)] = arg.domain.indexOf(values[at] ?? arg.initial);
    if (message.includes(-1)) this.#break();
    else then(this.#program.codes.codeOf(message));
  }

  #mark(arg: Field, value: Value): void {
    const { queue, position, code } = this.#requireSelected();
    if (this.#rule.stimulus.message?.taken === true)
      throw new RangeError(`${this.#rule.id} marks a message that it takes`);
    const marked = this.#program.codes.withArg(code, arg, value);
    this.#program.arriving[queue]?.add(marked);
    this.#change({ type: 'replace', at: true, code: marked });
    this.#selected = { queue, position, code: marked };
  }

  #markSame(same: Field, arg: Field, value: Value): void {
    const { queue, code } = this.#requireSelected();
    const { codes, arriving } = this.#program;
    const wanted = codes.argOf(code, same);
    const from = (each: number) => (codes.argOf(each, same) === wanted ? codes.withArg(each, arg, value) : each);
    for (const each of [...(arriving[queue] ?? [])]) arriving[queue]?.add(from(each));
    const key = `${same.id}=${String(wanted)} ${arg.id}=${String(value)}`;
    this.#change({ type: 'replaceAll', at: this.#rule.stimulus.message?.taken !== true, key, from });
  }

  /** Changes the queue of the message acted on. */
  #change(change: QueueChange): void {
    const { queue } = this.#selected ?? {};
    if (queue === undefined) throw new RangeError(`${this.#rule.id} speaks of a message, but acts on none`);
    this.#changeQueue(queue, change);
  }

  #changeQueue(queue: number, change: QueueChange): void {
    const { operations, map } = this.#program;
    const local = this.#queue(queue);
    const { spare, key } = this.#locals;
    emitQueueChange(this.#code, map, {
      operation: operations.numberOf(change),
      position: change.at ? this.#selected?.position : undefined,
      content: local,
      key,
      entry: spare,
    });
    if (change.type === 'append' || change.type === 'copy') {
      this.#code.get(spare).const(-1).op('eq');
      this.#code.if();
      this.#break();
      this.#code.end();
    }
    this.#code.get(spare).set(local);
  }

  /** Emits both ways, or the one that is left; afterwards only what both agree on is known. */
  #branch(condition: Residual, then: () => void, otherwise: () => void): void {
    if (condition.type === 'constant') {
      (condition.value ? then : otherwise)();
      return;
    }
    const selected = this.#selected;
    const before = this.#known.all();
    emitResidual(this.#code, this.#program, this.#locals.after, condition);
    this.#code.if();
    this.#known.learn(condition);
    then();
    const learnt = this.#known.all();
    this.#known.restore(before);
    this.#code.else();
    otherwise();
    this.#code.end();
    this.#known.restore(agreed(learnt, this.#known.all()));
    if (this.#selected?.code !== selected?.code)
      throw new RangeError(`${this.#rule.id} marks a message in one case only`);
  }

  /** Emits `then` for the value of a term, or for each value that it can have. */
  #forEachValue(term: Term, then: (value: Value) => void): void {
    const known = this.#know(term);
    if (known.type === 'value') {
      then(known.value);
      return;
    }
    const end = this.#code.block();
    const selected = this.#selected;
    const before = this.#known.all();
    let all: ReadonlyMap<number, number> | undefined;
    for (const [index, value] of known.domain.entries()) {
      this.#known.restore(before);
      this.#selected = selected;
      const is: Residual = { type: 'in', field: known.field, values: known.domain.map((_, at) => at === index) };
      const not = this.#code.block();
      emitResidual(this.#code, this.#program, this.#locals.after, is);
      this.#code.op('eqz').brIf(not);
      this.#known.set(known.field, index);
      then(value);
      this.#code.br(end);
      this.#code.end();
      const now = this.#known.all();
      all = agreed(all ?? now, now);
    }
    this.#code.end();
    this.#known.restore(all ?? before);
  }

  #finish(): void {
    const { after } = this.#locals;
    const code = this.#code;
    for (const [at, { word, shift, mask }] of this.#program.layout.queues.entries()) {
      const local = wordOf(after, word);
      code
        .get(local)
        .const(~(mask << shift))
        .op('and')
        .get(this.#queue(at))
        .const(shift)
        .op('shl')
        .op('or')
        .set(local);
    }
    const taken = this.#program.map.taken + this.#program.system.rules.indexOf(this.#rule) * 4;
    code.const(0).const(0).load(taken).const(1).op('add').store(taken);
    for (const word of after.words) code.get(word);
    code.call(functionNumbers.visit);
  }

  #break(): void {
    this.#code.const(this.#program.system.rules.indexOf(this.#rule)).call(functionNumbers.broke).br(this.#skip);
  }

  #left(condition: Condition): Residual {
    return residualOf(condition, this.#know);
  }

  #allLeft(conditions: readonly Condition[]): Residual {
    return join(
      'all',
      conditions.map((condition) => this.#left(condition)),
    );
  }

  readonly #know: Know = (term) => {
    if (term.type === 'arg') {
      return { type: 'value', value: this.#program.codes.argOf(this.#requireSelected().code, term.arg) };
    }
    return this.#known.of(term);
  };

  #requireSelected(): SelectedCode & { readonly code: number } {
    const { code, queue, position } = this.#selected ?? {};
    if (code === undefined || queue === undefined || position === undefined) {
      throw new RangeError(`${this.#rule.id} speaks of a message, but acts on none`);
    }
    return { queue, position, code };
  }

  #queue(at: number): number {
    const local = this.#locals.after.queues[at];
    if (local === undefined) throw new RangeError(`there is no queue ${at}`);
    return local;
  }
}
