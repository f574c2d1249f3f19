/**
 * Checking readings: ours in Node and in a worker of Chromium, SPIN's verifier beside it on the model that we export, in one run.
 *
 * All claims are watched by both. Of SPIN the best of four ways counts. The matrix is every preset with 0 to 2 losses, 0 or 1
 * copies and one or two PDN connections, from cold: ours from the order to the last answer, a new worker first; SPIN's by
 * generating, compiling and running each.
 */
import { afterAll, beforeAll, test } from 'vitest';
import { checkedSystem } from '#check/checkReading.ts';
import { withFields } from '#check/checkReport.ts';
import { matrixReadings } from '#check/matrix.ts';
import { promelaOf } from '#check/promela/promela.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { CheckAnswer, CheckBenchPage } from './pages/check.ts';
import { type CheckFigures, figuresOfCheck } from './support/checkFigures.ts';
import { type ServedPage, servePage } from './support/servePage.ts';
import { type SpinFigures, spinFigures } from './support/spinFigures.ts';

declare global {
  interface Window {
    readonly checkPage: CheckBenchPage;
  }
}

const rounds = Number(process.env.BENCH_COUNT ?? 3);
const slots = 16;
const two = { ...defaultVariant, pdnConnections: 2, secondPdn: 'detaching' } as const;
const spaces: readonly { readonly name: string; readonly variant: Variant }[] = [
  { name: '10^4', variant: { ...two, loss: 0 } },
  { name: '10^6', variant: { ...two, loss: 1, duplication: 1 } },
  { name: '10^7', variant: { ...two, loss: 2, duplication: 1, lifetimeMayExpire: 'yes', childSas: 'signallingOnly' } },
];

let served: ServedPage;
beforeAll(async () => {
  served = await servePage('check', 'checkPage');
}, 600_000);
afterAll(() => served.close());

const inBrowser = (variants: readonly Variant[]): Promise<CheckAnswer> =>
  served.page.evaluate((wanted) => window.checkPage.check(wanted), variants);

function modelOf(variant: Variant): string {
  const system = checkedSystem(variant);
  return promelaOf(system, withFields(propertiesOf(system.parts)), { slots });
}

/** A line of the table: rates in millions a second. */
function line({ states, transitions }: { states: number; transitions: number }, seconds: number, octets: number) {
  return {
    states,
    seconds: Number(seconds.toFixed(2)),
    'M states/s': Number((states / seconds / 1e6).toFixed(2)),
    'M transitions/s': Number((transitions / seconds / 1e6).toFixed(2)),
    'octets a state': Number((octets / states).toFixed(1)),
  };
}

for (const { name, variant } of spaces) {
  test(`${name} states`, async () => {
    const node: CheckFigures[] = [];
    const browser: CheckAnswer[] = [];
    const spin: SpinFigures[] = [];
    const model = modelOf(variant);
    for (let round = 0; round < (name === '10^7' ? 1 : rounds); round++) {
      node.push(figuresOfCheck([variant]));
      browser.push(await inBrowser([variant]));
      spin.push(...spinFigures(model, node[0]?.states ?? 1));
    }
    const bestNode = node.toSorted((a, b) => a.searchSeconds - b.searchSeconds)[0] as CheckFigures;
    const bestBrowser = browser.toSorted((a, b) => a.searchSeconds - b.searchSeconds)[0] as CheckAnswer;
    const whole = spin.filter(({ states }) => states === bestNode.states);
    const bestSpin = whole.toSorted((a, b) => a.seconds - b.seconds)[0] as SpinFigures;
    const lines = {
      'ours in Node': line(bestNode, bestNode.searchSeconds, bestNode.octets),
      'ours in Chromium': line(bestBrowser, bestBrowser.searchSeconds, bestBrowser.octets),
      ...Object.fromEntries(
        spin.slice(0, 4).map(({ way }) => {
          const best = spin
            .filter((each) => each.way === way)
            .toSorted((a, b) => a.seconds - b.seconds)[0] as SpinFigures;
          return [`SPIN, ${way}`, line(best, best.seconds, best.octets)];
        }),
      ),
    };
    console.table(lines);
    const ratio = (ours: CheckFigures) =>
      (ours.transitions / ours.searchSeconds / (bestSpin.transitions / bestSpin.seconds)).toFixed(2);
    console.log(
      `${name}: transitions a second, ours to SPIN's best (${bestSpin.way}): Node ${ratio(bestNode)}, Chromium ${ratio(bestBrowser)}; ` +
        `octets a state ${(bestNode.octets / bestNode.states / (bestSpin.octets / bestSpin.states)).toFixed(2)}; ` +
        `answer in Chromium, all told ${bestBrowser.milliseconds.toFixed(0)} ms, ${(bestBrowser.octets / 1e6).toFixed(0)} MB, ` +
        `the page silent for ${bestBrowser.silence.toFixed(0)} ms at most`,
    );
  }, 3_000_000);
}

test('the whole matrix, from cold', async () => {
  const variants = matrixReadings().map((each) => each.variant);
  const browser: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < rounds; round++) {
    browser.push((await inBrowser(variants)).milliseconds / 1000);
    node.push(figuresOfCheck(variants).seconds);
  }
  const usual = variants.filter(
    ({ loss, duplication, pdnConnections }) => loss === 1 && duplication === 0 && pdnConnections === 1,
  );
  const began = performance.now();
  for (const variant of usual) spinFigures(modelOf(variant), 1_000);
  // Each was made and run in four ways; one is enough.
  const spinSeconds = ((performance.now() - began) / 1000 / 4 / usual.length) * variants.length;
  console.log(
    `${variants.length} readings: Chromium ${best(browser)} s, Node ${best(node)} s; SPIN by ${usual.length} of them ${spinSeconds.toFixed(0)} s`,
  );
}, 3_000_000);

function best(series: readonly number[]): string {
  return Math.min(...series).toFixed(2);
}
