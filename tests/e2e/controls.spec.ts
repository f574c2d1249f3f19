/** The controls: lists, popovers and hints by keyboard, by pointer and by finger. */
import { expect, type Page, test } from '@playwright/test';
import { Walk } from './walk.ts';

const listOf = (page: Page) => page.getByRole('list', { name: 'All events possible now' });

test('a scenario is found by typing, by keyboard alone', async ({ page }) => {
  const walk = await Walk.open(page);
  const scenario = walk.choice('Scenario');
  await scenario.focus();
  await walk.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('group')).toHaveCount(3);
  await page.keyboard.type('H-03');
  await expect(page.getByRole('option', { name: /H-03/ })).toBeFocused();
  await walk.isAccessible();
  await walk.press('Enter');
  await expect(scenario).toHaveText(/H-03: The BA is lost/);
  await expect(scenario).toBeFocused();
  // Where the control has no use for a key, the key steps.
  await walk.press('ArrowRight');
  await expect(walk.timeline).toContainText('step 1 of');
});

test('arrows move in the list, and Esc leaves all as it was', async ({ page }) => {
  const walk = await Walk.open(page);
  const reading = walk.choice('Reading');
  const before = (await reading.textContent()) ?? '';
  await reading.focus();
  await walk.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toBeFocused();
  await walk.press('ArrowDown');
  await expect(page.getByRole('option', { name: /Before this contribution/ })).toBeFocused();
  await walk.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(reading).toBeFocused();
  await expect(reading).toHaveText(before);
});

test('single keys do nothing to the run while a list is open', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  await walk.choice('Scenario').focus();
  await walk.press('Enter');
  await expect(page.getByRole('option', { selected: true })).toBeFocused();
  await walk.press('1', '2', '9', 'l', 'd', 't', 'p', 'ArrowRight', 'ArrowLeft', 'PageDown', 'Home', 'End', '?');
  await walk.isAt(1, 5);
  await walk.press('Escape');
  await walk.isAt(1, 5);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a list in a drawer: Esc closes the list alone', async ({ page }) => {
  const walk = await Walk.open(page);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  const theme = walk.choice('Theme');
  await theme.focus();
  await walk.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await walk.isAccessible();
  await walk.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await expect(theme).toBeFocused();
  await walk.choose('Theme', 'high contrast');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await page.getByRole('switch', { name: 'Single keys' }).focus();
  await walk.press(' ');
  await expect(page.getByRole('switch', { name: 'Single keys' })).not.toBeChecked();
  await walk.press('ArrowRight');
  await walk.isAt(0, 5);
  await walk.isAccessible();
  await walk.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Help', exact: true })).toBeFocused();
});

test('the list of events: arrows, numbers, Esc, and where the focus goes', async ({ page }) => {
  const walk = await Walk.open(page);
  const toggle = walk.next.getByRole('button', { name: /All events|text silent/ });
  await toggle.focus();
  await walk.press('Enter');
  await expect(listOf(page).getByRole('button').first()).toBeFocused();
  await walk.press('ArrowDown', 'ArrowDown', 'ArrowUp');
  await expect(listOf(page).getByRole('button').nth(1)).toBeFocused();
  // Of the single keys only the numbers are in force here.
  await walk.press('ArrowRight', 'PageDown', 'l', 'p', 'End');
  await walk.isAt(0, 5);
  await walk.isAccessible();
  await walk.press('Escape');
  await expect(listOf(page)).toHaveCount(0);
  await expect(toggle).toBeFocused();
  await toggle.click();
  await expect(listOf(page)).toBeVisible();
  await toggle.click();
  await expect(listOf(page)).toHaveCount(0);
  await toggle.click();
  await walk.press('2');
  await expect(listOf(page)).toHaveCount(0);
  await expect(walk.timeline).toContainText('step 1 of');
  await expect(walk.next.getByRole('button', { name: 'Step' })).toBeFocused();
});

