import { describe, expect, it } from 'vitest';
import { checkedSystem } from '#check/checkReading.ts';
import { eventMark } from '#check/promela/eventMark.ts';
import { readSpinTrail } from '#check/spinTrail.ts';
import type { Event } from '#model/event.ts';
import type { System } from '#model/system.ts';
import { readings } from '../detach/readings.ts';
import { toySystem } from '../model/toySystem.ts';

const ended = 'spin: trail ends after 3 steps\n';

/** What SPIN prints as it replays these events, other lines between. */
function replayOf(events: readonly Event[]): string {
  const lines = events.map(
    ({ rule, at }) => `      ${eventMark({ rule, position: at?.position })}\n  1: proc 0 [D_STEP]\n`,
  );
  return `spin: a warning\n${lines.join('')}${ended}`;
}

function textsOf(system: System, text: string): readonly string[] | string {
  const read = readSpinTrail(system, text);
  return read.ok ? read.value.map((event) => event.text) : read.error;
}

describe('a trail of SPIN', () => {
  const system = toySystem();

  it('names messages by their places', () => {
    const text = 'event a.ask\nevent network.copy.toB at 0\nevent network.lose.toB at 1\n';
    expect(textsOf(system, text)).toEqual(['ask', 'copy question', 'lose question.2']);
  });

  it('may be empty: the start breaks the claim', () => {
    expect(textsOf(system, ended)).toEqual([]);
  });

  it.each([
    ['', 'No line names an event; what is read is the output of ./pan -r.'],
    ['pan: wrote toy.pml.trail\n', 'No line names an event; what is read is the output of ./pan -r.'],
    ['-4:-4:-4\n1:0:4\n2:0:13\n', 'This is the trail as SPIN keeps it, in numbers of its verifier'],
    [
      'event a.ask\nevent a.ask\n',
      'Line 2: "event a.ask" is not possible there; the model was made of another reading.',
    ],
    ['event a.ask\nevent b.reply\n', 'Line 2: "event b.reply" is not possible there'],
    ['event a.ask\nevent b.reply at 1\n', 'Line 2: "event b.reply at 1" is not possible there'],
    ['event nobody.does at 99999999999999999999\n', 'Line 1: "event nobody.does at 100000000000000000000"'],
    ['event a.ask\n'.repeat(10_001), 'The trail has 10001 events; a run has at most 10000.'],
  ])('is refused in one sentence: %j', (text, error) => {
    expect(textsOf(system, text)).toContain(error);
  });
});

describe('a run of the walk', () => {
  it.each(readings.filter((_, at) => at % 4 === 0))('of $name comes back', ({ variant }) => {
    const system = checkedSystem(variant);
    const events: Event[] = [];
    let state = system.initial;
    for (let step = 0; step < 12; step++) {
      const enabled = system.enabled(state);
      const event = enabled[(step * 7) % Math.max(enabled.length, 1)];
      if (event === undefined) break;
      events.push(event);
      state = system.apply(state, event);
    }
    expect(textsOf(system, replayOf(events))).toEqual(events.map(({ text }) => text));
  });
});
