/**
 * Just enough of the WebAssembly binary format (core specification 1.0, clause 5) to write one module: functions over i32, one
 * imported memory, imported and exported functions.
 */

/** The part of the host's WebAssembly that is used: it computes, and touches neither page, clock nor network. */
declare const WebAssembly: {
  readonly Module: new (octets: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
};

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** By pages of 65,536 octets. @throws {RangeError} where the memory is not to be had. */
  grow(pages: number): number;
}

export const PAGE = 65_536;
/** 4 GiB: what 32-bit addresses reach. */
const MOST_PAGES = 65_536;

/** @throws {RangeError} where the memory is not to be had. */
export function newMemory(octets: number): WasmMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(octets / PAGE), maximum: MOST_PAGES });
}

type WasmFunction = (...args: number[]) => number;

export interface ModuleText {
  /** Functions that the module calls, in order: their numbers come before those of its own. */
  readonly imports: readonly { readonly name: string; readonly params: number; readonly run: WasmFunction }[];
  readonly functions: readonly {
    readonly name: string;
    readonly params: number;
    readonly results: 0 | 1;
    readonly code: Code;
  }[];
}

/** Compiles a module over a memory and returns its functions by name. All parameters and results are i32. */
export function instantiate(text: ModuleText, memory: WasmMemory): Record<string, WasmFunction> {
  const module = new WebAssembly.Module(encode(text));
  const env = { memory, ...Object.fromEntries(text.imports.map(({ name, run }) => [name, run])) };
  return new WebAssembly.Instance(module, { env }).exports as Record<string, WasmFunction>;
}

/** A place that a branch can go to. */
export interface Label {
  readonly depth: number;
}

/** The body of a function, written instruction by instruction: a stack machine. */
export class Code {
  readonly #octets: number[] = [];
  readonly #params: number;
  #locals = 0;
  #depth = 0;

  constructor(params: number) {
    this.#params = params;
  }

  /** A new local variable, 0 at first. */
  local(): number {
    return this.#params + this.#locals++;
  }

