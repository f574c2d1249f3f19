/** What the page relies on in the pinned Mermaid, and what a person sees of it, in a real browser. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { plainLabel } from '#chart/escapeLabel.ts';
import type { MessageRow, SequenceRow } from '#chart/sequenceRow.ts';
import { tableLines } from '#chart/sequenceTable.ts';
import { messageTitle } from '#chart/sequenceText.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import type { PagePicture, SequencePage } from './pages/sequence.tsx';
import { type ServedPage, serveSequencePage } from './sequencePage.ts';
import { LIFELINES, lectureRows, manyRows, message } from './sequenceRows.ts';

declare const window: Window & { sequencePage: SequencePage };

// One build and one server for all of them.
test.describe.configure({ mode: 'default' });

let served: ServedPage;
test.beforeAll(async () => {
  served = await serveSequencePage();
});
test.afterAll(() => served.close());

const complaints: string[] = [];
test.beforeEach(async ({ page }) => {
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (entry) => {
    if (entry.type() === 'error') complaints.push(entry.text());
  });
  await page.setViewportSize({ width: 768, height: 392 });
  await page.goto(served.address);
});
test.afterEach(() => expect(complaints).toEqual([]));

async function show(page: Page, rows: readonly SequenceRow[], more: Partial<PagePicture> = {}): Promise<void> {
  const picture: PagePicture = { lifelines: LIFELINES, rows, tail: [], currentStep: 9999, ...more };
  await page.evaluate((wanted) => window.sequencePage.show(wanted), picture);
  const last = picture.tail.at(-1) ?? rows.at(-1);
  if (last !== undefined)
    await page.locator(`.seqRows[aria-busy="false"] [data-row="${last.key}"]`).waitFor({ state: 'attached' });
}

/** Everything there is to read in each row on the page, in order. */
const rowsOnPage = (page: Page) =>
  page.$$eval('[data-row]', (elements) =>
    elements.map((element) => {
      const line = element.querySelector('.seqLine');
      const at = (name: string) => Number(line?.getAttribute(name));
      return {
        key: element.getAttribute('data-row') ?? '',
        words: [...element.querySelectorAll('text')].map((text) => text.textContent).join(' '),
        fate: element.getAttribute('data-fate'),
        rightwards: line === null ? null : at('x2') > at('x1'),
        dashed: line?.classList.contains('seqDashed') ?? null,
      };
    }),
  );

const expected = (row: SequenceRow) => {
  if (row.kind !== 'message') {
    return { key: row.key, words: plainLabel(row.text), fate: null, rightwards: null, dashed: null };
  }
  const details = { discarded: ' discarded', notSent: ' not sent', lost: '', delivered: '', inFlight: '' }[row.fate];
  const reason = row.reason === undefined || details === '' ? '' : `: ${row.reason}`;
  const words = `${plainLabel(messageTitle(row))}${details}${reason}`;
  return { key: row.key, words, fate: row.fate, rightwards: row.from === 'ue', dashed: row.dashed };
};

const lifelinesOfChunks = (page: Page) =>
  page.$$eval('.seqChunk', (chunks) => chunks.map((chunk) => chunk.getAttribute('data-lifelines')));

test('300 rows: each row is its own message or note, and the lifelines of all chunks are at one place', async ({
  page,
}) => {
  const rows = manyRows(300);
  await show(page, rows);
  expect(await rowsOnPage(page)).toEqual(rows.map(expected));
  const lifelines = await lifelinesOfChunks(page);
  expect(lifelines).toHaveLength(30);
  expect(new Set(lifelines)).toEqual(new Set(['198 614']));
});

