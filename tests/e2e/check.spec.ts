/** Whole jobs with the checker: a question and its run, a repair, one's own property, the states, two readings and all of them. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { fillIn } from './fillIn.ts';
import { Walk } from './walk.ts';

const staleBinding = 'At rest a detached UE has left no binding at the PDN GW';

const result = (page: Page) => page.getByRole('status', { name: 'Result of the check' });
const strip = (page: Page) => page.getByRole('region', { name: 'Claims at this step' });
const drawer = (page: Page) => page.getByRole('dialog');

/** The first of some boxes of the graph whose middle is in view, which one it is, and where that middle is. */
async function middleInView(page: Page, boxes: Locator) {
  const frame = await page.locator('.graphFrame').boundingBox();
  const body = await page.locator('.drawerBody').boundingBox();
  if (frame === null || body === null) throw new Error('there is no graph');
  const bottom = Math.min(frame.y + frame.height, body.y + body.height);
  for (const each of await boxes.all()) {
    const box = await each.boundingBox();
    if (box === null) continue;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x <= frame.x || x >= frame.x + frame.width || y <= frame.y || y >= bottom) continue;
    return { x, y, state: (await each.getAttribute('data-state')) ?? '' };
  }
  throw new Error('no box is in view');
}

/** Opens the page, and waits until the reading in use is checked. */
async function openChecked(page: Page, fragment = ''): Promise<Walk> {
  const walk = await Walk.open(page, fragment);
  await expect(result(page)).toHaveText(/question|fail/, { timeout: 15_000 });
  return walk;
}

test('the result of the check is there without asking, with its bound, and follows the reading', async ({ page }) => {
  const walk = await openChecked(page);
  await expect(result(page)).toHaveText('7 questions with at most 1 loss');
  await walk.choose('Reading', /RFC practice/);
  await expect(result(page)).toHaveText('no question with at most 1 loss');
  await walk.choose('Reading', /The words alone/);
  await expect(result(page)).toHaveText(/fail for teaching/);
  await walk.choose('Reading', /As tabled/);
  await expect(result(page)).toHaveText('7 questions with at most 1 loss');
});

test('by mouse: the stale binding, its run, step by step to where the claim is broken, and back', async ({ page }) => {
  const walk = await openChecked(page, 'step=2');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(drawer(page)).toContainText('All 548 states seen, with at most 1 loss and no duplication.');
  await walk.isAccessible();
  const question = drawer(page).getByRole('listitem').filter({ hasText: staleBinding }).first();
  await expect(question).toContainText('Fails');
  await question.getByRole('button', { name: /^Show the run/ }).click();
  await expect(drawer(page)).toHaveCount(0);
  await walk.isAt(0, 6);
  await expect(strip(page)).toContainText(`Shown: a run in which this fails: ${staleBinding}`);
  const step = walk.next.getByRole('button', { name: 'Step', exact: true });
  for (let at = 1; at < 6; at++) {
    await step.click();
    await walk.isAt(at, 6);
    await expect(strip(page)).not.toContainText(`Broken here ${staleBinding}`);
  }
  await step.click();
  await walk.isAt(6, 6);
  await expect(strip(page)).toContainText('Broken here');
  await expect(strip(page)).toContainText(staleBinding);
  await expect(walk.pdnGw).toContainText('Binding left without SAs');
  await walk.isAccessible();
  await expect(walk.choice('Scenario')).toHaveText('Run found by Check');
  await strip(page)
    .getByRole('button', { name: /more$|^All claims$/ })
    .click();
  await expect(drawer(page).getByRole('tab', { name: 'All claims' })).toHaveAttribute('aria-selected', 'true');
  await expect(drawer(page).getByRole('row').nth(1)).toContainText('broken at this step');
  await walk.press('Escape');
  await strip(page).getByRole('button', { name: 'Back to my run' }).focus();
  await walk.press('Enter');
  await walk.isAt(2, 5);
  await expect(step).toBeFocused();
  await expect(walk.choice('Scenario')).toHaveText('The UE detaches');
  await expect(strip(page)).toHaveCount(0);
  await expect(walk.choice('Branch')).toHaveCount(0);
});

