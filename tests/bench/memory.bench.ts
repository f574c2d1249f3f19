/**
 * Memory over 10,000 steps and 1,000 ways back in one page: JS heap after a forced collection, and nodes of the document. The run itself must
 * not grow without end, so each round opens one of a few runs, goes through it, goes on with new events, and goes back and forth.
 */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './support/bundle.ts';
import { longRunFragment } from './support/longRun.ts';

const steps = Number(process.env.BENCH_STEPS ?? 10_000);
const backs = 1_000;
const back = Array.from({ length: 100 }, () => 'ArrowLeft');
/** How many runs of different lengths are taken in turn. */
const runs = 4;
/** Of nodes, between a quarter of the way and the end. */
const mostGrowth = 1.1;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.close());

interface Memory {
  readonly heapMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function memoryOf(page: Page, session: CDPSession): Promise<Memory> {
  // The same run at the same step each time, reached the same way back from its end, all drawn, and nothing left to do.
  await open(page, longRunFragment(100));
  await press(page, ['End', ...back, 'Home']);
  await page.waitForFunction(() => document.querySelectorAll('.seqRows [data-row]').length >= 100);
  await page.waitForTimeout(1_000);
  // What a finaliser lets go is collected the second time.
  for (let twice = 0; twice < 2; twice += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    heapMegabytes: Math.round(metric('JSHeapUsedSize') / 10_000) / 100,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

async function open(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `${fragment}&step=0`);
  await page.locator('.seqRows[aria-busy="false"]').waitFor({ state: 'attached', timeout: 30_000 });
}

/** Keys sent by the page itself, each once the diagram has shown what the one before asked for. */
function press(page: Page, keys: readonly string[]): Promise<void> {
  return page.evaluate(async (all) => {
    const rows = () => document.querySelector('.seqRows');
    const stepInView = () => document.querySelector('.timelineStep')?.textContent;
    for (const key of all) {
      const before = stepInView();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      while (rows()?.getAttribute('aria-busy') !== 'false') await new Promise(requestAnimationFrame);
      if (stepInView() === before) throw new Error(`${key} leads nowhere from ${before}`);
    }
  }, keys);
}

/** The keys of one round, from the start of a run of this many steps: through it, and on with new events. */
function round(loaded: number): { readonly keys: readonly string[]; readonly steps: number } {
  const known = Array.from({ length: loaded }, () => 'ArrowRight');
  // Each copy lets Step deliver one message more.
  const fresh = Array.from({ length: 10 }, () => ['d', 'ArrowRight']).flat();
  return { keys: [...known, ...fresh], steps: known.length + fresh.length };
}

test('memory', async () => {
  const page = await bench.newPage();
  await page.goto(`${bench.address}#${longRunFragment(100)}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const table: Record<string, Memory> = { '0 steps': await memoryOf(page, session) };
  const marks = [0.25, 0.5, 0.75, 1].map((part) => part * steps);
  let done = 0;
  for (let at = 0; done < steps; at += 1) {
    const messages = 10 + 2 * (at % runs);
    await open(page, longRunFragment(messages));
    const { keys, steps: more } = round(4 + (3 * (messages - 4)) / 2);
    await press(page, keys);
    done += more;
    // From the middle another event: the line is left, and kept as a branch.
    await press(page, ['Home', 'ArrowRight', 'ArrowRight', 'd']);
    done += 3;
    for (const mark of marks.filter((each) => each <= done)) {
      table[`${mark} steps`] = await memoryOf(page, session);
      marks.splice(marks.indexOf(mark), 1);
    }
  }
  for (let gone = 0; gone < backs; ) {
    await open(page, longRunFragment(100));
    await press(page, ['End', ...back]);
    gone += back.length;
  }
  table[`${backs} ways back more`] = await memoryOf(page, session);
  console.table(table);
  const all = Object.values(table);
  const nodesAt = (place: number) => all[place]?.nodes ?? Number.NaN;
  expect(nodesAt(all.length - 1)).toBeLessThanOrEqual(nodesAt(1) * mostGrowth);
  expect(bench.faults).toEqual([]);
}, 3_000_000);
