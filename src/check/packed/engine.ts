/**
 * One try of a packed search: the compiled code, its memory, and what stands in it. Memory: see `memoryMap.ts`; behind the part
 * that does not grow stand, in this order, the index (4 octets a slot), the ways into each state (2), the parents (4) and the states.
 */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { circleFrom } from '../circle.ts';
import type { PropertyResult, SearchLimits, Stuck, Termination } from '../search.ts';
import type { Compiled } from './compile.ts';
import { compile, mostWaiting } from './compile.ts';
import type { Widths } from './layout.ts';
import { TooNarrow } from './layout.ts';
import { header, mostWays, tallyOctets } from './memoryMap.ts';
import { entryAddress, entryParts } from './queueChangeCode.ts';
import { QueueContents, TooManyContents } from './queueContents.ts';
import { ran } from './searchLoops.ts';
import type { WasmMemory } from './wasm.ts';
import { instantiate, newMemory, PAGE } from './wasm.ts';

const FIRST_STATES = 4_096;
/** No number is left for a state beyond this. */
export const MOST_STATES = 0x7fff_0000;

export type Tally = Pick<PropertyResult, 'cameUp' | 'count' | 'witness'>;

/** With so many contents of queues at most. */
export class Engine {
  readonly #system: System;
  readonly #start: State;
  readonly #compiled: Compiled;
  readonly #memory: WasmMemory;
  readonly #contents: QueueContents;
  readonly #functions: Record<string, (...args: number[]) => number>;
  readonly #limits: SearchLimits;
  #words: Int32Array;
  #octets: Uint8Array;
  #halves: Uint16Array;
  #room = 0;
  #codesUsed = 0;
  #taken: readonly number[] | undefined;
  #swept = false;
  #sweptTo = 0;
  #releasedBefore = 0;

  constructor(system: System, properties: readonly Property[], start: State, widths: Widths, limits: SearchLimits) {
    this.#system = system;
    this.#start = start;
    this.#limits = limits;
    this.#compiled = compile(system, properties, start, widths);
    const { codes, map, operations, predicates, waiting } = this.#compiled;
    this.#memory = newMemory(map.end);
    this.#words = new Int32Array(this.#memory.buffer);
    this.#octets = new Uint8Array(this.#memory.buffer);
    this.#halves = new Uint16Array(this.#memory.buffer);
    this.#contents = new QueueContents(codes, system.definition.queueLength, (number, content) => {
      if (number >= map.contents || this.#codesUsed + content.length > map.mostCodes) throw new TooManyContents();
      this.#octets[map.lengths + number] = content.length;
      this.#setWord(map.starts + number * 4, this.#codesUsed);
      for (const code of content) this.#halves[(map.codes >> 1) + this.#codesUsed++] = code;
      predicates.write(this.#octets, codes, system.places, number, content);
    });
    const miss = (key: number, content: number) => {
      const change = operations.change(key >> 12);
      const after = this.#contents.changed(content, change, key & 0xfff);
      if (after === undefined) return -1;
      const entry = entryAddress(map, content, key);
      this.#setWord(entry + entryParts.content, content + 1);
      this.#setWord(entry + entryParts.operation, key);
      this.#setWord(entry + entryParts.after, after);
      return after;
    };
    this.#functions = instantiate(
      {
        imports: [
          { name: 'miss', params: 2, run: miss },
          { name: 'narrow', params: 1, run: refuseToCount },
        ],
        functions: this.#compiled.functions,
      },
      this.#memory,
    );
    this.#setWord(header.brokenRule, -1);
    this.#setWord(header.stuckState, -1);
    this.#setWord(header.waiting, waiting.from);
    this.#setWord(header.waitingEnd, waiting.from);
    this.#setWord(header.waitingFull, waiting.full);
    this.#setWord(header.levelEnd, 1);
    for (const at of properties.keys()) this.#setWord(map.tallies + at * tallyOctets + 8, -1);
    if (!this.#makeRoom(FIRST_STATES + 2 * this.#compiled.mostNext + mostWaiting))
      throw new RangeError('no memory for a first state');
    this.#functions.visit?.(...this.#pack(start));
    this.#functions.resolve?.();
    // The start has no way in.
    this.#halves[this.address(header.ways) >>> 1] = 0;
  }