test('by keyboard: C opens the check, the run is shown, the repair is taken', async ({ page }) => {
  const walk = await openChecked(page);
  await walk.press('c');
  await expect(drawer(page).getByRole('tab', { name: 'Questions' })).toBeVisible();
  const question = drawer(page).getByRole('listitem').filter({ hasText: staleBinding }).first();
  const repair = question.getByRole('button', { name: /^Smallest change that repairs it/ });
  await repair.focus();
  await walk.press('Enter');
  const take = question.getByRole('button', { name: 'Take this reading' });
  await expect(take).toBeVisible({ timeout: 60_000 });
  await expect(question).toContainText(
    'Order of BU and DELETE: BU, then DELETE once the BA is there (now: open: the text gives none)',
  );
  await walk.isAccessible();
  await take.focus();
  await walk.press('Enter');
  await expect(walk.choice('Reading')).toHaveText('Own reading');
  await expect(drawer(page).getByRole('listitem').filter({ hasText: staleBinding })).toHaveCount(0);
  await expect(page.getByRole('alert').getByRole('button', { name: 'Undo' })).toBeVisible();
  await walk.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(result(page)).toHaveText(/question/);
  await walk.press('c');
  const show = drawer(page)
    .getByRole('button', { name: /^Show the run/ })
    .first();
  if ((await show.count()) > 0) {
    await show.focus();
    await walk.press('Enter');
    await expect(strip(page)).toContainText('Shown:');
    await expect(walk.next.getByRole('button', { name: 'Step', exact: true })).toBeFocused();
    await walk.press('End');
    await expect(strip(page)).toContainText('Broken');
  }
});

test('all claims: over all runs with their bound, and at the step in view', async ({ page }) => {
  const walk = await openChecked(page, 'scenario=h-01');
  await walk.press('End', 'c');
  await drawer(page).getByRole('tab', { name: 'All claims' }).click();
  const row = drawer(page).getByRole('row').filter({ hasText: staleBinding });
  await expect(row).toContainText('Fails at the earliest after 6 steps');
  await expect(row).toContainText('broken at this step');
  await expect(row).toContainText("the PDN GW's binding is there");
  const holding = drawer(page).getByRole('row').filter({ hasText: 'The access connectivity of the UE stays' });
  await expect(holding).toContainText('Holds with at most 1 loss and no duplication');
  await expect(holding).toContainText('kept at this step');
  await walk.isAccessible();
});

test('one’s own property: taken from a file, refused with one sentence, checked, and taken away', async ({ page }) => {
  const walk = await openChecked(page, 'preset=rfc-practice');
  await walk.press('c');
  await drawer(page).getByRole('tab', { name: 'All claims' }).click();
  const own = drawer(page).getByRole('region', { name: 'Your own properties' });
  await fillIn(own.getByRole('textbox'), 'always MY1: nonsense');
  await own.getByRole('button', { name: 'Check these' }).click();
  await expect(own.getByRole('status')).toContainText(/^These properties cannot be read: .*nonsense.*\.$/);
  await expect(result(page)).toHaveText('no question with at most 1 loss');
  const buffer = Buffer.from('always MY1 "the UE stays attached": ue.phase = attached');
  await own.getByLabel('From a file').setInputFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer });
  await expect(result(page)).toHaveText('no question, 1 of your own with at most 1 loss');
  await expect(own.getByRole('list', { name: 'What was found of them' })).toContainText(
    'Fails the UE stays attached, with at most 1 loss',
  );
  const row = drawer(page).getByRole('row').filter({ hasText: 'the UE stays attached' });
  await expect(row).toContainText('your own');
  await walk.isAccessible();
  await row.getByRole('button', { name: /^Show the run/ }).click();
  await walk.isAt(0, 1);
  await walk.press('c');
  await own.getByRole('button', { name: 'Take them away' }).click();
  await expect(result(page)).toHaveText('no question with at most 1 loss');
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect(result(page)).toHaveText('no question, 1 of your own with at most 1 loss');
  await own.getByRole('button', { name: 'Redo' }).click();
  await expect(result(page)).toHaveText('no question with at most 1 loss');
});