test('300 rows on a telephone: likewise, and no text under 14 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const rows = manyRows(300);
  await show(page, rows);
  expect(await rowsOnPage(page)).toEqual(rows.map(expected));
  expect(new Set(await lifelinesOfChunks(page))).toEqual(new Set(['72 342']));
  const sizes = await page.$$eval('.seqChunk', (chunks) =>
    chunks.slice(0, 3).flatMap((chunk) => {
      // What is far out of view has no matrix in every browser.
      chunk.scrollIntoView();
      const scale = (chunk as SVGSVGElement).getScreenCTM()?.a ?? 0;
      return [...chunk.querySelectorAll('text')].map(
        (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
      );
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
});

test('nasty labels are drawn as they are, and move nothing', async ({ page }) => {
  const rows = NASTY_LABELS.flatMap((label, i): SequenceRow[] => [
    message(i + 1, { label: label === '' ? '' : label }),
    { kind: 'condition', key: `c${i}`, step: 1, over: 'ue', text: label },
    { kind: 'timer', key: `t${i}`, step: 1, over: 'pdnGw', action: 'fired', text: label },
  ]);
  await show(page, rows);
  // A blank where a label was broken is not in the text: compare without blanks.
  const squeeze = (words: string) => words.replaceAll(' ', '');
  const seen = await rowsOnPage(page);
  expect(seen.map(({ words }) => squeeze(words))).toEqual(rows.map((row) => squeeze(expected(row).words)));
  expect(new Set(await lifelinesOfChunks(page))).toEqual(new Set(['198 614']));
});

test('the name of a lifeline is drawn as it is', async ({ page }) => {
  const lifelines = [
    { id: 'ue', name: 'UE; <b>#1</b>' },
    { id: 'pdnGw', name: '%%{init}%% $$x$$' },
  ];
  await show(page, manyRows(3), { lifelines });
  await expect(page.locator('.seqHeadBox')).toHaveText(['UE; <b>#1</b>', '%%{init}%% $$x$$']);
  expect(await lifelinesOfChunks(page)).toHaveLength(1);
});

test('40 fast double steps never show a wrong or missing row', async ({ page }) => {
  const all = manyRows(60);
  await show(page, all.slice(0, 3));
  const wrong = await page.evaluate(
    async ({ rows, lifelines }) => {
      const wrongs: string[] = [];
      const shown = () => [...document.querySelectorAll('[data-row]')].map((e) => e.getAttribute('data-row')).join();
      const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
      // Pictures may be left out, but what is seen must have been asked for, whole and in that order.
      const asked = [shown()];
      let reached = 0;
      const watcher = new MutationObserver(() => {
        const at = asked.indexOf(shown(), reached);
        if (at === -1) wrongs.push(shown());
        else reached = at;
      });
      watcher.observe(document.querySelector('.seqRows') as Element, { childList: true, subtree: true });
      let count = 3;
      const step = (by: number) => {
        count += by;
        const tail = [{ ...(rows[0] as (typeof rows)[0]), key: `tail${asked.length}` }];
        const part = rows.slice(0, count);
        asked.push([...part, ...tail].map((row) => row.key).join());
        window.sequencePage.show({ lifelines, rows: part, tail, currentStep: 1 });
      };
      const settle = async () => {
        const patience = performance.now() + 5000;
        while (shown() !== asked.at(-1) && performance.now() < patience) await pause(2);
        await pause(60);
        if (shown() !== asked.at(-1)) wrongs.push(`in the end: ${shown()}`);
      };
      for (let i = 0; i < 40; i++) {
        const by = i % 5 === 4 ? -3 : 1;
        step(by);
        await pause((i * 7) % 23);
        step(by);
        if (i % 8 === 7) await settle();
      }
      await settle();
      watcher.disconnect();
      return wrongs;
    },
    { rows: all, lifelines: LIFELINES },
  );
  expect(wrong).toEqual([]);
});

test('a step draws only the chunk that it touches', async ({ page }) => {
  const rows = manyRows(25);
  await show(page, rows.slice(0, 22), { tail: [message(90, { key: 'tail', fate: 'inFlight' })] });
  await page.$$eval('.seqChunk', (chunks) => {
    chunks.forEach((chunk, i) => {
      chunk.setAttribute('data-mark', String(i));
    });
  });
  await show(page, rows.slice(0, 24));
  expect(await page.$$eval('.seqChunk', (chunks) => chunks.map((chunk) => chunk.getAttribute('data-mark')))).toEqual([
    '0',
    '1',
    null,
  ]);
});

test('lost ends in a cross half-way, discarded at the receiver, not sent at the sender, in flight on the way', async ({
  page,
}) => {
  const rows = (['lost', 'discarded', 'notSent', 'inFlight', 'delivered'] as const).flatMap((fate, i): MessageRow[] => [
    message(2 * i + 1, { fate, label: 'BU' }),
    message(2 * i + 2, { fate, label: 'BA' }),
  ]);
  await show(page, rows);
  const ends = await page.$$eval('[data-row]', (elements) => {
    const [ue, pdnGw] = [...document.querySelectorAll('.seqLifeline')].map((line) => line.getBoundingClientRect().left);
    return elements.map((element) => {
      const mark = element.querySelector('.seqCross, .seqHead, .seqOpenHead') as SVGElement;
      const { left, right } = mark.getBoundingClientRect();
      const part = ((left + right) / 2 - (ue ?? 0)) / ((pdnGw ?? 0) - (ue ?? 0));
      return { part: Math.round(part * 100) / 100, shape: mark.getAttribute('class') };
    });
  });
  const [lost, lostBack, discarded, discardedBack, unsent, unsentBack, flying, flyingBack, there, thereBack] = ends;
  expect([lost?.shape, discarded?.shape, unsent?.shape, flying?.shape, there?.shape]).toEqual([
    'seqCross',
    'seqCross',
    'seqCross',
    'seqOpenHead',
    'seqHead',
  ]);
  for (const end of [lost, lostBack]) expect(end?.part).toBeCloseTo(0.5, 1);
  for (const end of [discarded, there]) expect(end?.part).toBeGreaterThan(0.95);
  for (const end of [discardedBack, thereBack]) expect(end?.part).toBeLessThan(0.05);
  expect(unsent?.part).toBeLessThan(0.12);
  expect(unsentBack?.part).toBeGreaterThan(0.88);
  expect(flying?.part).toBeCloseTo(0.7, 1);
  expect(flyingBack?.part).toBeCloseTo(0.3, 1);
});

test('a delivered arrow ends at the lifeline that the page draws', async ({ page }) => {
  await show(page, [message(1)]);
  const gap = await page.evaluate(() => {
    const head = document.querySelector('.seqHead')?.getBoundingClientRect();
    const line = [...document.querySelectorAll('.seqLifeline')].at(-1)?.getBoundingClientRect();
    return (line?.left ?? 0) - (head?.right ?? 0);
  });
  expect(Math.abs(gap)).toBeLessThan(2.5);
});

test('current and future rows are marked, and a change of step draws nothing', async ({ page }) => {
  const rows = lectureRows();
  await show(page, rows, { currentStep: 5 });
  const marks = () =>
    page.$$eval('[data-row]', (elements) =>
      elements.map((e) => (e.hasAttribute('data-current') ? 'now' : e.hasAttribute('data-future') ? 'later' : 'past')),
    );
  const right = (step: number) => rows.map((row) => (row.step === step ? 'now' : row.step > step ? 'later' : 'past'));
  expect(await marks()).toEqual(right(5));
  await page.$$eval('.seqChunk', (chunks) => {
    for (const chunk of chunks) chunk.setAttribute('data-mark', '');
  });
  await show(page, rows, { currentStep: 8 });
  await expect.poll(marks).toEqual(right(8));
  expect(await page.locator('.seqChunk:not([data-mark])').count()).toBe(0);
});

test('brackets span their group across chunks, in the gutter, clear of every row', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1600 });
  await show(page, lectureRows());
  const spans = await page.evaluate(() => {
    const y = (element: Element) => element.getBoundingClientRect();
    return ['deregistration', 'ikeClosing'].map((group) => {
      const rows = [...document.querySelectorAll(`[data-row][data-group="${group}"] > .seqBand`)].map(y);
      const bracket = y(document.querySelector(`.seqBracket[data-group="${group}"]`) as Element);
      return {
        above: Math.abs(bracket.top - (rows[0]?.top ?? 0)),
        below: Math.abs(bracket.bottom - (rows.at(-1)?.bottom ?? 0)),
        clear: (rows[0]?.left ?? 0) - bracket.right,
      };
    });
  });
  for (const { above, below, clear } of spans) {
    expect(above).toBeLessThan(4);
    expect(below).toBeLessThan(4);
    expect(clear).toBeGreaterThan(0);
  }
  await expect(page.locator('.seqBracketWord')).toHaveText(['de-registration', 'IKEv2 closing']);
});