  get count(): number {
    return this.word(header.count);
  }

  get next(): number {
    return this.word(header.next);
  }

  get depth(): number {
    return this.word(header.depth);
  }

  get done(): boolean {
    return this.next === this.count;
  }

  get octets(): number {
    return this.#octets.length;
  }

  get transitions(): number {
    return this.taken().reduce((sum, count) => sum + count, 0);
  }

  /** How often each rule was taken; the search for circles takes them again, which does not count. */
  taken(): readonly number[] {
    const from = this.#compiled.map.taken / 4;
    return this.#taken ?? [...new Uint32Array(this.#memory.buffer).subarray(from, from + this.#system.rules.length)];
  }

  word(address: number): number {
    return this.#words[address >>> 2] ?? 0;
  }

  /** An address that stands in the header: up to 2^32. */
  address(at: number): number {
    return this.word(at) >>> 0;
  }

  tally(property: number): Tally {
    const at = this.#compiled.map.tallies + property * tallyOctets;
    const witness = this.word(at + 8);
    return { cameUp: this.word(at) > 0, count: this.word(at + 4), witness: witness < 0 ? undefined : witness };
  }

  stuck(): Stuck {
    const state = this.word(header.stuckState);
    return { count: this.word(header.stuck), witness: state < 0 ? undefined : state };
  }

