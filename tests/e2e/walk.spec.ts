/** Whole walks, by keyboard, as a delegate would take them. */
import { expect, test } from '@playwright/test';
import { Walk } from './walk.ts';

test('the UE-initiated detach, by keyboard', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.isAt(0, 5);
  await expect(walk.ue).toContainText('Attached');
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  await expect(walk.ue).toContainText('Waiting for the BA');
  await expect(walk.clauses).toContainText('TR 24.801 8.4.3.2');
  await expect(walk.clauses).toContainText('shall');
  await expect(walk.diagram.getByRole('button', { name: /Binding Update, lifetime 0/ })).toHaveCount(1);
  await walk.press(' ');
  await walk.isAt(2, 5);
  await expect(walk.pdnGw).toContainText('Binding deleted');
  await walk.press('PageDown', 'ArrowRight', 'ArrowRight');
  await walk.isAt(5, 5);
  await expect(walk.ue).toContainText('Detached');
  await expect(walk.pdnGw).toContainText('Everything released');
  const rows = walk.diagram.locator('[data-row][role="button"]:not([data-future])');
  await expect(rows).toHaveCount(4);
  const names = await walk.messages();
  for (const [at, wanted] of [/Binding Update/, /Binding Acknowledgement/, /DELETE/, /response/].entries()) {
    expect(names[at]).toMatch(wanted);
  }
  await expect(walk.status).toContainText('Step 5 of 5');
  await walk.isAccessible();
  await walk.press('Home');
  await walk.isAt(0, 5);
  await walk.press('End');
  await walk.isAt(5, 5);
  await walk.press('ArrowLeft');
  await walk.isAt(4, 5);
});

test('the PDN GW-initiated detach, with BRI picked on the notification', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=network-initiated');
  await walk.press('ArrowRight');
  const notification = walk.diagram.locator('[data-row][role="button"]:not([data-future])').first();
  await expect(notification).toHaveAttribute('aria-label', /notification/i);
  await expect(notification).toHaveAttribute('data-dashed', '');
  // Enter selects the message, Enter again opens its fields, where the candidates are.
  await notification.focus();
  await walk.press('Enter', 'Enter');
  const dialog = walk.page.getByRole('dialog');
  await expect(dialog).toContainText('further study');
  await walk.isAccessible();
  await dialog
    .getByRole('button', { name: /Take this reading.*BRI with BRA/ })
    .first()
    .focus();
  await walk.press('Enter');
  await walk.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(walk.page.getByRole('alert').filter({ hasText: 'this reading goes another way' })).toBeVisible();
  const rows = walk.diagram.locator('[data-row][role="button"]:not([data-future])');
  await expect(rows.first()).toHaveAttribute('aria-label', /Binding Revocation Indication/);
  await walk.press('End');
  await expect(walk.ue).toContainText('Detached');
  await expect(walk.pdnGw).toContainText('Everything released');
  expect((await walk.messages()).join()).toMatch(/Binding Revocation Acknowledgement/);
  await walk.isAccessible();
});

test('an exception in one panel leaves the others alive', async ({ page }) => {
  await page.addInitScript(() => {
    window.ResizeObserver = class {
      constructor() {
        throw new Error('planted');
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  });
  const walk = await Walk.open(page);
  await expect(walk.diagram).toContainText('planted');
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  await expect(walk.ue).toContainText('Waiting for the BA');
});

test('a lost BA is answered 133 the second time, and the UE takes it as done', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight', 'ArrowRight');
  await walk.isAt(2, 5);
  await walk.press('l');
  await expect(walk.timeline).toContainText('step 3 of 3');
  await walk.press('t');
  await walk.isAt(4, 4);
  await walk.press('ArrowRight');
  await expect(walk.diagram.getByRole('button', { name: /status 133/ })).toHaveCount(1);
  await walk.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(walk.ue).toContainText('Detached');
  await expect(walk.diagram.getByRole('button', { name: /lost/ })).toHaveCount(1);
  // The line that was left is kept.
  await walk.choose('Branch', 'main');
  await walk.isAt(2, 5);
  await walk.isAccessible();
});

test('notification and BU cross', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=h-07');
  await walk.press('End');
  await expect(walk.ue).toContainText('Detached');
  await expect(walk.pdnGw).toContainText('Everything released');
  await walk.isAccessible();
});

test('the other order: DELETE first leaves the binding behind', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.next.getByRole('button', { name: /text silent/ }).focus();
  await walk.press('Enter');
  await walk.isAccessible();
  const third = walk.page.getByRole('list', { name: 'All events possible now' }).getByRole('listitem').nth(2);
  await expect(third).toContainText('Send DELETE, and a Binding Update');
  await walk.press('3');
  await walk.isAt(1, 1);
  await walk.press('ArrowRight', 'ArrowRight');
  await expect(walk.diagram.getByRole('button', { name: /discarded/ })).not.toHaveCount(0);
  await expect(walk.pdnGw).toContainText('Binding left without SAs');
  await walk.isAccessible();
});

