/** What is done to the page and measured: one function an action, each giving milliseconds from the input to the frame. */
import type { Page } from 'playwright-core';
import { lifelines } from '#chart/sequenceRows.ts';
import { diagramRows } from '#store/view.ts';
import type { WalkStore } from '#store/walkStore.ts';
import type { BenchPage } from '../pages/bench.ts';
import type { Bench } from './bundle.ts';
import { currentKeys, longRunFragment, openLongRun } from './longRun.ts';
import type { Expectation } from './probe.ts';

const panel = '.seqScroller';
/** Between two inputs, as a person who looks at what happened. */
const PAUSE = 120;

declare global {
  interface Window {
    readonly arm: (expected: Expectation) => void;
    readonly measured: () => Promise<number>;
    readonly benchPage: BenchPage;
  }
}

/** Does the input, and measures. @throws if the expected rows do not come. */
async function timed(page: Page, expected: Expectation, input: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(PAUSE);
  await page.evaluate((wish) => window.arm(wish), expected);
  await input();
  return page.evaluate(() => window.measured());
}

/** The app with a long run, beside the same run without a page, which says what must be seen. */
export class AppBench {
  readonly page: Page;
  readonly #walk: WalkStore;
  readonly #opened: ReturnType<WalkStore['getState']>['run'];
  readonly #fragment: string;
  #keys: readonly (readonly string[])[];

  private constructor(page: Page, messages: number) {
    this.page = page;
    this.#fragment = longRunFragment(messages);
    this.#walk = openLongRun(messages);
    this.#opened = this.#walk.getState().run;
    this.#keys = currentKeys(this.#walk);
  }

  /** Gives the app with the run open, and the milliseconds that its opening took, to the first picture. */
  static async open(bench: Bench, messages: number): Promise<{ readonly app: AppBench; readonly opening: number }> {
    const page = await bench.newPage();
    const app = new AppBench(page, messages);
    const began = performance.now();
    await page.goto(`${bench.address}#${app.#fragment}`);
    await app.#settle();
    const opening = performance.now() - began;
    await page.evaluate(() => document.fonts.ready);
    return { app, opening };
  }

  /** Begins the presentation: from here on a step is a beat. */
  async present(): Promise<void> {
    await this.page.keyboard.press('f');
    await this.page.locator('.present').waitFor();
    await this.#settle();
    await this.page.waitForTimeout(5 * PAUSE);
  }

