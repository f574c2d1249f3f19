/** How fast the rules are stepped by hand-sized means: the interpreter, a trace, the rows of a diagram. */
import { test } from 'vitest';
import { lifelines, sequenceRows } from '#chart/sequenceRows.ts';
import { sequenceText } from '#chart/sequenceText.ts';
import { boundsOf, detach } from '#detach/detach.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { State } from '#model/state.ts';
import { randomWalk } from '#run/play.ts';

const variant = { ...defaultVariant, loss: 2, duplication: 1, ordering: 'unordered' } as const;

/** States met, each once, up to a number. */
function explore(most: number): number {
  const system = detach(variant, boundsOf(variant));
  const seen = new Set<string>();
  const waiting: State[] = [system.initial];
  for (let state = waiting.pop(); state !== undefined && seen.size < most; state = waiting.pop()) {
    for (const event of system.enabled(state)) {
      const next = system.apply(state, event);
      const key = JSON.stringify(next);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return seen.size;
}

test('model', async ({ bench }) => {
  const system = detach(variant);
  const walk = randomWalk(system, { seed: 1, most: 60, faults: true });
  await bench('explore 2,000 states with the interpreter', () => {
    if (explore(2_000) !== 2_000) throw new Error('fewer states than expected');
  }).run();
  await bench('a random walk of 60 events, traced', () => {
    randomWalk(system, { seed: 1, most: 60, faults: true });
  }).run();
  await bench('its diagram as rows and text', () => {
    const rows = sequenceRows(walk, (message) => message.name);
    sequenceText(lifelines, rows, (text) => text.length * 10);
  }).run();
});