  const(value: number): this {
    this.#octets.push(0x41);
    signed(value | 0, this.#octets);
    return this;
  }

  get(local: number): this {
    return this.#withNumber(0x20, local);
  }

  set(local: number): this {
    return this.#withNumber(0x21, local);
  }

  /** As `set`, and the value stays on the stack. */
  tee(local: number): this {
    return this.#withNumber(0x22, local);
  }

  call(func: number): this {
    return this.#withNumber(0x10, func);
  }

  /** The address is on the stack. */
  load(offset: number): this {
    return this.#access(0x28, 2, offset);
  }

  load8(offset: number): this {
    return this.#access(0x2d, 0, offset);
  }

  load16(offset: number): this {
    return this.#access(0x2f, 1, offset);
  }

  /** Address and value are on the stack. */
  store(offset: number): this {
    return this.#access(0x36, 2, offset);
  }

  store16(offset: number): this {
    return this.#access(0x3b, 1, offset);
  }

  drop(): this {
    this.#octets.push(0x1a);
    return this;
  }

  op(name: keyof typeof operations): this {
    this.#octets.push(operations[name]);
    return this;
  }

  block(): Label {
    return this.#open(0x02);
  }

  /** A branch to its label begins it anew. */
  loop(): Label {
    return this.#open(0x03);
  }

  /** Takes the condition from the stack. */
  if(): Label {
    return this.#open(0x04);
  }

  else(): this {
    this.#octets.push(0x05);
    return this;
  }

  end(): this {
    this.#depth--;
    this.#octets.push(0x0b);
    return this;
  }

  br(label: Label): this {
    return this.#withNumber(0x0c, this.#depth - label.depth);
  }

  brIf(label: Label): this {
    return this.#withNumber(0x0d, this.#depth - label.depth);
  }

  /** Goes to the label whose number is on the stack, or to the last one. */
  brTable(labels: readonly Label[], otherwise: Label): this {
    this.#withNumber(0x0e, labels.length);
    for (const { depth } of [...labels, otherwise]) unsigned(this.#depth - depth, this.#octets);
    return this;
  }

  return(): this {
    this.#octets.push(0x0f);
    return this;
  }

  /** The function as the code section has it. */
  octets(): readonly number[] {
    const locals = this.#locals === 0 ? [0] : [1, ...unsigned(this.#locals), I32];
    return locals.concat(this.#octets, 0x0b);
  }

  #open(opcode: number): Label {
    this.#octets.push(opcode, 0x40);
    this.#depth++;
    return { depth: this.#depth };
  }

  #withNumber(opcode: number, value: number): this {
    this.#octets.push(opcode);
    unsigned(value, this.#octets);
    return this;
  }

  #access(opcode: number, alignment: number, offset: number): this {
    this.#octets.push(opcode, alignment);
    unsigned(offset, this.#octets);
    return this;
  }
}

const operations = {
  eqz: 0x45,
  eq: 0x46,
  ne: 0x47,
  ltUnsigned: 0x49,
  gtUnsigned: 0x4b,
  leUnsigned: 0x4d,
  geUnsigned: 0x4f,
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  shl: 0x74,
  shrUnsigned: 0x76,
  rotl: 0x77,
} as const;

const I32 = 0x7f;

function encode({ imports, functions }: ModuleText): Uint8Array {
  const types = [
    ...imports.map(({ params }) => functionType(params, 1)),
    ...functions.map(({ params, results }) => functionType(params, results)),
  ];
  const importEntries = [
    [...name('env'), ...name('memory'), 0x02, 0x01, ...unsigned(1), ...unsigned(MOST_PAGES)],
    ...imports.map((each, at) => [...name('env'), ...name(each.name), 0x00, ...unsigned(at)]),
  ];
  const codes = functions.map(({ code }) => code.octets());
  const sections: Part[] = [
    section(1, vector(types)),
    section(2, vector(importEntries)),
    section(3, vector(functions.map((_, at) => unsigned(imports.length + at)))),
    section(7, vector(functions.map((each, at) => [...name(each.name), 0x00, ...unsigned(imports.length + at)]))),
    section(10, [unsigned(codes.length), ...codes.map((octets) => [unsigned(octets.length), octets])]),
  ];
  return joined([[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], sections]);
}

/** Octets, or parts one after the other: long code is copied once only. */
type Part = readonly number[] | readonly Part[];

function isOctets(part: Part): part is readonly number[] {
  return typeof part[0] === 'number' || part.length === 0;
}

function lengthOf(part: Part): number {
  return isOctets(part) ? part.length : part.reduce((sum, each) => sum + lengthOf(each), 0);
}

function joined(part: Part): Uint8Array {
  const octets = new Uint8Array(lengthOf(part));
  let at = 0;
  const write = (each: Part): void => {
    if (!isOctets(each)) {
      for (const inner of each) write(inner);
      return;
    }
    octets.set(each, at);
    at += each.length;
  };
  write(part);
  return octets;
}

function functionType(params: number, results: number): readonly number[] {
  return [
    0x60,
    ...vector(Array.from({ length: params }, () => [I32])),
    ...vector(Array.from({ length: results }, () => [I32])),
  ];
}

function name(text: string): readonly number[] {
  return vector([...text].map((letter) => [letter.charCodeAt(0)]));
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, content: Part): Part {
  return [[id, ...unsigned(lengthOf(content))], content];
}

/** LEB128, as clause 5.2.2 has it; appended to `to`. */
function unsigned(value: number, to: number[] = []): number[] {
  let rest = value >>> 0;
  while (rest >= 0x80) {
    to.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  to.push(rest);
  return to;
}

function signed(value: number, to: number[]): void {
  let rest = value;
  while (rest < -0x40 || rest > 0x3f) {
    to.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  to.push(rest & 0x7f);
}
