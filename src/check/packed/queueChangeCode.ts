/** The compiled look-up of what a change makes of a queue's content: remembered, or asked of the importing side. */
import type { MemoryMap } from './memoryMap.ts';
import { functionNumbers } from './program.ts';
import type { Code } from './wasm.ts';

/** Of an entry: the content plus 1 (0: empty), the operation and the position, the content afterwards. */
export const entryParts = { content: 0, operation: 4, after: 8 } as const;
const entryBits = 4;

/** Operation and position in one number; a position is below 2^12. */
function operationKey(operation: number, position: number): number {
  return (operation << 12) | position;
}

const contentFactor = 0x9e3779b1;
const operationFactor = 0x85ebca77;

/** Where the entry of a content and an operation stands, by the same sum as in the compiled code. */
export function entryAddress(map: MemoryMap, content: number, key: number): number {
  const hash = (Math.imul(content, contentFactor) ^ Math.imul(key, operationFactor)) >>> 0;
  return map.remembered + ((hash >>> (32 - map.rememberedBits)) << entryBits);
}

interface Change {
  readonly operation: number;
  /** The local variable of the position; undefined for an operation without one. */
  readonly position: number | undefined;
  readonly content: number;
  readonly key: number;
  readonly entry: number;
}

/** Leaves the number of the content afterwards in the local variable `entry`; -1 where the queue would be too long. */
export function emitQueueChange(code: Code, map: MemoryMap, change: Change): void {
  const { operation, position, content, key, entry } = change;
  code.const(operationKey(operation, 0));
  if (position !== undefined) code.get(position).op('or');
  code.tee(key).const(operationFactor).op('mul').get(content).const(contentFactor).op('mul').op('xor');
  code
    .const(32 - map.rememberedBits)
    .op('shrUnsigned')
    .const(entryBits)
    .op('shl')
    .tee(entry);
  code
    .load(map.remembered + entryParts.content)
    .get(content)
    .const(1)
    .op('add')
    .op('eq');
  code
    .get(entry)
    .load(map.remembered + entryParts.operation)
    .get(key)
    .op('eq')
    .op('and');
  code.if();
  code
    .get(entry)
    .load(map.remembered + entryParts.after)
    .set(entry);
  code.else();
  code.get(key).get(content).call(functionNumbers.miss).set(entry);
  code.end();
}
