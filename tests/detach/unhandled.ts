/** The messages that could be delivered now and find no rule. */
import type { DetachSystem } from '#detach/detach.ts';
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import { readArg } from '#model/state.ts';
import { named } from './explore.ts';

/** Each as "MESSAGE to ACTOR while PHASE"; `events` are those enabled in the state. */
export function unhandledIn(system: DetachSystem, state: State, events: readonly Event[]): readonly string[] {
  const delivered = events.filter((event) => system.rule(event.rule).stimulus.kind === 'delivery');
  const reach = system.definition.ordering === 'fifo' ? 1 : Number.POSITIVE_INFINITY;
  return state.queues.flatMap((queue, at) =>
    queue.slice(0, reach).flatMap((message, position) => {
      if (delivered.some((event) => event.at?.queue === at && event.at.position === position)) return [];
      const to = system.definition.queues[at]?.to ?? '';
      const apn = readArg(system.places, message, system.parts.args.connection);
      const instance = system.parts.connections.find((each) => each.apn === apn)?.instance;
      const phase = named(system, state)[instance === undefined ? `${to}.phase` : `${to}.phase@${instance}`];
      return [`${system.definition.nameMessage(message, system.places)} to ${to} while ${String(phase)}`];
    }),
  );
}