  get #step(): number {
    return this.#walk.getState().run.step;
  }

  get #length(): number {
    return this.#walk.getState().run.trace.steps.length;
  }

  async #settle(): Promise<void> {
    const rows = this.page.locator('.seqRows[aria-busy="false"]');
    await rows.waitFor({ state: 'attached', timeout: 60_000 });
  }

  async #goTo(step: number): Promise<void> {
    await this.page.keyboard.press(step === 0 ? 'Home' : 'End');
    this.#walk.getState().jump(step === 0 ? 0 : this.#length);
    await this.page.waitForTimeout(PAUSE);
    await this.#settle();
  }

  /** ArrowRight through the loaded run, from a step in its middle on. */
  async stepsKnown(count: number): Promise<readonly number[]> {
    await this.#goTo(0);
    const series: number[] = [];
    for (let at = 0; at < count; at += 1) {
      if (this.#step === this.#length) await this.#goTo(0);
      series.push(await this.#key('ArrowRight', () => this.#walk.getState().step()));
    }
    return series;
  }

  /** ArrowLeft from the end of the run. */
  async backs(count: number): Promise<readonly number[]> {
    await this.#goTo(this.#length);
    const series: number[] = [];
    for (let at = 0; at < count; at += 1) {
      // Step 0 has no current row to look for.
      if (this.#step <= 1) await this.#goTo(this.#length);
      series.push(await this.#key('ArrowLeft', () => this.#walk.getState().back()));
    }
    return series;
  }

  /** ArrowRight at the end of the run, where each event is one that was never taken. The run is opened anew before it has grown by a tenth. */
  async stepsNew(count: number): Promise<readonly number[]> {
    await this.#goTo(this.#length);
    const series: number[] = [];
    const start = this.#walk.getState().run;
    const most = Math.max(4, start.trace.messages.length / 10);
    while (series.length < count) {
      const { trace } = this.#walk.getState().run;
      if (trace.messages.length - start.trace.messages.length >= most) {
        // As the address has it, whatever was measured before.
        this.#walk.setState({ run: this.#opened });
        await this.#reopen();
      } else if (trace.inFlight.flat().length < 2) {
        await this.#key('d', () => this.#walk.getState().duplicate());
      } else {
        series.push(await this.#key('ArrowRight', () => this.#walk.getState().step()));
      }
    }
    return series;
  }

  /** A press on the timeline at places picked by a fixed chance. */
  async jumps(count: number): Promise<readonly number[]> {
    return this.#overTimeline(count, (at) => ((at * 0.381966 + 0.13) % 1) * 0.98 + 0.01, false);
  }

  /** The thumb of the timeline drawn to and fro. */
  async drags(count: number): Promise<readonly number[]> {
    return this.#overTimeline(count, (at) => 0.5 + 0.45 * Math.sin(at * 0.61), true);
  }

  async #overTimeline(count: number, place: (at: number) => number, drag: boolean): Promise<readonly number[]> {
    const box = await this.page.locator('.timelineSlider input').boundingBox();
    if (box === null) throw new Error('there is no timeline');
    const { mouse } = this.page;
    const y = box.y + box.height / 2;
    const series: number[] = [];
    // The middle of the thumb stays this far from the ends.
    const half = 10;
    const move = (at: number) => mouse.move(box.x + half + (box.width - 2 * half) * place(at), y);
    await this.#goTo(this.#length);
    await move(0);
    if (drag) await mouse.down();
    let before = await this.#sliderValue();
    for (let at = 1; series.length < count && at < count * 4; at += 1) {
      if (!drag) await move(at);
      // In a short run two places may mean the same step: then nothing is to be seen.
      const next = Math.round(place(at) * this.#length);
      if (next === Number(before) || next === 0) {
        if (drag) await move(at);
        before = await this.#sliderValue();
        continue;
      }
      const expected = { input: drag ? 'pointermove' : 'pointerdown', keys: this.#keys, panel };
      series.push(await timed(this.page, expected, drag ? () => move(at) : () => mouse.down()));
      if (!drag) await mouse.up();
      before = await this.#sliderValue();
    }
    if (drag) await mouse.up();
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return series;
  }

  #sliderValue(): Promise<string> {
    return this.page.locator('.timelineSlider input').inputValue();
  }

  async #key(key: string, act: () => void): Promise<number> {
    const { trace: known, step } = this.#walk.getState().run;
    act();
    if (this.#step === step) throw new Error(`there is nothing to measure: ${key} leads nowhere from step ${step}`);
    if (this.#walk.getState().run.trace !== known) this.#keys = currentKeys(this.#walk);
    const keys = this.#keys[this.#step] ?? [];
    if (keys.length === 0) throw new Error(`step ${this.#step} has no row to wait for`);
    return timed(this.page, { input: 'keydown', keys, panel }, () => this.page.keyboard.press(key));
  }

  async #reopen(): Promise<void> {
    this.#keys = currentKeys(this.#walk);
    // Another fragment first, so that the same one is a change.
    for (const fragment of ['scenario=ue-initiated', this.#fragment]) {
      await this.page.evaluate((hash) => {
        window.location.hash = hash;
      }, fragment);
      await this.page.waitForTimeout(PAUSE);
      await this.#settle();
    }
    await this.page.waitForTimeout(5 * PAUSE);
    await this.#goTo(this.#length);
  }

  /** Ends its page. */
  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** A row drawn by hand below this many others. */
export async function floorSteps(bench: Bench, rows: number, count: number): Promise<readonly number[]> {
  const page = await openOwnPage(bench);
  await page.evaluate((number) => window.benchPage.fill(number), rows);
  const series: number[] = [];
  for (let at = 1; at <= count; at += 1) {
    const expected = { input: 'keydown', keys: [String(rows + at)], panel: '#panel' };
    series.push(await timed(page, expected, () => page.keyboard.press('ArrowRight')));
  }
  await page.context().close();
  return series;
}

/** The whole diagram of a long run drawn by Mermaid, put in the document, and painted. */
export async function fullDrawings(bench: Bench, messages: number, count: number): Promise<readonly number[]> {
  const rows = diagramRows(openLongRun(messages).getState());
  const page = await openOwnPage(bench);
  const series: number[] = [];
  // The first one, which loads Mermaid, is not counted.
  for (let at = 0; at <= count; at += 1) {
    await page.evaluate(([lines, all]) => window.benchPage.load(lines, all), [lifelines, rows] as const);
    const wanted = rows.filter((row) => row.kind === 'message').length;
    const took = await timed(page, { input: 'keydown', keys: [`drawn ${wanted}`] }, () => page.keyboard.press('f'));
    if (at > 0) series.push(took);
  }
  await page.context().close();
  return series;
}

async function openOwnPage(bench: Bench): Promise<Page> {
  const page = await bench.newPage();
  await page.goto(`${bench.address}tests/bench/pages/bench.html`);
  await page.waitForFunction(() => 'benchPage' in window);
  return page;
}
