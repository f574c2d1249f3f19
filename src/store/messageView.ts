/** The message that is selected, in words. */

import { lastOf } from './lastOf.ts';
import { actorName, session } from './view.ts';
import type { WalkState } from './walkStore.ts';

const aboutSelected = lastOf((concrete: ReturnType<typeof session>, number: number | undefined, step: number) => {
  const message = number === undefined ? undefined : concrete.messages[number - 1];
  if (message === undefined || message.instance.sentAt > step) return undefined;
  const { instance } = message;
  const ended = instance.endedAt !== undefined && instance.endedAt <= step;
  const fates = {
    inFlight: 'in flight',
    delivered: 'delivered',
    discarded: `discarded: ${instance.reason ?? ''}`,
    lost: 'lost',
    notSent: `not sent: ${instance.reason ?? ''}`,
  };
  const route = `${actorName(instance.from)} to ${actorName(instance.to)}`;
  return {
    number: message.number,
    title: message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`,
    about: `${route}, ${ended ? fates[instance.fate] : fates.inFlight}.`,
  };
});

/** Undefined where none is selected, or where it is sent only by a later step. */
export function selectedMessage(state: WalkState) {
  return aboutSelected(session(state), state.selected, state.run.step);
}
