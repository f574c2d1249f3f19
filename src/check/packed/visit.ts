/**
 * The compiled `visit`, which writes down a state that an event leads to, and `resolve`, which looks up all that were written
 * down and keeps those that are new; and `broke`.
 *
 * Looking up goes in three passes over a few hundred states: the index, the states that it names, then the rest. Within a pass
 * one look-up does not wait for another, so that the memory answers several at once: `npm run bench` has the figure.
 */
import { header, mostWays } from './memoryMap.ts';
import { Code } from './wasm.ts';

/** Of a state written down: the state that led to it, its hash, what stands in the index there, then its words. */
const record = { parent: 0, hash: 4, entry: 8, words: 12 } as const;

/** Octets of a record. */
export function recordOctets(words: number): number {
  return record.words + words * 4;
}

/** Takes the words of a state. */
export function emitVisit(words: number): Code {
  const code = new Code(words);
  const at = code.local();
  code.const(0).load(header.waitingEnd).set(at);
  code.get(at).const(0).load(header.current).store(record.parent);
  code.get(at);
  emitHash(
    code,
    Array.from({ length: words }, (_, word) => () => code.get(word)),
  );
  code.store(record.hash);
  for (let word = 0; word < words; word++)
    code
      .get(at)
      .get(word)
      .store(record.words + word * 4);
  code.const(0).get(at).const(recordOctets(words)).op('add').store(header.waitingEnd);
  return code;
}

/** `resolve()` looks up all states written down; they are then forgotten. */
export function emitResolve(words: number): Code {
  const code = new Code(0);
  const bases = localBases(code);
  const [at, end, entry] = [code.local(), code.local(), code.local()];
  code.const(0).load(header.waitingEnd).tee(end).const(0).load(header.waiting).op('eq');
  code.if();
  code.return();
  code.end();
  const forEach = (step: () => void) => {
    code.const(0).load(header.waiting).set(at);
    const again = code.loop();
    step();
    code.get(at).const(recordOctets(words)).op('add').tee(at).get(end).op('ltUnsigned').brIf(again);
    code.end();
  };
  forEach(() => {
    code.get(at);
    code.get(at).load(record.hash).get(bases.tableMask).op('and').const(2).op('shl');
    code.get(bases.table).op('add').load(0).store(record.entry);
  });
  // Of each state named, a word and its count of ways are called into the cache; what is stored here nobody reads.
  forEach(() => {
    code.get(at).load(record.entry).tee(entry);
    code.if();
    code
      .get(entry)
      .const(1)
      .op('sub')
      .tee(entry)
      .const(words * 4)
      .op('mul')
      .get(bases.states)
      .op('add')
      .load(0);
    code.get(entry).const(1).op('shl').get(bases.ways).op('add').load16(0).op('or').set(entry);
    code.end();
    code.get(at).get(entry).store(record.entry);
  });
  const lookUp = { at, slot: code.local(), entry, state: code.local(), ways: code.local() };
  forEach(() => emitLookUp(code, words, lookUp, bases));
  code.const(0).get(bases.count).store(header.count);
  code.const(0).const(0).load(header.waiting).store(header.waitingEnd);
  return code;
}

/** What does not change while states are looked up, in local variables; the number of states, too, which is written back. */
function localBases(code: Code) {
  const local = (address: number) => {
    const variable = code.local();
    code.const(0).load(address).set(variable);
    return variable;
  };
  return {
    states: local(header.states),
    table: local(header.table),
    tableMask: local(header.tableMask),
    parents: local(header.parents),
    ways: local(header.ways),
    mode: local(header.mode),
    count: local(header.count),
  };
}

type Bases = ReturnType<typeof localBases>;

interface LookUpLocals {
  readonly at: number;
  readonly slot: number;
  readonly entry: number;
  readonly state: number;
  readonly ways: number;
}

/** The index is a table of state numbers plus 1: open addressing, one step on. */
function emitLookUp(code: Code, words: number, locals: LookUpLocals, bases: Bases): void {
  const { at, slot, entry, state } = locals;
  code.get(at).load(record.hash).get(bases.tableMask).op('and').set(slot);
  const done = code.block();
  const again = code.loop();
  code.get(slot).const(2).op('shl').get(bases.table).op('add').load(0).tee(entry).op('eqz');
  code.if();
  emitInsert(code, words, locals, bases);
  code.br(done);
  code.end();
  code
    .get(entry)
    .const(1)
    .op('sub')
    .tee(entry)
    .const(words * 4)
    .op('mul')
    .get(bases.states)
    .op('add')
    .set(state);
  for (let word = 0; word < words; word++) {
    code
      .get(state)
      .load(word * 4)
      .get(at)
      .load(record.words + word * 4)
      .op('xor');
    if (word > 0) code.op('or');
  }
  code.op('eqz');
  code.if();
  emitAgain(code, locals, bases);
  code.br(done);
  code.end();
  code.get(slot).const(1).op('add').get(bases.tableMask).op('and').set(slot);
  code.br(again);
  code.end();
  code.end();
}

function emitInsert(code: Code, words: number, { at, slot, state }: LookUpLocals, bases: Bases): void {
  const { count } = bases;
  code
    .get(count)
    .const(words * 4)
    .op('mul')
    .get(bases.states)
    .op('add')
    .set(state);
  for (let word = 0; word < words; word++) {
    code
      .get(state)
      .get(at)
      .load(record.words + word * 4)
      .store(word * 4);
  }
  code.get(count).const(2).op('shl').get(bases.parents).op('add').get(at).load(record.parent).store(0);
  code.get(count).const(1).op('shl').get(bases.ways).op('add').const(1).store16(0);
  code.get(slot).const(2).op('shl').get(bases.table).op('add');
  code.get(count).const(1).op('add').tee(count).store(0);
}

/** A state met again has one more way in; when ways are taken away, one less. */
function emitAgain(code: Code, { entry, ways }: LookUpLocals, bases: Bases): void {
  code.get(entry).const(1).op('shl').get(bases.ways).op('add').tee(entry).load16(0).set(ways);
  code.get(bases.mode);
  code.if();
  code.get(entry).get(ways).const(1).op('sub').store16(0);
  code.else();
  code.get(ways).const(mostWays).op('eq');
  code.if();
  code.const(0).const(1).store(header.crowded);
  code.else();
  code.get(entry).get(ways).const(1).op('add').store16(0);
  code.end();
  code.end();
}

/** Notes the first rule that asks for what its field or queue cannot hold. */
export function emitBroke(): Code {
  const code = new Code(1);
  code.const(0).load(header.brokenRule).const(-1).op('eq');
  code.if();
  code.const(0).get(0).store(header.brokenRule);
  code.const(0).const(0).load(header.current).store(header.brokenState);
  code.end();
  return code;
}

/** Leaves a hash over some words on the stack. */
export function emitHash(code: Code, words: readonly (() => Code)[]): void {
  for (const [at, word] of words.entries()) {
    if (at > 0) code.const(15).op('rotl');
    word();
    if (at > 0) code.op('xor');
    code.const(0x9e3779b1).op('mul');
  }
  const mixed = code.local();
  code.tee(mixed).get(mixed).const(15).op('shrUnsigned').op('xor').const(0x85ebca77).op('mul');
  code.tee(mixed).get(mixed).const(13).op('shrUnsigned').op('xor');
}

export function emitSlotAddress(code: Code, slot: number): void {
  code.get(slot).const(2).op('shl').const(0).load(header.table).op('add');
}
