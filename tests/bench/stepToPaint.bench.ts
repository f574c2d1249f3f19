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
const count = Number(process.env.BENCH_COUNT ?? 40);

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.close());

test('step to paint', async () => {
  const table = new Map<string, Map<number, Figures>>();
  const put = (action: string, length: number, series: readonly number[]) => {
    const row = table.get(action) ?? new Map<number, Figures>();
    table.set(action, row.set(length, figuresOf(series)));
  };
  for (const length of lengths) {
    put(floor, length, await floorSteps(bench, length, count));
    const { app, opening } = await AppBench.open(bench, length);
    put('Step, known', length, await app.stepsKnown(count));
    put('Back', length, await app.backs(count));
    put('jump on the timeline', length, await app.jumps(count));
    put('drag on the timeline', length, await app.drags(count));
    put('Step, new', length, await app.stepsNew(count));
    await app.close();
    put('opening the run', length, [opening]);
    put(fullDrawing, length, await fullDrawings(bench, length, length > 500 ? 2 : 5));
  }
  console.log(tableLines(table, lengths).join('\n'));
  console.log(ratioLines(table, lengths, floor, fullDrawing).join('\n'));
  expect(bench.faults).toEqual([]);
}, 1_200_000);