test('a message is selected by click and by keys, and the arrows go from message to message', async ({ page }) => {
  await show(page, lectureRows(), { currentStep: 4, selectedKey: undefined });
  // By its words: Firefox scrolls to the top of the picture, not to a group in it.
  await page.locator('[data-row="m3"] text').first().click();
  await page.locator('[data-row="m4"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await page.evaluate(() => window.sequencePage.selected)).toEqual(['m3', 'm4', 'm5']);
  await show(page, lectureRows(), { currentStep: 4, selectedKey: 'm3' });
  await expect(page.getByRole('button', { pressed: true })).toHaveAccessibleName(
    '(3) Binding Update, lifetime 0, lost, UE to PDN GW',
  );
  await expect(page.locator('[data-row][tabindex="0"]')).toHaveAttribute('data-row', 'm3');
});

test('a message that takes the focus is in view, under the heads', async ({ page }) => {
  await show(page, manyRows(60), { currentStep: 60 });
  const messages = page.locator('[data-row][role="button"]');
  const isInView = () =>
    page.evaluate(() => {
      const band = document.activeElement?.querySelector('.seqBand')?.getBoundingClientRect();
      const heads = document.querySelector('.seqHeads')?.getBoundingClientRect();
      const panel = document.querySelector('.seqScroller')?.getBoundingClientRect();
      return band && heads && panel && band.top >= heads.bottom - 1 && band.bottom <= panel.bottom + 1;
    });
  for (const at of [2, 30, 12]) {
    await messages.nth(at).focus();
    await expect.poll(isInView).toBe(true);
  }
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowUp');
  await expect(messages.nth(3)).toBeFocused();
  await expect.poll(isInView).toBe(true);
});

test('the current step is kept in view by the diagram alone, under its heads', async ({ page }) => {
  const rows = manyRows(300);
  for (const step of [60, 3, 100, 41, 1]) {
    await show(page, rows, { currentStep: step });
    await expect
      .poll(() =>
        page.evaluate(() => {
          const heads = document.querySelector('.seqHeads')?.getBoundingClientRect();
          const panel = document.querySelector('.seqScroller')?.getBoundingClientRect();
          const first = document.querySelector('[data-current] .seqBand')?.getBoundingClientRect();
          const inside = first && heads && panel && first.top >= heads.bottom - 1 && first.top < panel.bottom;
          return { inside, page: window.scrollY, heads: heads && panel && Math.round(heads.top - panel.top) };
        }),
      )
      .toEqual({ inside: true, page: 0, heads: 0 });
  }
});

test('a state diagram draws nasty labels as they are, and marks the current state', async ({ page }) => {
  const squeeze = (words: string) => words.replace(/\s/g, '');
  const states = NASTY_LABELS.map((label, i) => ({ id: `s${i}`, label }));
  const transitions = NASTY_LABELS.map((label, i) => ({
    from: `s${i}`,
    to: `s${(i + 1) % states.length}`,
    labels: [label],
  }));
  await page.evaluate((diagram) => window.sequencePage.showState(diagram), {
    states,
    transitions,
    initial: 's0',
    current: 's3',
  });
  await page.locator('.stateDiagram svg').waitFor();
  const nodes = await page.locator('.stateDiagram .node:not(:has(.state-start)) .label').allTextContents();
  expect(nodes.map(squeeze)).toEqual(NASTY_LABELS.map(plainLabel).map(squeeze));
  const edges = await page.locator('.stateDiagram .edgeLabel .label').allTextContents();
  expect(edges.map(squeeze).filter((words) => words !== '')).toEqual(NASTY_LABELS.map(plainLabel).map(squeeze));
  await expect(page.locator('.stateDiagram .node.current')).toHaveCount(1);
});

test('a text that Mermaid cannot read is refused and leaves nothing behind', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const failed = await window.sequencePage.renderSequence('sequenceDiagram\n  P0->>').then(
      () => false,
      () => true,
    );
    const after = await window.sequencePage.renderSequence('sequenceDiagram\n  participant P0 as A\n  P0->>P0: x\n');
    return { failed, after: after.startsWith('<svg'), left: document.querySelectorAll('body > [id^="d"]').length };
  });
  expect(outcome).toEqual({ failed: true, after: true, left: 0 });
});

