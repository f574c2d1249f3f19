/**
 * A toy: `a` asks, `b` replies, `a` hears it. The network may lose a message, or copy one; `a` asks again, a few times.
 *
 * The rule language is tried on it, and everything that must work for any system of rules.
 */
import { atLeast, below, having, holds, inFlight, is, lacks, messageIs, not, ofField } from '#model/condition.ts';
import { choiceField, countField, flagField } from '#model/field.ts';
import type { Rule, Stimulus } from '#model/rule.ts';
import { readArg } from '#model/state.ts';
import type { SystemDefinition } from '#model/system.ts';
import { System } from '#model/system.ts';
import { argument, become, count, discard } from '#model/update.ts';

export type ToyBasis = 'T-ask' | 'T-reply' | 'T-hear' | 'T-patience' | 'T-voice' | 'T-stray' | 'T-lose' | 'T-copy';

export interface ToyOptions {
  readonly ordering?: 'fifo' | 'unordered';
  /** How often `a` asks at most, the first time included; 1 or more. */
  readonly most?: number;
  readonly losses?: number;
  readonly copies?: number;
}

/** The fields of the toy. */
export const mood = choiceField('a.mood', ['idle', 'waiting', 'content', 'resigned'], 'idle', {
  subject: 'a',
  role: 'phase',
});
export const voice = flagField('b.voice', true, 'b', ['can speak', 'cannot speak']);
export const kind = choiceField('message.kind', ['question', 'reply'], 'question', {
  subject: 'the message',
  says: { question: 'is a question', reply: 'is a reply' },
});
export const copies = countField('message.copies', 3, 'the number of its copies');

/** The toy's counters depend on its bounds. */
export function counters({ most = 3, losses = 1, copies: mostCopies = 1 }: ToyOptions = {}) {
  return {
    asked: countField('a.asked', most, 'the number of questions'),
    losses: countField('network.losses', losses, 'the number of losses'),
    copies: countField('network.copies', mostCopies, 'the number of copies'),
  };
}

export function toyRules(options: ToyOptions = {}): readonly Rule<ToyBasis>[] {
  const { most = 3, losses: mostLosses = 1, copies: mostCopies = 1 } = options;
  const { asked, losses, copies: copied } = counters(options);
  const ask = [
    count(asked, 'T-ask'),
    {
      type: 'send',
      queue: 'toB',
      message: [argument(kind, 'question')],
      needs: [],
      otherwise: [],
      carried: [],
      basis: 'T-ask',
    },
  ] as const;
  const waiting = is(mood, 'waiting', 'T-patience');
  const quiet = not(inFlight([having(kind, 'question')], 'T-patience'));
  const timer = { kind: 'timer', name: 'timer' } as const;
  return [
    {
      id: 'a.ask',
      actor: 'a',
      title: 'Ask',
      stimulus: { kind: 'action', name: 'ask' },
      when: [is(mood, 'idle', 'T-ask')],
      then: [become(mood, 'waiting', 'T-ask'), ...ask],
    },
    {
      id: 'b.reply',
      actor: 'b',
      title: 'Reply',
      stimulus: deliverFrom('toB'),
      when: [messageIs(kind, 'question', 'T-reply')],
      then: [
        {
          type: 'send',
          queue: 'toA',
          message: [argument(kind, 'reply')],
          needs: [holds(voice, 'T-voice')],
          otherwise: [discard('b is hoarse', 'T-voice')],
          carried: [],
          basis: 'T-reply',
        },
      ],
    },
    {
      id: 'a.hear',
      actor: 'a',
      title: 'Hear the reply',
      stimulus: deliverFrom('toA'),
      when: [messageIs(kind, 'reply', 'T-hear'), is(mood, 'waiting', 'T-hear')],
      then: [become(mood, 'content', 'T-hear')],
    },
    {
      id: 'a.stray',
      actor: 'a',
      title: 'Discard a reply that nobody waits for',
      stimulus: deliverFrom('toA'),
      when: [],
      then: [discard('nobody waits for it', 'T-stray')],
      otherwise: true,
    },
    {
      id: 'a.askAgain',
      actor: 'a',
      title: 'Ask again',
      stimulus: timer,
      choice: 'question',
      when: [waiting, below(asked, most, 'T-patience'), quiet],
      then: ask,
    },
    {
      id: 'a.giveUp',
      actor: 'a',
      title: 'Give up',
      stimulus: timer,
      choice: 'question',
      when: [waiting, atLeast(asked, most, 'T-patience'), quiet],
      then: [become(mood, 'resigned', 'T-patience')],
    },
    {
      id: 'b.hoarse',
      actor: 'b',
      title: 'Lose the voice',
      stimulus: { kind: 'fault', name: 'hoarse' },
      when: [holds(voice, 'T-voice')],
      then: [become(voice, false, 'T-voice')],
    },
    {
      id: 'b.heal',
      actor: 'b',
      title: 'Find the voice again',
      stimulus: { kind: 'action', name: 'heal' },
      when: [lacks(voice, 'T-voice')],
      then: [become(voice, true, 'T-voice')],
    },
    ...(['toB', 'toA'] as const).flatMap((queue): Rule<ToyBasis>[] => [
      {
        id: `network.lose.${queue}`,
        actor: 'network',
        title: 'Lose the message',
        stimulus: onAny('lose', queue, true),
        when: [below(losses, mostLosses, 'T-lose')],
        then: [count(losses, 'T-lose')],
      },
      {
        id: `network.copy.${queue}`,
        actor: 'network',
        title: 'Copy the message',
        stimulus: onAny('copy', queue, false),
        when: [below(copied, mostCopies, 'T-copy')],
        then: [
          count(copied, 'T-copy'),
          { type: 'mark', arg: copies, value: ofField(copied), basis: 'T-copy' },
          { type: 'copy', basis: 'T-copy' },
        ],
      },
    ]),
  ];
}

export function toyDefinition(options: ToyOptions = {}): SystemDefinition<ToyBasis> {
  const { most = 3, copies: mostCopies = 1 } = options;
  return {
    fields: [mood, voice, ...Object.values(counters(options))],
    args: [kind, copies],
    queues: [
      { id: 'toB', from: 'a', to: 'b' },
      { id: 'toA', from: 'b', to: 'a' },
    ],
    rules: toyRules(options),
    nameMessage: (message, places) => readArg(places, message, kind),
    ordering: options.ordering ?? 'fifo',
    queueLength: most + mostCopies,
  };
}

/** By default three questions, one loss, one copy, queues in order. `copies` is 3 at most. */
export function toySystem(options: ToyOptions = {}): System<ToyBasis> {
  return new System(toyDefinition(options));
}

function deliverFrom(queue: string): Stimulus {
  return { kind: 'delivery', name: 'deliver', message: { queue, which: 'next', taken: true } };
}

function onAny(name: string, queue: string, taken: boolean): Stimulus {
  return { kind: 'fault', name, message: { queue, which: 'any', taken } };
}
