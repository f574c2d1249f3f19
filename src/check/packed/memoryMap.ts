/** What stands where in the memory of a packed search. Addresses and sizes are in octets. */

/** Numbers that the compiled code and its caller share, by address. */
export const header = {
  /** Where the packed states, the index over them, the parents and the counts of ways in begin. */
  states: 0,
  table: 4,
  tableMask: 8,
  parents: 12,
  ways: 16,
  /** How many states there are, and the number of the one that is looked at next. */
  count: 20,
  next: 24,
  /** With more states than this there must be made room before the next one is looked at. */
  room: 28,
  /** 0: states are met; 1: ways are taken away. */
  mode: 32,
  current: 36,
  levelEnd: 40,
  depth: 44,
  /** The first rule that broke, and in which state; -1 for none. */
  brokenRule: 48,
  brokenState: 52,
  ends: 56,
  /** A state has more ways in than are counted. */
  crowded: 60,
  released: 64,
  /** Where the states that are written down begin, and where they end. */
  waiting: 68,
  waitingEnd: 72,
  /** From here on they are looked up. */
  waitingFull: 76,
  /** States in which a message is in flight that nobody takes, and the first of them (-1 for none). */
  stuck: 80,
  stuckState: 84,
} as const;

const headerOctets = 128;

/** For each property: whether it came up, how many states count, the first of them (-1 for none). */
export const tallyOctets = 12;
/** Ways into a state are counted up to this; the number above means that the state was taken away. */
export const mostWays = 0xfffe;

/** The part of the memory that does not grow: the header, the tallies, and what is known of the queues' contents. */
export class MemoryMap {
  #end = headerOctets;
  readonly tallies: number;
  readonly taken: number;
  /** For each content of a queue its length (1 octet), and where the codes of its messages begin (4 octets). */
  readonly lengths: number;
  readonly starts: number;
  /** The codes of the messages of all contents, one after the other, 2 octets each; there is room for so many. */
  readonly codes: number;
  readonly mostCodes: number;
  readonly contents: number;
  /** Where it is remembered what changes made of contents: 2^rememberedBits entries. */
  readonly remembered: number;
  readonly rememberedBits: number;

  constructor(properties: number, rules: number, contentBits: number, queueLength: number) {
    this.contents = 2 ** contentBits;
    this.mostCodes = this.contents * Math.min(queueLength, USUAL_LENGTH);
    this.tallies = this.allocate(properties * tallyOctets);
    this.taken = this.allocate(rules * 4);
    this.lengths = this.allocate(this.contents);
    this.starts = this.allocate(this.contents * 4);
    this.codes = this.allocate(this.mostCodes * 2);
    this.rememberedBits = Math.min(contentBits + 3, MOST_REMEMBERED_BITS);
    this.remembered = this.allocate(2 ** this.rememberedBits * entryOctets);
  }

  /** Where the part begins that grows. */
  get end(): number {
    return this.#end;
  }

  allocate(octets: number): number {
    const at = this.#end;
    this.#end += Math.ceil(octets / 8) * 8;
    return at;
  }
}

/** Contents are not longer than this on average; where they are, it is as if there were too many of them. */
const USUAL_LENGTH = 12;
const MOST_REMEMBERED_BITS = 19;
const entryOctets = 16;
