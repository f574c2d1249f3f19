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
} as const;

const headerOctets = 128;

/** For each property: whether it came up, how many states count, the first of them (-1 for none). */
export const tallyOctets = 12;
/** Ways into a state are counted up to this; the number above means that the state was taken away. */
export const mostWays = 0xfffe;

/** The part of the memory that does not grow: the header, the tallies, and the tables of the queues' contents. */
export class MemoryMap {
  #end = headerOctets;
  readonly tallies: number;
  readonly taken: number;
  /** For each content of a queue its length (1 octet), and at each position the code of the message there (2 octets). */
  readonly lengths: number;
  readonly codes: number;
  readonly contents: number;
  readonly queueLength: number;

  constructor(properties: number, rules: number, contents: number, queueLength: number) {
    this.contents = contents;
    this.queueLength = queueLength;
    this.tallies = this.allocate(properties * tallyOctets);
    this.taken = this.allocate(rules * 4);
    this.lengths = this.allocate(contents);
    this.codes = this.allocate(contents * queueLength * 2);
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
