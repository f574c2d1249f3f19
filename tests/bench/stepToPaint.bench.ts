/**
 * Step to paint: from a person's input to the frame that shows what it asked for, in the built app, beside a row drawn by hand (the floor)
 * and beside Mermaid drawing the whole diagram, all in one run. It fails where the expected rows do not come.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './support/bundle.ts';
import { type Figures, figuresOf, ratioLines, tableLines } from './support/figures.ts';
import { AppBench, floorSteps, fullDrawings } from './support/measures.ts';

const floor = 'floor: a row by hand';
const fullDrawing = 'full drawing by Mermaid';
const lengths = process.env.BENCH_LENGTHS?.split(',').map(Number) ?? [10, 100, 300, 1000];
const rounds = 5;
/** Of each action in each round. */
const count = Number(process.env.BENCH_COUNT ?? 8);

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.close());

test('step to paint', async () => {
  const series = new Map<string, Map<number, number[]>>();
  const put = (action: string, length: number, more: readonly number[]) => {
    const row = series.get(action) ?? new Map<number, number[]>();
    series.set(action, row.set(length, [...(row.get(length) ?? []), ...more]));
  };
  // Round after round over all lengths, so that what else the machine does is shared by all.
  for (let round = 0; round < rounds; round += 1) {
    for (const length of lengths) {
      put(floor, length, await floorSteps(bench, length, count));
      const { app, opening } = await AppBench.open(bench, length);
      put('opening the run', length, [opening]);
      put('Step, known', length, await app.stepsKnown(count));
      put('Back', length, await app.backs(count));
      put('jump on the timeline', length, await app.jumps(count));
      put('drag on the timeline', length, await app.drags(count));
      put('Step, new', length, await app.stepsNew(count));
      await app.present();
      put('presenter: beat, known', length, await app.stepsKnown(count));
      put('presenter: beat, new', length, await app.stepsNew(count));
      await app.close();
      if (round < 3) put(fullDrawing, length, await fullDrawings(bench, length, 1));
    }
  }
  const table = new Map(
    [...series].map(([action, row]) => [
      action,
      new Map([...row].map(([length, each]): [number, Figures] => [length, figuresOf(each)])),
    ]),
  );
  console.log(tableLines(table, lengths).join('\n'));
  console.log(ratioLines(table, lengths, floor, fullDrawing).join('\n'));
  expect(bench.faults).toEqual([]);
}, 1_800_000);
