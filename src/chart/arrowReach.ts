import type { MessageFate } from './sequenceRow.ts';

/** How far the arrow of a message goes on its way from sender to receiver, on screen and in the figure alike. */
export const arrowReach: Readonly<Record<MessageFate, number>> = {
  delivered: 1,
  discarded: 1,
  inFlight: 0.72,
  lost: 0.5,
  notSent: 0.08,
};