test('the findings are taken away as Markdown and as JSON', async ({ page }) => {
  const walk = await openChecked(page);
  await walk.press('c');
  const download = page.waitForEvent('download');
  await drawer(page).getByRole('button', { name: 'Export Markdown' }).click();
  expect((await download).suggestedFilename()).toBe('findings-as-tabled.md');
  const json = page.waitForEvent('download');
  await drawer(page).getByRole('button', { name: 'Export JSON' }).click();
  expect((await json).suggestedFilename()).toBe('findings-as-tabled.json');
});

test('what a sentence is worth, with the run that shows it', async ({ page }) => {
  const walk = await openChecked(page, 'preset=rfc-practice');
  await walk.press('c');
  await drawer(page).getByRole('tab', { name: 'Sentences' }).click();
  const table = drawer(page).getByRole('table', { name: 'What each sentence is worth' });
  await expect(table).toBeVisible({ timeout: 30_000 });
  await walk.isAccessible();
  await table
    .getByRole('button', { name: /^Show the run/ })
    .first()
    .click();
  await expect(strip(page)).toContainText('Switched off:');
  await expect(result(page)).toHaveText(/^a sentence is off with it: /);
  await walk.press('End');
  await expect(strip(page)).toContainText('Broken');
  await walk.isAccessible();
});

test('the states: drawn, a press goes there by mouse and by keyboard, and the run before is kept', async ({ page }) => {
  const walk = await openChecked(page, 'preset=rfc-practice&step=1');
  await walk.press('c');
  await drawer(page).getByRole('tab', { name: 'State space' }).click();
  const here = drawer(page).locator('.stateBox[aria-current="location"]');
  await expect(here).toContainText('you are here');
  await expect(here).toContainText('UE: Waiting for the BA');
  await walk.isAccessible();
  await here.focus();
  await walk.press('ArrowRight');
  const next = page.locator('.stateBox:focus');
  await expect(next).not.toHaveAttribute('aria-current', 'location');
  const words = await next.textContent();
  await walk.press('Enter');
  await expect(here).toContainText('you are here');
  expect(words).not.toContain('you are here');
  await walk.isAt(2, 2);
  // By mouse, at the place of the box on the screen: whatever lies over it would take the press.
  const others = drawer(page).locator('.stateBox:not([aria-current])');
  const { x, y, state } = await middleInView(page, others);
  await page.mouse.click(x, y);
  await expect(here).toHaveAttribute('data-state', state);
  await drawer(page).getByRole('button', { name: 'Whole' }).click();
  await drawer(page).getByText('All states, as a list').click();
  await drawer(page)
    .getByRole('button', { name: /^Go there.*state 1$/ })
    .click();
  await walk.isAt(0, 0);
  await walk.press('Escape');
  await expect(strip(page)).toContainText('Shown:');
  await walk.press('m');
  await walk.isAt(1, 5);
});

test('too many states to be drawn stand by phases, each row with a way there', async ({ page }) => {
  const walk = await openChecked(page);
  await walk.press('c');
  await drawer(page).getByRole('tab', { name: 'State space' }).click();
  const table = drawer(page).getByRole('table', { name: 'States by phases' });
  await expect(table.getByRole('row').filter({ hasText: 'You are here' })).toContainText('UE: Attached');
  await walk.isAccessible();
  await table
    .getByRole('button', { name: /^To a failing one/ })
    .first()
    .click();
  await walk.press('Escape');
  await expect(strip(page)).toContainText('Broken');
});

