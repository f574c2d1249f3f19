/** The main jobs in WebKit, as Safari on a delegate's laptop or telephone would do them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findWebKit } from './findWebKit.ts';
import { type OpenWebKit, openWebKit } from './openWebKit.ts';
import { WebKitPage } from './webkitPage.ts';

const found = findWebKit();
if (!found.ok) console.log(`WebKit was not run; not installed: ${found.missing.join(', ')}.`);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!found.ok)('in WebKit', () => {
  let webkit: OpenWebKit;
  let page: WebKitPage;
  beforeAll(async () => {
    if (!found.ok) return;
    webkit = await openWebKit(found.paths);
    page = new WebKitPage(webkit.driver, webkit.address);
    await resize(1280, 680);
  });
  afterAll(() => webkit?.close());
  afterEach(async () => {
    expect(await page.complaints()).toEqual([]);
    expect(await page.all('alert', /failed/)).toEqual([]);
  });

  /** Gives the page itself this size; a window may be no narrower than its own bar allows. */
  async function resize(width: number, height: number): Promise<void> {
    const size = (): Promise<[number, number]> => webkit.driver.executeScript('return [innerWidth, innerHeight]');
    const window = webkit.driver.manage().window();
    await window.setRect({ x: 0, y: 0, width, height });
    const [, inner] = await page.until('the window', async () => {
      const now = await size();
      return Math.abs(now[0] - width) < 80 && now;
    });
    await window.setRect({ x: 0, y: 0, width, height: height + (height - inner) });
    await page.until('the height', async () => (await size())[1] === height);
  }

  async function isAccessible(): Promise<void> {
    await webkit.driver.executeScript(axeSource);
    const violations = await webkit.driver.executeAsyncScript<string[]>(
      // It runs in the page, where the line above has put axe.
      `const done = arguments[0];
       axe.run().then(({ violations }) =>
         done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))),
         (error) => done([String(error)]));`,
    );
    expect(violations).toEqual([]);
  }

  /** The messages up to the step in view, by name, in the diagram's order. */
  const messages = (): Promise<string[]> =>
    webkit.driver.executeScript(() =>
      [...document.querySelectorAll('[data-row][role="button"]:not([data-future])')].map(
        (row) => row.getAttribute('aria-label') ?? '',
      ),
    );

  test('the UE-initiated detach, by keyboard to its end and back', async () => {
    await page.open();
    await page.isAt(0, 5);
    await page.says('UE', 'Attached');
    await page.press('ArrowRight');
    await page.isAt(1, 5);
    await page.says('UE', 'Waiting for the BA');
    await page.says('Clauses', 'TR 24.801 8.4.3.2');
    await page.press(' ', 'PageDown', 'ArrowRight', 'ArrowRight');
    await page.isAt(5, 5);
    await page.says('UE', 'Detached');
    await page.says('PDN GW', 'Everything released');
    const wanted = [/Binding Update/, /Binding Acknowledgement/, /DELETE/, /response/];
    const names = await page.until('four messages', async () => {
      const now = await messages();
      return now.length === wanted.length && now;
    });
    for (const [at, pattern] of wanted.entries()) expect(names[at]).toMatch(pattern);
    await isAccessible();
    await page.press('ArrowLeft');
    await page.isAt(4, 5);
    await page.press('Home');
    await page.isAt(0, 5);
    await page.press('End');
    await page.isAt(5, 5);
    await page.click('button', 'Back');
    await page.isAt(4, 5);
  });

  test('the PDN GW-initiated detach, to its end', async () => {
    await page.open('scenario=network-initiated');
    await page.press('ArrowRight');
    await page.isAt(1, 7);
    await page.find('button', /notification/i);
    for (let step = 2; step <= 7; step++) {
      await page.press('ArrowRight');
      await page.isAt(step, 7);
    }
    await page.says('UE', 'Detached');
    await page.says('PDN GW', 'Everything released');
  });

  test('a lost BA is answered 133 the second time', async () => {
    await page.open();
    await page.press('ArrowRight', 'ArrowRight');
    await page.isAt(2, 5);
    await page.click('button', 'Lose');
    await page.isAt(3, 3);
    await page.press('t');
    await page.isAt(4, 4);
    await page.press('ArrowRight');
    await page.find('button', /status 133/);
    await page.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.says('UE', 'Detached');
    await page.find('button', /lost/);
  });

  test('a scenario and a reading are chosen from their lists', async () => {
    await page.open();
    await page.focus('combobox', 'Scenario');
    await page.press('Enter');
    await page.find('option', /^H-03/);
    // By the letters that the entry begins with, as in any list.
    await page.press('H', '-', '0', '3', 'Enter');
    await page.isGone('option');
    expect(await page.focused()).toContain('H-03');
    await page.focus('button', 'Start');
    await page.says('UE', 'Attached');
    await page.press('End');
    await page.find('button', /status 133/);
    const first = await page.textOf(await page.find('combobox', 'Reading'));
    await page.focus('combobox', 'Reading');
    await page.press('Enter');
    await page.find('option', /./);
    // The list opens at the entry that is chosen, and goes there once more when it has its place: a key before that is lost.
    await page.until('another entry in focus', async () => {
      await page.press('End');
      return !(await page.focused()).includes(first);
    });
    await page.press('Enter');
    await page.isGone('option');
    const last = await page.textOf(await page.find('combobox', 'Reading'));
    await page.focus('combobox', 'Reading');
    await page.press('Enter');
    await page.find('option', /./);
    await page.until('another entry in focus', async () => {
      await page.press('Home');
      return !(await page.focused()).includes(last);
    });
    await page.press('Enter');
    await page.isGone('option');
    expect(await page.textOf(await page.find('combobox', 'Reading'))).not.toBe(last);
    await isAccessible();
  });

  test('a scenario is chosen from its list by mouse', async () => {
    await page.open();
    await page.click('combobox', 'Scenario');
    await page.click('option', /^H-03/);
    await page.isGone('option');
    expect(await page.textOf(await page.find('combobox', 'Scenario'))).toContain('H-03');
  });

  test('the timeline is moved by its slider', async () => {
    await page.open('scenario=h-03');
    await page.press('End');
    const slider = await page.until('a slider', async () =>
      webkit.driver.executeScript<HTMLElement | false>(
        () => document.querySelector<HTMLElement>('input[type="range"], [role="slider"]') ?? false,
      ),
    );
    await webkit.driver.executeScript((thumb: HTMLElement) => thumb.focus(), slider);
    await page.press('Home', 'ArrowRight');
    await page.says('Timeline', 'step 1 of');
  });

  test.each([
    ['Clauses', 'Clauses'],
    ['UE tables', 'Tables of the UE'],
    ['PDN GW tables', 'Tables of the PDN GW'],
    ['SA tables', 'Security associations'],
    ['UE state diagram', 'State diagram of the UE'],
    ['PDN GW state diagram', 'State diagram of the PDN GW'],
    ['Details', 'Reading in detail'],
    [/not possible: why/, 'Not possible now, and why'],
    ['Help', 'Help'],
  ])('the drawer behind "%s" opens, is accessible, and Esc gives the focus back', async (button, title) => {
    await page.open('step=1');
    await page.focus('button', button);
    const before = await page.focused();
    await page.press('Enter');
    await page.find('dialog', title);
    await page.isGone('dialog', /One moment/);
    if (title.startsWith('State')) {
      const drawn = () =>
        webkit.driver.executeScript<number>(() => document.querySelectorAll('[role="dialog"] svg .node').length);
      await page.until('the nodes of the state diagram', async () => (await drawn()) > 2);
    }
    await isAccessible();
    await page.press('Escape');
    await page.isGone('dialog');
    expect(await page.focused()).toBe(before);
    await page.isAt(1, 5);
  });

  test('the fields of a message open by Enter, and the focus goes back to the message', async () => {
    await page.open('step=1');
    await page.focus('button', /Binding Update, lifetime 0/);
    await page.press('Enter', 'Enter');
    await page.find('dialog', 'Message');
    await page.press('Escape');
    await page.isGone('dialog');
    expect(await page.focused()).toMatch(/Binding Update, lifetime 0/);
  });

  test('the focus stays where it was, whatever the act did', async () => {
    await page.open('step=1');
    for (const name of ['Lose', 'Timer', 'Start', 'Back', 'End']) {
      await page.focus('button', name);
      await page.press('Enter');
      expect(await page.focused()).toContain(name);
    }
  });

  test('on a telephone nothing is wider than the page', async () => {
    await resize(390, 800);
    try {
      await page.open();
      await page.press('End');
      await page.isAt(5, 5);
      const wider = await webkit.driver.executeScript<number>(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
      await page.click('button', 'Back');
      await page.isAt(4, 5);
      await isAccessible();
    } finally {
      await resize(1280, 680);
    }
  });

  test("nothing is fetched from another's server", async () => {
    await page.open();
    const refused = await webkit.driver.executeAsyncScript<string>(
      `const done = arguments[0];
       document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
       fetch('http://other.invalid/').then(() => done('answered'), () => setTimeout(done, 2000, 'unreachable'));`,
    );
    expect(refused).toBe('connect-src');
    // The refusal is told on the console too.
    await page.forgetComplaints();
  });

  test('a bad address gets one clear sentence, and the page stays usable', async () => {
    await page.open('scenario=no-such-thing');
    await page.find('alert', /no-such-thing/);
    await page.press('ArrowRight');
    await page.isAt(1, 5);
  });
});