test('a key is a hint of its button: on hover, on focus, not while keys are off', async ({ page }) => {
  const walk = await Walk.open(page);
  const lose = page.getByRole('button', { name: 'Lose', exact: true });
  await expect(lose).toHaveAccessibleDescription('Key L');
  await lose.hover();
  const hint = page.getByRole('tooltip');
  await expect(hint).toHaveText('Key L');
  await walk.isAccessible();
  // The pointer may go onto the words themselves.
  await hint.hover();
  await expect(hint).toBeVisible();
  await walk.press('Escape');
  await expect(hint).toHaveCount(0);
  await page.mouse.move(5, 5);
  await page.getByRole('button', { name: 'Step', exact: true }).focus();
  await walk.press('Tab');
  await expect(lose).toBeFocused();
  await expect(hint).toHaveText('Key L');
  await walk.press('Tab');
  await expect(page.getByRole('tooltip', { name: 'Key L' })).toHaveCount(0);
  await page.evaluate(() => window.localStorage.setItem('lifetime-zero.settings.1', '{"keys":false}'));
  await page.reload();
  await expect(lose).toHaveAccessibleDescription('');
});

test('an abbreviation at the head of a table says what it stands for', async ({ page }) => {
  const walk = await Walk.open(page);
  await page.getByRole('button', { name: /UE tables/ }).click();
  const short = page.getByRole('dialog').getByRole('columnheader').getByRole('button').first();
  const words = await short.evaluate(
    (button) => document.getElementById(`${button.getAttribute('aria-describedby')}`)?.textContent,
  );
  await short.focus();
  await walk.press('Enter');
  await expect(page.getByRole('tooltip')).toHaveText(words ?? 'no words');
  await walk.isAccessible();
  await walk.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('no control is a native list, and no help hangs on a title', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight', 'l');
  for (const name of ['Details', 'Help', /UE tables/, 'SA tables'] as const) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(
      await page.locator('select, [title]:not([aria-label])').evaluateAll((all) => all.map((each) => each.outerHTML)),
    ).toEqual([]);
    await walk.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('a button in a drawer leaves the arrows to the walk', async ({ page }) => {
  const walk = await Walk.open(page, 'open=share');
  // The drawer has taken the focus that it takes when it opens.
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  const button = page.getByRole('dialog').getByRole('button', { name: 'Copy link' });
  await button.focus();
  await expect(button).toBeFocused();
  await walk.press('ArrowRight');
  await walk.isAt(1, 5);
  await walk.press('ArrowLeft');
  await walk.isAt(0, 5);
});

test('what was done is undone and done again, by key and by button', async ({ page }) => {
  const walk = await Walk.open(page);
  const undo = walk.timeline.getByRole('button', { name: 'Undo' });
  const redo = walk.timeline.getByRole('button', { name: 'Redo' });
  await walk.press('ArrowRight');
  // A look at the run is no act.
  await expect(undo).toHaveCount(0);
  await walk.press('l');
  await expect(walk.choice('Branch')).toBeVisible();
  await walk.press('Control+z');
  await expect(page.getByRole('alert')).toContainText('Undone: "Lose the message towards the PDN GW".');
  await expect(walk.choice('Branch')).toHaveCount(0);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await redo.click();
  await expect(page.getByRole('alert')).toContainText('Done again:');
  await expect(walk.choice('Branch')).toBeVisible();
  await walk.isAccessible();
  const box = await redo.boundingBox();
  const room = await walk.timeline.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0));
  await walk.timeline.getByRole('button', { name: 'Drop' }).click();
  await expect(walk.choice('Branch')).toHaveCount(0);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(walk.choice('Branch')).toBeVisible();
  await walk.choose('Scenario', /H-03/);
  await expect(page.getByRole('alert')).toContainText('is left.');
  await undo.click();
  await expect(walk.choice('Scenario')).toHaveText('The UE detaches');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(redo).toBeInViewport();
  await walk.isAccessible();
});
