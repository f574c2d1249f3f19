/** Leaves on the stack, as 1 or 0, whether what is left of a condition holds. */

import type { Program } from './program.ts';
import type { Residual } from './residual.ts';
import type { Code } from './wasm.ts';

/** The local variables that hold a state: its words, and the numbers of the contents of its queues. */
export interface StateLocals {
  readonly words: readonly number[];
  readonly queues: readonly number[];
}

type InSet = Extract<Residual, { readonly type: 'in' }>;

export function emitResidual(code: Code, program: Program, state: StateLocals, residual: Residual): void {
  switch (residual.type) {
    case 'constant':
      code.const(residual.value ? 1 : 0);
      break;
    case 'in':
      emitIn(code, program, state, residual);
      break;
    case 'not':
      emitResidual(code, program, state, residual.part);
      code.op('eqz');
      break;
    case 'inFlight':
      for (const [at, queue] of state.queues.entries()) {
        code.get(queue).load8(program.predicates.tableOf(residual.condition));
        if (at > 0) code.op('or');
      }
      break;
    case 'all':
      emitAll(code, program, state, residual.parts);
      break;
    case 'any':
      for (const [at, part] of residual.parts.entries()) {
        emitResidual(code, program, state, part);
        if (at > 0) code.op('or');
      }
      break;
    default:
      throw residual satisfies never;
  }
}

/** Fields of one word that must each have one value are tested at once. */
function emitAll(code: Code, program: Program, state: StateLocals, parts: readonly Residual[]): void {
  const exact = new Map<number, { mask: number; value: number }>();
  const others: Residual[] = [];
  for (const part of parts) {
    const value = part.type === 'in' ? onlyValue(part.values) : undefined;
    if (part.type !== 'in' || value === undefined) {
      others.push(part);
      continue;
    }
    const { word, shift, mask } = bitsOf(program, part.field);
    const { mask: masks, value: values } = exact.get(word) ?? { mask: 0, value: 0 };
    exact.set(word, { mask: masks | (mask << shift), value: values | (value << shift) });
  }
  let emitted = 0;
  for (const [word, { mask, value }] of exact) {
    code.get(wordOf(state, word)).const(mask).op('and').const(value).op('eq');
    if (emitted++ > 0) code.op('and');
  }
  for (const part of others) {
    emitResidual(code, program, state, part);
    if (emitted++ > 0) code.op('and');
  }
}

function emitIn(code: Code, program: Program, state: StateLocals, { field, values }: InSet): void {
  const { word, shift, mask } = bitsOf(program, field);
  const only = onlyValue(values);
  const missing = onlyValue(values.map((each) => !each));
  if (only !== undefined || missing !== undefined) {
    code
      .get(wordOf(state, word))
      .const(mask << shift)
      .op('and');
    code.const((only ?? missing ?? 0) << shift).op(only === undefined ? 'ne' : 'eq');
    return;
  }
  if (values.length > 32) {
    emitRanges(code, program, state, { field, values });
    return;
  }
  const set = values.reduce((bits, has, at) => (has ? bits | (1 << at) : bits), 0);
  code.const(set);
  emitValue(code, program, state, field);
  code.op('shrUnsigned').const(1).op('and');
}

/** Of a long domain: the value lies in one of the stretches of values that are in the set. */
function emitRanges(code: Code, program: Program, state: StateLocals, { field, values }: Omit<InSet, 'type'>): void {
  let emitted = 0;
  for (let from = values.indexOf(true); from >= 0; ) {
    const end = values.indexOf(false, from);
    const to = end < 0 ? values.length : end;
    emitValue(code, program, state, field);
    code
      .const(from)
      .op('sub')
      .const(to - from)
      .op('ltUnsigned');
    if (emitted++ > 0) code.op('or');
    from = values.indexOf(true, to);
  }
}

/** Leaves the index of a field's value on the stack. */
export function emitValue(code: Code, program: Program, state: StateLocals, field: number): void {
  const { word, shift, mask } = bitsOf(program, field);
  code.get(wordOf(state, word));
  if (shift > 0) code.const(shift).op('shrUnsigned');
  code.const(mask).op('and');
}

export function bitsOf(program: Program, field: number) {
  const bits = program.layout.fields[field];
  if (bits === undefined) throw new RangeError(`field ${field} is not stored`);
  return bits;
}

export function wordOf(state: StateLocals, word: number): number {
  const local = state.words[word];
  if (local === undefined) throw new RangeError(`there is no word ${word}`);
  return local;
}

function onlyValue(values: readonly boolean[]): number | undefined {
  const first = values.indexOf(true);
  return first >= 0 && values.indexOf(true, first + 1) < 0 ? first : undefined;
}
