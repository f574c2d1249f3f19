/**
 * Compiles a system and the properties watched to WebAssembly: `run` looks at states, `sweep` takes ways away, `rehash` makes
 * the index anew. Each rule becomes straight-line code on the words of a packed state; a rule on a message becomes one piece
 * of code for each message that there can be, so that at run time nothing is asked about messages but which one it is.
 */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { emitExpand } from './expand.ts';
import type { Layout, Widths } from './layout.ts';
import { layOut } from './layout.ts';
import { MemoryMap } from './memoryMap.ts';
import { MessageCodes } from './messageCodes.ts';
import { Predicates } from './predicates.ts';
import type { Program } from './program.ts';
import { QueueOperations } from './queueOperations.ts';
import { emitRehash, emitRun, emitSweep } from './searchLoops.ts';
import { emitBroke, emitResolve, emitVisit, recordOctets } from './visit.ts';
import type { ModuleText } from './wasm.ts';

export interface Compiled {
  readonly layout: Layout;
  readonly map: MemoryMap;
  readonly codes: MessageCodes;
  readonly operations: QueueOperations;
  readonly predicates: Predicates;
  /** The most states that one state can lead to. */
  readonly mostNext: number;
  readonly functions: ModuleText['functions'];
  /** Where states are written down, and from where on they are looked up before another state is expanded. */
  readonly waiting: { readonly from: number; readonly full: number };
}

/** So many states are written down before they are looked up. */
export const mostWaiting = 256;

/** Compiles for queues of at most `2 ** widths.queueBits` contents. */
export function compile(system: System, properties: readonly Property[], start: State, widths: Widths): Compiled {
  const { definition } = system;
  const layout = layOut(system, start, widths);
  const map = new MemoryMap(properties.length, system.rules.length, widths.queueBits, definition.queueLength);
  const codes = new MessageCodes(system.places);
  const operations = new QueueOperations();
  const predicates = new Predicates(map);
  const arriving = definition.queues.map(
    (_, at) => new Set((start.queues[at] ?? []).map((each) => codes.codeOf(each))),
  );
  const program: Program = { system, properties, start, layout, map, codes, operations, predicates, arriving };
  // What a rule sends may be acted on by a rule compiled before it: again, until no new message comes up.
  for (;;) {
    const known = arriving.reduce((sum, set) => sum + set.size, 0);
    const { code, mostNext } = emitExpand(program);
    if (arriving.reduce((sum, set) => sum + set.size, 0) > known) continue;
    const { words } = layout;
    const waitingOctets = mostWaiting * recordOctets(words);
    const waiting = map.allocate(waitingOctets + mostNext * recordOctets(words));
    return {
      waiting: { from: waiting, full: waiting + waitingOctets },
      layout,
      map,
      codes,
      operations,
      predicates,
      mostNext,
      functions: [
        { name: 'visit', params: words, results: 0, code: emitVisit(words) },
        { name: 'broke', params: 1, results: 0, code: emitBroke() },
        { name: 'resolve', params: 0, results: 0, code: emitResolve(words) },
        { name: 'expand', params: 1, results: 0, code },
        { name: 'run', params: 1, results: 1, code: emitRun() },
        { name: 'sweep', params: 2, results: 0, code: emitSweep() },
        { name: 'rehash', params: 0, results: 0, code: emitRehash(words) },
      ],
    };
  }
}