test('the whole diagram as one text is drawn with every message', async ({ page }) => {
  const rows = lectureRows();
  const count = await page.evaluate(
    async ({ lifelines, all }) => {
      const svg = await window.sequencePage.renderSequence(window.sequencePage.wholeText(lifelines, all));
      return new DOMParser().parseFromString(svg, 'text/html').querySelectorAll('[data-et="message"]').length;
    },
    { lifelines: LIFELINES, all: rows },
  );
  expect(count).toBe(rows.filter((row) => row.kind === 'message' && row.fate !== 'notSent').length);
});

test('a timer starts and stops beside its message, joined to its lifeline, and takes no row of its own', async ({
  page,
}) => {
  const mark = (action: 'started' | 'stopped', over: string) => [{ over, action, name: 'Timer (FFS)' }];
  const rows = [
    message(1, { started: mark('started', 'ue'), label: 'BU' }),
    message(2, { stopped: mark('stopped', 'ue'), label: 'BA' }),
    message(4, { started: mark('started', 'pdnGw'), label: 'BRI' }),
    message(5, { sentStep: 5, step: 9, stopped: mark('stopped', 'pdnGw'), label: 'BRA' }),
  ];
  await show(page, rows, { currentStep: 5 });
  const signs = await page.$$eval('[data-row]', (elements) => {
    const x = [...document.querySelectorAll('.seqLifeline')].map((line) => line.getBoundingClientRect().left);
    return elements.map((element) => {
      const sign = element.querySelector('[data-timer]') as SVGElement;
      const { left, right } = sign.getBoundingClientRect();
      const gap = Math.min(...x.flatMap((at) => [Math.abs(at - left), Math.abs(at - right)]));
      const words = [...element.querySelectorAll('.seqTimerWords')].map((text) => text.textContent).join(' ');
      return { action: sign.getAttribute('data-timer'), joined: left !== right && gap < 2.5, words };
    });
  });
  expect(signs).toEqual([
    { action: 'started', joined: true, words: 'Timer (FFS) started' },
    { action: 'stopped', joined: true, words: 'Timer (FFS) stopped' },
    { action: 'started', joined: true, words: 'Timer (FFS) started' },
    // Still in flight: that it will stop the timer is not shown yet.
    { action: 'stopped', joined: false, words: 'Timer (FFS) stopped' },
  ]);
  await expect(page.locator('[data-row="m5"] [data-timer]')).toBeHidden();
});