test('a change of reading in mid-run keeps what fits and says where it parted', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=network-initiated&step=2');
  const reading = walk.choice('Reading');
  await walk.choose('Reading', /Before this contribution/);
  await expect(reading).toHaveText(/Before this contribution/);
  await expect(walk.page.getByRole('alert').filter({ hasText: 'goes as far as step' })).toContainText(
    'The operator orders',
  );
  await walk.isAt(0, 0);
  await walk.isAccessible();
  await walk.choose('Reading', /As tabled/);
  await walk.isAt(0, 7);
  await walk.choose('Scenario', /^The UE detaches$/);
  await expect(walk.choice('Scenario')).toHaveText('The UE detaches');
  await walk.next.getByRole('button', { name: 'Step' }).focus();
  await walk.press('ArrowRight', 'ArrowRight');
  for (const words of [/Before this contribution/, /The words alone/, /RFC practice/]) {
    await walk.choose('Reading', words);
    await expect(reading).toHaveText(words);
  }
  await walk.isAt(2, 5);
  await walk.isAccessible();
});

test('bad input gets one clear sentence, and the app stays usable', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=no-such-thing');
  await expect(walk.page.getByRole('alert').filter({ hasText: 'no-such-thing' })).toBeVisible();
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  for (const [fragment, words] of [
    ['preset=none-such', 'none-such'],
    ['set=order:sideways', 'sideways'],
    ['set=colour:red', 'colour'],
    ['scenario=ue-initiated&events=detach%20buThenDelete%0Adeliver%20bindingAck:0', 'deliver bindingAck:0'],
    ['scenario=ue-initiated&step=99', '99'],
    ['%E0%A4%A=1', 'means nothing'],
  ] as const) {
    await walk.page.evaluate((hash) => {
      window.location.hash = hash;
    }, fragment);
    await expect(walk.page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await walk.press('Home', 'ArrowRight');
    await expect(walk.timeline).toContainText('step 1 of');
  }
});

test('stored settings of another version are left out, and it is said', async ({ page }) => {
  await Walk.keepSettings(page, '{"theme":"sepia","keys":true}');
  const walk = await Walk.open(page);
  await expect(walk.page.getByRole('alert').filter({ hasText: 'theme' })).toBeVisible();
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
});

test('keys can be turned off', async ({ page }) => {
  await Walk.keepSettings(page, '{"keys":false}');
  const walk = await Walk.open(page);
  await walk.press('ArrowRight', 'l');
  await walk.isAt(0, 5);
  await walk.next.getByRole('button', { name: 'Step' }).click();
  await walk.isAt(1, 5);
});

test('at 1280 x 680 nothing scrolls but the diagram', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 680 });
  const walk = await Walk.open(page);
  await walk.press('End');
  await expect(walk.ue).toContainText('Detached');
  const overflowing = await page.evaluate(() => {
    const isScrolled = (element: Element) =>
      element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    return [...document.querySelectorAll('body, .page > [data-area], section')]
      .filter((element) => !element.closest('.diagramPanel') && element.clientHeight > 8 && isScrolled(element))
      .map((element) => element.getAttribute('aria-label') ?? element.className);
  });
  expect(overflowing).toEqual([]);
});

test('all landmark regions are there', async ({ page }) => {
  const walk = await Walk.open(page);
  for (const name of [
    'Sequence diagram',
    'UE',
    'PDN GW',
    'Security associations',
    'Next events',
    'Message',
    'Clauses',
    'Timeline',
  ]) {
    await expect(walk.page.getByRole('region', { name, exact: true })).toHaveCount(1);
  }
  for (const name of ['Step', 'Back', 'Play', 'Start', 'End', 'Lose', 'Duplicate']) {
    await expect(walk.page.getByRole('button', { name, exact: true })).toHaveCount(1);
  }
});

test('the eight tables are in their drawers', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.page.getByRole('button', { name: /UE tables/ }).click();
  for (const name of ['Binding Update List', 'UE IKE SA', 'UE SAD', 'UE SPD']) {
    await expect(walk.page.getByRole('table', { name })).toBeVisible();
  }
  await walk.press('Escape');
  await walk.page.getByRole('button', { name: /PDN GW tables/ }).click();
  for (const name of ['Binding Cache', 'PDN GW IKE SA', 'PDN GW SAD', 'PDN GW SPD']) {
    await expect(walk.page.getByRole('table', { name })).toBeVisible();
  }
  await expect(walk.page.getByRole('table', { name: 'Binding Cache' })).toContainText('2001:db8:a:1::10');
  await walk.isAccessible();
});

test('the focus stays where it was, whatever the act did', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (const name of ['Lose', 'Timer', 'Start', 'Back', 'End']) {
    await page.getByRole('button', { name, exact: true }).focus();
    await walk.press('Enter');
    expect(await focused()).toContain(name);
  }
  // Esc closes the list of events, and the focus goes back to what opened it.
  await walk.next.getByRole('button', { name: /All events|text silent/ }).focus();
  await walk.press('Home', 'Enter');
  await expect(page.getByRole('list', { name: 'All events possible now' })).toBeVisible();
  await walk.press('Escape');
  await expect(page.getByRole('list', { name: 'All events possible now' })).toHaveCount(0);
  await expect.poll(focused).toMatch(/All events|text silent/);
});
