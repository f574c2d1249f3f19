/** What the parts of the compiler share. */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Layout } from './layout.ts';
import type { MemoryMap } from './memoryMap.ts';
import type { MessageCodes } from './messageCodes.ts';
import type { Predicates } from './predicates.ts';
import type { QueueOperations } from './queueOperations.ts';

export interface Program {
  readonly system: System;
  readonly properties: readonly Property[];
  readonly start: State;
  readonly layout: Layout;
  readonly map: MemoryMap;
  readonly codes: MessageCodes;
  readonly operations: QueueOperations;
  readonly predicates: Predicates;
  /** For each queue the codes of the messages that can be in it, as far as they are known. */
  readonly arriving: readonly Set<number>[];
}

/** The functions of the module by number; the imported ones come first. */
export const functionNumbers = {
  miss: 0,
  narrow: 1,
  visit: 2,
  broke: 3,
  resolve: 4,
  expand: 5,
  run: 6,
  sweep: 7,
  rehash: 8,
} as const;