test('a copy has a double line, and a lost message says so only once it is lost', async ({ page }) => {
  const lost = message(2, { sentStep: 1, step: 3, fate: 'lost', label: 'BA' });
  await show(page, [message(1, { copy: true }), lost], { currentStep: 2 });
  await expect(page.locator('[data-row="m1"] .seqSettled .seqLine')).toHaveCount(2);
  await expect(page.locator('[data-row="m2"] .seqLoss')).toBeHidden();
  await show(page, [message(1, { copy: true }), lost], { currentStep: 3 });
  await expect(page.locator('[data-row="m2"] .seqLoss')).toBeVisible();
});

test('the current step is told from the others without colour: by a bar, bold words and heavy lines', async ({
  page,
}) => {
  await show(page, lectureRows(), { currentStep: 5 });
  const looks = await page.$$eval('[data-row]', (elements) =>
    elements.map((element) => ({
      now: element.hasAttribute('data-current'),
      bar: (element.querySelector('.seqBar')?.getBoundingClientRect().width ?? 0) >= 5,
      bold: Number(getComputedStyle(element.querySelector('text') as Element).fontWeight) >= 700,
    })),
  );
  expect(looks.filter(({ now }) => now).length).toBeGreaterThan(1);
  for (const { now, bar, bold } of looks) expect([bar, bold]).toEqual([now, now]);
  const width = (key: string) =>
    page.$eval(`[data-row="${key}"] .seqLine`, (line) => Number.parseFloat(getComputedStyle(line).strokeWidth));
  expect(await width('m5')).toBeGreaterThan(1.5 * (await width('m4')));
});

for (const viewport of [
  { width: 768, height: 392 },
  { width: 390, height: 700 },
]) {
  test(`no words of one row lie over those of another at ${viewport.width} px, nor outside the picture`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const timers = (over: string) => [{ over, action: 'started' as const, name: 'Timer (FFS)' }];
    const rows = [...lectureRows(), ...manyRows(60)].map((row, i) =>
      row.kind === 'message' ? { ...row, key: `n${i}`, started: timers(row.from) } : { ...row, key: `n${i}` },
    );
    await show(page, rows, { currentStep: 2 });
    const wrong = await page.evaluate(() => {
      const picture = (document.querySelector('.seqPicture') as Element).getBoundingClientRect();
      const boxes = [...document.querySelectorAll('.seqChunk text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        const row = text.closest('[data-row]')?.getAttribute('data-row');
        return box.width === 0 ? [] : [{ box, row, words: text.textContent }];
      });
      const over = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(({ row, box }) => {
            const across = Math.min(a.box.right, box.right) - Math.max(a.box.left, box.left);
            const down = Math.min(a.box.bottom, box.bottom) - Math.max(a.box.top, box.top);
            // A box has room for accents and tails of 2 px that these words do not use.
            return row !== a.row && across > 1 && down > 3;
          })
          .map((b) => `${a.row} ${a.words} / ${b.row} ${b.words}`),
      );
      const outside = boxes.filter(({ box }) => box.left < picture.left - 1 || box.right > picture.right + 1);
      return [...over, ...outside.map(({ row, words }) => `outside: ${row} ${words}`)];
    });
    expect(wrong).toEqual([]);
  });
}

