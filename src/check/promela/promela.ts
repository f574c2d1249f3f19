/**
 * A system of rules as a model in Promela, for SPIN 6.
 *
 * One process with one `do`: each event is an option, one `d_step`, so that the states which SPIN stores are those of the
 * system, one for one. Fields are variables, as narrow as they can be; a queue is an array of message codes and a length.
 * What no rule can change is put in as a constant, and a rule that nothing makes possible is left out.
 */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { comment, indented } from './branches.ts';
import { Ground } from './ground.ts';
import { optionsOf } from './options.ts';
import { significance } from './significance.ts';
import { watchOf, watchOption } from './watch.ts';

export interface PromelaOptions {
  /** The state that the model starts from; the system's own where it is left out. */
  readonly start?: State;
  /** How many messages a queue has room for; what the system says where it is left out. One more in a run is an error of the model. */
  readonly slots?: number;
  /** Lines for people, at the top. */
  readonly heading?: readonly string[];
}

/** The model, its properties watched; the same for the same system, always. */
export function promelaOf(system: System, properties: readonly Property[], options: PromelaOptions = {}): string {
  const start = options.start ?? system.initial;
  const ground = new Ground(system, start, options.slots ?? system.definition.queueLength);
  for (let met = -1; ground.met > met; ) {
    met = ground.met;
    for (const rule of system.rules) optionsOf(ground, rule);
  }
  ground.sortMessages(significance(system));
  const written = system.rules.map((rule) => ({ rule, options: optionsOf(ground, rule) }));
  const body = written.flatMap((each) => each.options);
  const left = written.filter((each) => each.options.length === 0).map(({ rule }) => rule.id);
  return [
    ...(options.heading ?? []).map(comment),
    ...declarations(ground, body),
    '',
    ...watchOf(ground, properties),
    '',
    'active proctype model() {',
    'end:',
    '  do',
    ...indented(body),
    `  ${watchOption}`,
    '  od',
    '}',
    ...(left.length === 0 ? [] : ['', comment(`Never possible from this start: ${left.join(', ')}.`)]),
    '',
  ].join('\n');
}

function declarations(ground: Ground, body: readonly string[]): readonly string[] {
  const { system, start, names, slots, messages } = ground;
  const fields = system.definition.fields.flatMap((field, place) => {
    if (!ground.changes(place)) return [];
    const said = field.domain.map((value, index) => (value === index ? `${index}` : `${index} ${value}`)).join(', ');
    const declared = `${typeOf(field.domain.length, names.fields[place] ?? '')} = ${start.values[place]};`;
    return [`${declared} ${comment(`${field.id}: ${said}`)}`];
  });
  const codes = Array.from({ length: messages.size }, (_, at) => at + 1);
  const code = messages.size < 256 ? 'byte' : 'short';
  const queues = system.definition.queues.flatMap((queue, at) => {
    const { slots: slot, length } = names.queues[at] ?? { slots: '', length: '' };
    const before = (start.queues[at] ?? []).map((message) => messages.meet(at, message));
    const filled = Array.from({ length: slots }, (_, place) => before[place] ?? 0);
    const initial = before.length === 0 ? '' : ` = { ${filled.join(', ')} }`;
    return [
      `${code} ${slot}[${slots}]${initial}; ${comment(`${queue.id}: from ${queue.from} to ${queue.to}, the oldest first`)}`,
      `${typeOf(slots + 1, length)} = ${before.length};`,
    ];
  });
  const keeps = body.some((line) => line.includes(names.selected));
  return [
    ...fields,
    '',
    comment('Messages in flight, by their codes:'),
    ...codes.map((each) => comment(`${each}: ${sayMessage(ground, each)}`)),
    ...queues,
    ...(keeps ? [`${code} ${names.selected}; ${comment('0 between events')}`] : []),
  ];
}

function typeOf(values: number, name: string): string {
  const bits = Math.max(1, Math.ceil(Math.log2(values)));
  return bits === 1 ? `bit ${name}` : `unsigned ${name} : ${bits}`;
}

/** A message by its name, and each argument that is not as it is without being set. */
function sayMessage({ system, messages }: Ground, code: number): string {
  const message = messages.message(code);
  const args = system.definition.args.flatMap((arg, place) => {
    const value = arg.domain[message[place] ?? -1];
    return value === arg.initial && place > 0 ? [] : [`${arg.id} ${value}`];
  });
  return args.join(', ');
}
