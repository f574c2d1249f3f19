/** The compiled loops of a search: over the states that wait, over those without a way in, and over all for a larger index. */
import { header, mostWays } from './memoryMap.ts';
import { functionNumbers } from './program.ts';
import { emitHash, emitSlotAddress } from './visit.ts';
import { Code } from './wasm.ts';

/** What `run` answers. */
export const ran = { budgetSpent: 0, done: 1, needsRoom: 2 } as const;

/** `run(budget)` looks at the states that wait, at most so many. */
export function emitRun(): Code {
  const code = new Code(1);
  const next = code.local();
  const budget = 0;
  const again = code.loop();
  // At the end of a level what was written down is looked up as well: the next level begins there.
  code.const(0).load(header.next).tee(next).const(0).load(header.levelEnd).op('eq');
  code.const(0).load(header.waitingEnd).const(0).load(header.waitingFull).op('geUnsigned').op('or');
  code.get(budget).op('eqz').op('or');
  code.if();
  code.call(functionNumbers.resolve);
  code.end();
  code.get(next).const(0).load(header.count).op('geUnsigned');
  emitReturnIf(code, ran.done);
  code.get(budget).op('eqz');
  emitReturnIf(code, ran.budgetSpent);
  code.const(0).load(header.count).const(0).load(header.room).op('gtUnsigned');
  code.if();
  code.call(functionNumbers.resolve);
  code.const(ran.needsRoom).return();
  code.end();
  code.get(next).const(0).load(header.levelEnd).op('eq');
  code.if();
  code.const(0).const(0).load(header.depth).const(1).op('add').store(header.depth);
  code.const(0).const(0).load(header.count).store(header.levelEnd);
  code.end();
  code.get(next).call(functionNumbers.expand);
  code.const(0).get(next).const(1).op('add').store(header.next);
  code.get(budget).const(1).op('sub').set(budget);
  code.br(again);
  code.end();
  code.const(ran.done);
  return code;
}

/**
 * `sweep(from, to)` goes over some states and takes away those without a way in, and with each the ways that lead out. These are
 * looked up many at a time, so that a state may have its last way taken only when it was passed: another sweep finds it.
 */
export function emitSweep(): Code {
  const code = new Code(2);
  const [state, to, ways] = [0, 1, code.local()];
  const end = code.block();
  const again = code.loop();
  code.get(state).get(to).op('geUnsigned').brIf(end);
  code.get(state).const(1).op('shl').const(0).load(header.ways).op('add').tee(ways).load16(0).op('eqz');
  code.if();
  code
    .get(ways)
    .const(mostWays + 1)
    .store16(0);
  code.const(0).const(0).load(header.released).const(1).op('add').store(header.released);
  code.get(state).call(functionNumbers.expand);
  code.const(0).load(header.waitingEnd).const(0).load(header.waitingFull).op('geUnsigned');
  code.if();
  code.call(functionNumbers.resolve);
  code.end();
  code.end();
  code.get(state).const(1).op('add').set(state);
  code.br(again);
  code.end();
  code.end();
  code.call(functionNumbers.resolve);
  return code;
}

/** `rehash()` enters all states into an index that is empty. */
export function emitRehash(words: number): Code {
  const code = new Code(0);
  const [state, address, slot] = [code.local(), code.local(), code.local()];
  const end = code.block();
  const again = code.loop();
  code.get(state).const(0).load(header.count).op('geUnsigned').brIf(end);
  code
    .get(state)
    .const(words * 4)
    .op('mul')
    .const(0)
    .load(header.states)
    .op('add')
    .set(address);
  emitHash(
    code,
    Array.from({ length: words }, (_, word) => () => code.get(address).load(word * 4)),
  );
  code.const(0).load(header.tableMask).op('and').set(slot);
  const taken = code.loop();
  emitSlotAddress(code, slot);
  code.load(0);
  code.if();
  code.get(slot).const(1).op('add').const(0).load(header.tableMask).op('and').set(slot);
  code.br(taken);
  code.end();
  code.end();
  emitSlotAddress(code, slot);
  code.get(state).const(1).op('add').tee(state).store(0);
  code.br(again);
  code.end();
  code.end();
  return code;
}

function emitReturnIf(code: Code, answer: number): void {
  code.if();
  code.const(answer).return();
  code.end();
}
