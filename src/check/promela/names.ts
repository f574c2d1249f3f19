/** What fields and queues are called in Promela. */
import type { System } from '#model/system.ts';

export interface Names {
  /** For each field, in the system's order. */
  readonly fields: readonly string[];
  readonly queues: readonly QueueNames[];
  /** Keeps the message acted on, where it is no longer in its queue. */
  readonly selected: string;
}

export interface QueueNames {
  /** The array of its slots. */
  readonly slots: string;
  /** How many of them are taken. */
  readonly length: string;
}

/** Words of Promela and of its verifier that look like the names made here. */
const reserved = [
  'c_code',
  'c_decl',
  'c_expr',
  'c_state',
  'c_track',
  'd_step',
  'd_proctype',
  'pc_value',
  'get_priority',
];

export function namesOf({ definition }: System): Names {
  const taken = new Set(reserved);
  const name = (id: string) => {
    const unlike = identifierOf(id);
    const words = unlike.includes('_') ? unlike : `${unlike}_`;
    let free = words;
    for (let number = 2; taken.has(free); number++) free = `${words}_${number}`;
    taken.add(free);
    return free;
  };
  return {
    fields: definition.fields.map(({ id }) => name(id)),
    queues: definition.queues.map(({ id }) => ({ slots: name(`${id}_slots`), length: name(`${id}_length`) })),
    selected: name('selected_message'),
  };
}

/** An id as one word: what is no letter and no digit becomes a low line. */
export function identifierOf(id: string): string {
  return id.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
}