test('a large search: goes on when it is asked to, says how far it is, is cancelled, and keeps what it found', async ({
  page,
}) => {
  const set = 'pdnConnections:2,secondPdn:detaching,loss:2,duplication:1,ordering:unordered';
  const walk = await openChecked(page, `set=${set}`);
  await expect(result(page)).toHaveText(/so far not finished: [\d,]+ states/);
  await walk.press('c');
  await expect(drawer(page)).toContainText(/Not finished: [\d,]+ states seen, after the first moment\./);
  await drawer(page).getByRole('button', { name: 'Check all' }).click();
  await expect(drawer(page)).toContainText(/[\d,]+ states, [\d,]+ transitions, depth \d+, .* a second/);
  // The page goes on meanwhile.
  await page.getByRole('button', { name: 'Play', exact: true }).focus();
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  await drawer(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(drawer(page)).toContainText(/Not finished: [\d,]+ states seen, as you have stopped it\./, {
    timeout: 15_000,
  });
  await expect(drawer(page)).toContainText('What does not fail so far is not known to hold.');
  await expect(drawer(page).getByText('Fails').first()).toBeVisible();
  await walk.isAccessible();
});

test('As tabled against TS 24.303: claims, the run on both, states and events', async ({ page }) => {
  const walk = await openChecked(page, 'scenario=network-initiated');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(walk.choice('One reading')).toHaveText('As tabled');
  await expect(walk.choice('The other reading')).toHaveText('TS 24.303');
  const claims = drawer(page).getByRole('table', { name: 'Claims on which the readings differ' });
  await expect(claims.getByRole('row').filter({ hasText: staleBinding })).toContainText(/Fails after 6 steps.*Holds/);
  await walk.isAccessible();
  await drawer(page).getByRole('tab', { name: 'The run on both' }).click();
  await expect(drawer(page).getByRole('heading', { name: /The run in view on both: first difference/ })).toBeVisible();
  await expect(drawer(page).getByText('First difference', { exact: true })).toBeInViewport();
  await walk.isAccessible();
  await drawer(page).getByRole('tab', { name: 'States and events' }).click();
  await expect(drawer(page)).toContainText('Possible in TS 24.303 alone');
  await expect(drawer(page)).toContainText('the PDN GW sends a BRI orderDetach');
  await walk.isAccessible();
  await walk.choose('Scenario', /^The UE detaches/);
  await expect(drawer(page).getByRole('tab', { name: 'States and events' })).toHaveAttribute('aria-selected', 'true');
  await walk.choose('The other reading', 'With proposed changes');
  await expect(drawer(page)).toContainText('Possible in With proposed changes alone');
  await drawer(page).getByRole('tab', { name: 'Claims' }).click();
  const row = claims.getByRole('row').filter({ hasText: staleBinding });
  await row.getByRole('button', { name: /^Show the run/ }).click();
  await walk.isAt(0, 6);
});

test('all readings in one picture: by keyboard to a cell, which opens its reading with the run', async ({ page }) => {
  // A tool that judges each of some 1,400 cells takes its time.
  test.slow();
  const walk = await openChecked(page);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await drawer(page).getByRole('tab', { name: 'All readings' }).click();
  const matrix = drawer(page).getByRole('table', { name: /Claims by readings: 84 readings/ });
  await expect(matrix).toBeVisible({ timeout: 60_000 });
  await walk.isAccessible();
  const cell = matrix.locator('button[aria-label^="TS 24.303, at most 1 loss"][data-kind="question"]').first();
  await cell.focus();
  await expect(drawer(page).locator('.matrixShown')).toContainText('TS 24.303, at most 1 loss');
  await walk.press('Enter');
  await expect(walk.choice('Reading')).toHaveText('TS 24.303');
  await expect(strip(page)).toContainText('Shown:');
  await walk.press('End');
  await expect(strip(page)).toContainText('Broken');
});

test('the signs of the check fit at both sizes', async ({ page }) => {
  const walk = await openChecked(page, 'scenario=h-01');
  await walk.press('End');
  await expect(strip(page)).toContainText('Broken');
  for (const [width, height] of [
    [1280, 680],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const name of ['Check', 'Compare', 'Help']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.checkSign p > *')].filter((each) => each.scrollWidth > each.clientWidth).length,
    );
    expect(cut).toBe(0);
    await walk.isAccessible();
    await walk.press('c');
    await expect(drawer(page)).toContainText('questions');
    await walk.isAccessible();
    await walk.press('c');
    await expect(drawer(page)).toHaveCount(0);
  }
});
