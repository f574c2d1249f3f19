/**
 * Which choices of a reading a sentence settles, by its words. It is a proposal and no more: a person takes it or not, since a machine
 * that knows words does not know what was meant.
 */
import type { ParameterName } from '#detach/variant.ts';
import { hasStem, plainWords } from './ownTextKeywords.ts';

export interface Settled {
  readonly parameter: ParameterName;
  readonly value: string;
}

interface SettlingWords extends Settled {
  /** Each has to be there; "|" parts what may stand for the other (as in `hasStem`). */
  readonly has: readonly string[];
  /** Each has to be there behind "shall" or "may", where the sentence says what is to be done. */
  readonly asks?: readonly string[];
  readonly lacks?: string;
}

const afterIt = 'after|once|upon|on receipt|when|has received|having received|until';
const toClose = 'delete|informational|ike';
const denied = 'shall not|does not|need not|not need|not required|without';
const answer = 'binding acknowledg|ba';
const binding = 'binding|entry';

const settling: readonly SettlingWords[] = [
  {
    parameter: 'order',
    value: 'buThenDelete',
    has: [afterIt, answer],
    asks: [`${toClose}|security association`],
    lacks: 'revocation|without wait|unsolicited|same time|pdn gw shall|response shall',
  },
  {
    parameter: 'order',
    value: 'backToBack',
    has: ['without wait|same time|need not wait|simultaneous|not wait', 'binding acknowledg|ba|binding update|bu'],
    asks: [toClose],
    lacks: 'revocation',
  },
  {
    parameter: 'order',
    value: 'deleteThenBu',
    has: [afterIt, 'informational response|response'],
    asks: ['binding update|bu'],
    lacks: 'binding acknowledg|revocation',
  },
  {
    parameter: 'notification',
    value: 'bri',
    has: ['binding revocation indication|bri'],
    asks: ['send|use|inform|bri|binding revocation indication'],
    lacks: denied,
  },
  {
    parameter: 'notification',
    value: 'unsolicitedBa',
    has: ['unsolicited binding acknowledg|unsolicited ba'],
    asks: ['send|use|inform'],
    lacks: denied,
  },
  {
    parameter: 'notification',
    value: 'gatewayDelete',
    has: ['pdn gw shall send|pdn gw may send|pdn gw shall initiate|pdn gw shall inform'],
    asks: ['delete'],
    lacks: `${denied}|binding acknowledg|revocation|receipt`,
  },
  {
    parameter: 'acknowledgement',
    value: 'yes',
    has: ['ue'],
    asks: [
      'acknowledge |acknowledged by the ue|send a binding revocation acknowledg|answer with a binding revocation acknowledg',
    ],
    lacks: `${denied}|pdn gw shall|ha shall`,
  },
  {
    parameter: 'acknowledgement',
    value: 'no',
    has: [
      'ue',
      'shall not acknowledge|does not acknowledge|need not acknowledge|not need to acknowledge|not required to acknowledge',
    ],
  },
  {
    parameter: 'bindingOnAcknowledgement',
    value: 'removed',
    has: [afterIt, 'revocation acknowledg|bra', 'pdn gw|ha'],
    asks: ['delet|remov', binding],
    lacks: denied,
  },
  {
    parameter: 'deleteRemovesBinding',
    value: 'yes',
    has: ['informational|delete payload', 'pdn gw|ha'],
    asks: ['delet|remov|releas', binding],
    lacks: `${denied}|revocation|retransmi`,
  },
  {
    parameter: 'notificationGiveUp',
    value: 'dropBindingAndSas',
    has: ['retransmi|no acknowledg|no answer|no response|not acknowledged', 'pdn gw'],
    asks: ['delet|remov|releas', binding, 'security association|sas|ike'],
  },
  {
    parameter: 'notificationGiveUp',
    value: 'dropBinding',
    has: ['retransmi|no acknowledg|no answer|no response|not acknowledged', 'pdn gw'],
    asks: ['delet|remov|releas', binding],
    lacks: 'security association|sas|ike',
  },
  {
    parameter: 'on133',
    value: 'done',
    has: ['133', 'ue'],
    asks: ['treat|consider|regard|proceed|continue'],
    lacks: 'shall not|failure|abort',
  },
];

/** What a sentence settles; nothing where it leaves a point for further study. */
export function settledBy(sentence: string): readonly Settled[] {
  const words = plainWords(sentence);
  if (hasStem(words, 'ffs|further study|open point')) return [];
  const asked = words.search(/ (?:shall|may|must|is to|can) /);
  const what = asked === -1 ? words : words.slice(asked);
  return settling
    .filter(
      ({ has, asks = [], lacks }) =>
        has.every((each) => hasStem(words, each)) &&
        asks.every((each) => asked !== -1 && hasStem(what, each)) &&
        (lacks === undefined || !hasStem(words, lacks)),
    )
    .map(({ parameter, value }) => ({ parameter, value }));
}
