/** Keys faster than the drawing: whatever is pressed, and however fast, no frame shows a wrong picture, and the last one is the right one. */
import { expect, type Page, test } from '@playwright/test';
import { Walk } from './walk.ts';

/** What a reader sees of the rows, in order: key, and whether it is current, under way or still to come. */
type Picture = readonly string[];

const long = `scenario=ue-initiated&events=${encodeURIComponent(
  [
    'detach buThenDelete',
    'deliver bindingUpdate',
    'deliver bindingAck:0',
    ...Array.from({ length: 8 }, () => [
      'duplicate deleteRequest',
      'deliver deleteRequest',
      'deliver deleteResponse',
    ]).flat(),
    'duplicate deleteRequest',
  ].join(','),
)}`;

/** In the page: a function that reads the picture, and one that starts to read it in each frame. */
function installReader(): void {
  const read = () => ({
    idle: document.querySelector('.seqRows')?.getAttribute('aria-busy') === 'false',
    step: Number(/step (\d+) of/.exec(document.querySelector('.timelineStep')?.textContent ?? '')?.[1]),
    rows: [...document.querySelectorAll('.seqRows [data-row]')].map((row) =>
      ['data-current', 'data-flight', 'data-future']
        .filter((mark) => row.hasAttribute(mark))
        .reduce((words, mark) => `${words} ${mark}`, row.getAttribute('data-row') ?? ''),
    ),
  });
  const frames: (readonly string[])[] = [];
  const look = () => {
    frames.push(read().rows);
    requestAnimationFrame(look);
  };
  Object.assign(window, {
    readPicture: read,
    watchFrames() {
      frames.length = 0;
      requestAnimationFrame(look);
    },
    framesSeen: () => frames,
  });
}

declare global {
  interface Window {
    readonly readPicture: () => { readonly idle: boolean; readonly step: number; readonly rows: Picture };
    readonly watchFrames: () => void;
    readonly framesSeen: () => readonly Picture[];
  }
}

/** The picture once all that was asked for is drawn. */
async function settled(page: Page, step: number): Promise<Picture> {
  await page.waitForFunction((wanted) => {
    const { idle, step: now } = window.readPicture();
    return idle && now === wanted;
  }, step);
  return page.evaluate(() => window.readPicture().rows);
}

/** Keys sent by the page itself, so that none waits for an answer; now and then the page may breathe. */
function burst(page: Page, keys: readonly string[]): Promise<void> {
  return page.evaluate(async (all) => {
    for (const [at, key] of all.entries()) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      if (at % 5 === 4) await new Promise((resolve) => setTimeout(resolve, (at * 7) % 40));
    }
  }, keys);
}

/** A fixed mixture of moves within a run, and the step that it leads to. */
function mixture(length: number, seed: number, from: number, last: number) {
  const moves = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'PageDown', 'ArrowLeft', 'Home', 'End'];
  let state = seed;
  let step = from;
  const keys = Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const picked = moves[Math.floor((state / 2_147_483_648) * moves.length)] ?? 'ArrowRight';
    // Beyond the end of the run a step would make another run of it.
    const key = step === last && /ArrowRight|PageDown/.test(picked) ? 'ArrowLeft' : picked;
    step = stepAfter(key, step, last);
    return key;
  });
  return { keys, step };
}

function stepAfter(key: string, step: number, last: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return Math.max(0, step + (key === 'ArrowLeft' ? -1 : 1));
}

test('quick keys through a loaded run: each frame is one of the pictures of a slow walk', async ({ page }) => {
  test.slow();
  await page.addInitScript(installReader);
  const walk = await Walk.open(page, long);
  const last = 28;
  const slow = [await settled(page, 0)];
  for (let step = 1; step <= last; step += 1) {
    await walk.press('ArrowRight');
    slow.push(await settled(page, step));
  }
  await walk.press('Home');
  await settled(page, 0);
  await page.evaluate(() => window.watchFrames());
  let step = 0;
  for (const seed of [1, 2, 3, 4]) {
    const { keys, step: wanted } = mixture(40, seed, step, last);
    await burst(page, keys);
    step = wanted;
    expect(await settled(page, step)).toEqual(slow[step]);
  }
  const frames = await page.evaluate(() => window.framesSeen());
  const known = new Set(slow.map(String));
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter((frame) => !known.has(String(frame)))).toEqual([]);
});

test('quick keys at the end of a run, each an event never taken: no frame lacks a row or has one too many', async ({
  page,
}) => {
  test.slow();
  await page.addInitScript(installReader);
  const walk = await Walk.open(page, 'scenario=ue-initiated&events=detach%20buThenDelete&step=1');
  const keys = ['ArrowRight', 'd', 'ArrowRight', 'd', 'd', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'd', 'ArrowRight'];
  // The slow walk, and with it each picture that may be seen.
  const slow = [await settled(page, 1)];
  for (const [at, key] of keys.entries()) {
    await walk.press(key);
    slow.push(await settled(page, at + 2));
  }
  await page.goto('about:blank');
  await Walk.open(page, 'scenario=ue-initiated&events=detach%20buThenDelete&step=1');
  await settled(page, 1);
  await page.evaluate(() => window.watchFrames());
  await burst(page, keys);
  expect(await settled(page, keys.length + 1)).toEqual(slow.at(-1));
  const frames = await page.evaluate(() => window.framesSeen());
  const known = new Set(slow.map(String));
  expect(frames.filter((frame) => !known.has(String(frame)))).toEqual([]);
});