  /** Looks at so many states at most. @throws {TooManyContents | TooNarrow} where the bits laid out for a queue or a counter do not suffice. */
  run(states: number): 'done' | 'under way' | 'no memory' {
    const most = this.#limits.states ?? MOST_STATES;
    let left = states;
    while (left > 0 && this.count < most) {
      const before = this.next;
      const slice = Math.min(left, Math.max(1, most - this.count));
      const answer = this.#functions.run?.(slice);
      left -= this.next - before;
      if (answer === ran.done) return 'done';
      if (answer === ran.needsRoom && !this.#makeRoom(this.#room * growth(this.#room))) return 'no memory';
    }
    return this.done ? 'done' : 'under way';
  }

  parent(number: number): number {
    return this.word(this.address(header.parents) + number * 4);
  }

  /** @throws {RangeError} if no state has the number. */
  state(number: number): State {
    if (!(number >= 0 && number < this.count)) throw new RangeError(`no state has the number ${number}`);
    const { layout } = this.#compiled;
    const from = this.address(header.states) / 4 + number * layout.words;
    const read = ({ word, shift, mask }: { word: number; shift: number; mask: number }) =>
      ((this.#words[from + word] ?? 0) >>> shift) & mask;
    return {
      values: layout.fields.map((bits, at) => (bits === undefined ? (this.#start.values[at] ?? 0) : read(bits))),
      queues: layout.queues.map((bits) => this.#contents.messages(read(bits))),
    };
  }

  /** All sweeps are done that can take anything away. */
  get swept(): boolean {
    return this.#swept;
  }

  /**
   * Takes away states without a way in, and with them the ways out of them, over and over; looks at about so many states. True
   * when no more can be taken away: what is left lies on a circle, or behind one. Most states come after all those that lead to
   * them, so a few sweeps do.
   */
  sweepThrough(states: number): boolean {
    this.#taken ??= this.taken();
    if (this.word(header.crowded) !== 0 || this.word(header.brokenRule) >= 0) this.#swept = true;
    for (let left = states; left > 0 && !this.#swept; left -= this.count) this.#sweep(left);
    return this.#swept;
  }

  /** One sweep, or as much of it as that. */
  #sweep(states: number): void {
    const to = Math.min(this.#sweptTo + states, this.count);
    this.#setWord(header.mode, 1);
    this.#functions.sweep?.(this.#sweptTo, to);
    this.#setWord(header.mode, 0);
    this.#sweptTo = to;
    if (to < this.count) return;
    const released = this.word(header.released);
    this.#swept = released === this.count || released === this.#releasedBefore;
    this.#sweptTo = 0;
    this.#releasedBefore = released;
  }

  termination(): Termination {
    if (!this.#swept || this.word(header.crowded) !== 0) return { type: 'not finished' };
    if (this.word(header.released) === this.count) return { type: 'every run ends' };
    return { type: 'cycle', states: this.#circle() };
  }

  /** Of the states left over, some lie on a circle: each has a way in from another. */
  #circle(): readonly number[] {
    const ways = this.#halves.subarray(this.address(header.ways) / 2);
    const left = Array.from({ length: this.count }, (_, at) => at).filter((at) => (ways[at] ?? 0) <= mostWays);
    const numbers = new Map(left.map((number) => [this.#pack(this.state(number)).join(), number]));
    const before = new Map<number, number>();
    for (const number of left) {
      const state = this.state(number);
      for (const event of this.#system.enabled(state)) {
        const after = numbers.get(this.#pack(this.#system.apply(state, event)).join());
        if (after !== undefined && !before.has(after)) before.set(after, number);
      }
    }
    return circleFrom(left[0] ?? 0, (number) => before.get(number) ?? number);
  }

  #pack(state: State): readonly number[] {
    const { layout, codes } = this.#compiled;
    const words = Array.from({ length: layout.words }, () => 0);
    const put = ({ word, shift }: { word: number; shift: number }, value: number) => {
      words[word] = (words[word] ?? 0) | (value << shift);
    };
    for (const [at, bits] of layout.fields.entries()) if (bits !== undefined) put(bits, state.values[at] ?? 0);
    for (const [at, bits] of layout.queues.entries()) {
      put(bits, this.#contents.numberOf((state.queues[at] ?? []).map((message) => codes.codeOf(message))));
    }
    return words;
  }

  /** Room for so many states, with an index at most three quarters full. False where the memory is not to be had. */
  #makeRoom(states: number): boolean {
    const { layout, map, mostNext } = this.#compiled;
    const room = Math.max(this.#room, Math.min(Math.ceil(states), MOST_STATES));
    const slots = 2 ** Math.ceil(Math.log2(room / 0.75));
    const stateOctets = layout.words * 4;
    const table = map.end;
    const ways = table + slots * 4;
    const parents = ways + Math.ceil(room / 4) * 8;
    const packed = parents + room * 4;
    const end = packed + room * stateOctets;
    if (end > (this.#limits.octets ?? Number.POSITIVE_INFINITY) || !this.#growTo(end)) return false;
    // From the last on, so that nothing is written over before it was moved.
    this.#move(this.address(header.states), packed, this.count * stateOctets);
    this.#move(this.address(header.parents), parents, this.count * 4);
    this.#move(this.address(header.ways), ways, this.count * 2);
    const rehashed = slots - 1 !== this.word(header.tableMask);
    if (rehashed) this.#octets.fill(0, table, ways);
    for (const [address, value] of [
      [header.states, packed],
      [header.table, table],
      [header.tableMask, slots - 1],
      [header.parents, parents],
      [header.ways, ways],
      [header.room, room - mostNext - mostWaiting - 1],
    ] as const) {
      this.#setWord(address, value);
    }
    this.#room = room;
    if (rehashed) this.#functions.rehash?.();
    return true;
  }

  #move(from: number, to: number, octets: number): void {
    this.#octets.copyWithin(to, from, from + octets);
  }

  #growTo(octets: number): boolean {
    const more = Math.ceil((octets - this.#memory.buffer.byteLength) / PAGE);
    if (more <= 0) return true;
    try {
      this.#memory.grow(more);
    } catch {
      return false;
    }
    this.#words = new Int32Array(this.#memory.buffer);
    this.#octets = new Uint8Array(this.#memory.buffer);
    this.#halves = new Uint16Array(this.#memory.buffer);
    return true;
  }

  #setWord(address: number, value: number): void {
    this.#words[address >>> 2] = value;
  }
}

function refuseToCount(place: number): never {
  throw new TooNarrow(place);
}

/** Small searches double their room; large ones keep close to what they need, since what they copy costs little beside. */
function growth(room: number): number {
  return room < 500_000 ? 2 : 1.15;
}
