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
    code.get(at).load(record.hash).const(0).load(header.tableMask).op('and').const(2).op('shl');
    code.const(0).load(header.table).op('add').load(0).store(record.entry);
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
      .const(0)
      .load(header.states)
      .op('add');
    code.load(0).set(entry);
    code.end();
    code.get(at).get(entry).store(record.entry);
  });
  forEach(() => emitLookUp(code, words, at));
  code.const(0).const(0).load(header.waiting).store(header.waitingEnd);
  return code;
}

/** The index is a table of state numbers plus 1: open addressing, one step on. */
function emitLookUp(code: Code, words: number, at: number): void {
  const [slot, entry, state] = [code.local(), code.local(), code.local()];
  code.get(at).load(record.hash).const(0).load(header.tableMask).op('and').set(slot);
  const done = code.block();
  const again = code.loop();
  emitSlotAddress(code, slot);
  code.load(0).tee(entry).op('eqz');
  code.if();
  emitInsert(code, words, { at, slot, entry, state });
  code.br(done);
  code.end();
  code.get(entry).const(1).op('sub').tee(entry);
  code
    .const(words * 4)
    .op('mul')
    .const(0)
    .load(header.states)
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
  emitAgain(code, entry);
  code.br(done);
  code.end();
  code.get(slot).const(1).op('add').const(0).load(header.tableMask).op('and').set(slot);
  code.br(again);
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

interface LookUpLocals {
  readonly at: number;
  readonly slot: number;
  readonly entry: number;
  readonly state: number;
}

function emitInsert(code: Code, words: number, { at, slot, entry, state }: LookUpLocals): void {
  code.const(0).load(header.count).set(entry);
  code
    .get(entry)
    .const(words * 4)
    .op('mul')
    .const(0)
    .load(header.states)
    .op('add')
    .set(state);
  for (let word = 0; word < words; word++) {
    code
      .get(state)
      .get(at)
      .load(record.words + word * 4)
      .store(word * 4);
  }
  code.get(entry).const(2).op('shl').const(0).load(header.parents).op('add');
  code.get(at).load(record.parent).store(0);
  code.get(entry).const(1).op('shl').const(0).load(header.ways).op('add').const(1).store16(0);
  code.const(0).get(entry).const(1).op('add').tee(entry).store(header.count);
  emitSlotAddress(code, slot);
  code.get(entry).store(0);
}

/** A state met again has one more way in; when ways are taken away, one less. */
function emitAgain(code: Code, entry: number): void {
  const ways = code.local();
  code.get(entry).const(1).op('shl').const(0).load(header.ways).op('add').set(entry);
  code.get(entry).load16(0).set(ways);
  code.const(0).load(header.mode);
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