test('the word of a short bracket is whole, also where the diagram is shorter than it', async ({ page }) => {
  await show(page, [message(1, { group: 'deregistration', label: 'BU' })]);
  const { word, body, bracket } = await page.evaluate(() => {
    const box = (selector: string) => (document.querySelector(selector) as Element).getBoundingClientRect().toJSON();
    return { word: box('.seqBracketWord > span'), body: box('.seqBody'), bracket: box('.seqBracket') };
  });
  expect(word.height).toBeGreaterThan(bracket.height);
  expect(word.top).toBeGreaterThanOrEqual(body.top);
  expect(word.bottom).toBeLessThanOrEqual(body.bottom);
});

test('zoom by buttons, keys and control with the wheel, from half to four times, heads in view', async ({ page }) => {
  await show(page, lectureRows(), { currentStep: 5 });
  const width = () => page.$eval('.seqPicture', (picture) => picture.getBoundingClientRect().width);
  const whole = await width();
  const times = async () => Math.round(((await width()) / whole) * 100) / 100;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect(await times()).toBe(1.25);
  await expect(page.locator('[data-current] .seqText').first()).toBeInViewport();
  await page.locator('[data-row="m5"]').focus();
  await page.keyboard.press('-');
  expect(await times()).toBe(1);
  for (let press = 0; press < 9; press++) await page.keyboard.press('+');
  expect(await times()).toBe(4);
  const gap = await page.evaluate(() => {
    const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
    return top('.seqHeads') - top('.seqScroller');
  });
  expect(Math.abs(gap)).toBeLessThan(1);
  await page.keyboard.press('0');
  expect(await times()).toBe(1);
  for (let press = 0; press < 4; press++) await page.getByRole('button', { name: 'Zoom out' }).click();
  expect(await times()).toBe(0.5);
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.mouse.move(200, 200);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect.poll(times).toBeCloseTo(1.35, 1);
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(1);
});

test('two fingers zoom what lies under them', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'Firefox makes no TouchEvent where no touch screen is');
  await show(page, lectureRows(), { currentStep: 5 });
  const width = () => page.$eval('.seqPicture', (picture) => picture.getBoundingClientRect().width);
  const before = await width();
  const kept = await page.evaluate(() => {
    const panel = document.querySelector('.seqScroller') as Element;
    const touch = (kind: string, ...xs: number[]) =>
      panel.dispatchEvent(
        new TouchEvent(kind, {
          cancelable: true,
          touches: xs.map((clientX, identifier) => new Touch({ identifier, target: panel, clientX, clientY: 200 })),
        }),
      );
    touch('touchstart', 300, 400);
    const notPrevented = touch('touchmove', 250, 450);
    touch('touchend');
    return notPrevented;
  });
  expect(kept).toBe(false);
  await expect.poll(async () => (await width()) / before).toBeCloseTo(2, 2);
});

test('the same stands in a table, row by row, for a screen reader', async ({ page }) => {
  const rows = lectureRows();
  await show(page, rows, { currentStep: 5 });
  const wanted = tableLines(LIFELINES, rows, [], 5);
  const table = page.getByRole('table', { name: 'Sequence of messages' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Step',
    'Number',
    'From',
    'To',
    'Message',
    'What happened',
  ]);
  await expect(table.locator('tbody tr')).toHaveCount(wanted.length);
  const told = await table.locator('tbody tr').evaluateAll((lines) =>
    lines.map((line) => ({
      cells: [...line.children].map((cell) => cell.textContent),
      current: line.getAttribute('aria-current'),
    })),
  );
  expect(told).toEqual(
    wanted.map(({ step, number, from, to, message: words, happened, current }) => ({
      cells: [`${step}`, number === undefined ? '' : `(${number})`, from, to, words, happened],
      current: current ? 'step' : null,
    })),
  );
  // What the table says is not read twice: of the picture only the messages, which are buttons.
  await expect(page.locator('[data-row]:not([role="button"]):not([aria-hidden="true"])')).toHaveCount(0);
});

test('the diagram is accessible', async ({ page }) => {
  await show(page, lectureRows(), { currentStep: 5 });
  const { violations } = await new AxeBuilder({ page }).include('#panel').analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target) }))).toEqual([]);
});
