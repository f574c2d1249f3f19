/** Every abbreviation explains itself, wherever it is read: all states of the page are gone through, and each is looked over. */
import { expect, type Page, test } from '@playwright/test';
import { findShortForms } from './shortForms.ts';
import { Walk } from './walk.ts';

async function open(page: Page, fragment: string): Promise<Walk> {
  const walk = await Walk.open(page, fragment);
  // The glossary comes after the first diagram.
  await expect(page.locator('.abbreviation').first()).toBeVisible();
  return walk;
}

/** Fails at what is not explained; `where` says in which state. */
async function isExplained(page: Page, where: string): Promise<void> {
  const look = async () => {
    const { unexplained, stopsTooMany, explained } = await findShortForms(page);
    return { where, unexplained, stopsTooMany, some: explained > 0 };
  };
  // What has just been drawn may be drawn once more.
  await expect.poll(look, { timeout: 4_000 }).toEqual({ where, unexplained: [], stopsTooMany: [], some: true });
}

/** Opens a drawer by its button, goes through its tabs, and closes it. `contents` by tab: what is waited for. */
async function lookThrough(page: Page, button: RegExp | string, contents: Readonly<Record<string, string>> = {}) {
  await page
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  const title = await drawer.getByRole('heading').first().innerText();
  const tabs = Object.entries(contents);
  for (const [tab, content] of tabs.length === 0 ? [['', '.drawerBody > *']] : tabs) {
    if (tab !== undefined && tab !== '') await drawer.getByRole('tab', { name: tab }).click();
    await expect(drawer.locator(content ?? '').first()).toBeVisible({ timeout: 60_000 });
    await expect(drawer.getByText('One moment.')).toHaveCount(0);
    await isExplained(page, `${title}, ${tab}`);
  }
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
}

test('one that nothing explains is found, and so is a second stop on the same', async ({ page }) => {
  await open(page, 'step=1');
  await isExplained(page, 'as it is');
  await page.locator('[data-area="ue"] section').evaluate((panel) => {
    panel.insertAdjacentHTML('beforeend', '<p id="planted">Told by the <i>PCRF</i>, as SPDs are</p>');
    panel.insertAdjacentHTML('beforeend', '<button class="abbreviation">HSS</button>'.repeat(2));
  });
  const { unexplained, stopsTooMany } = await findShortForms(page);
  expect(unexplained.map((each) => each.split(':')[0])).toEqual(['PCRF, in ue', 'SPD, in ue']);
  expect(stopsTooMany).toEqual(['HSS in ue']);
});

test('on the page, step by step', async ({ page }) => {
  test.slow();
  for (const fragment of ['scenario=h-03', 'scenario=network-initiated', 'scenario=h-12', 'scenario=h-01']) {
    const walk = await open(page, fragment);
    for (let step = 0; step < 8; step += 1) {
      await isExplained(page, `${fragment}, ${await walk.status.innerText()}`);
      await walk.press('ArrowRight');
    }
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await isExplained(page, `${fragment}, the diagram as a table`);
    await page.goto('about:blank');
  }
});

test('in the drawers of the step', async ({ page }) => {
  test.slow();
  const walk = await open(page, 'step=3');
  await lookThrough(page, 'Clauses', {
    Clauses: '.clauseText',
    'Your copy': 'textarea',
    'Open points': 'table',
    'I-WLAN and S2c': 'table',
  });
  for (const button of [/UE tables/, /PDN GW tables/, /SA tables/, /not possible: why/, 'Details', 'Help'])
    await lookThrough(page, button);
  for (const button of [/UE state diagram/, /PDN GW state diagram/]) await lookThrough(page, button);
  await walk.diagram
    .getByRole('button', { name: /Binding Update, lifetime 0/ })
    .first()
    .focus();
  await walk.press('Enter');
  await isExplained(page, 'a message selected');
  await walk.press('Enter');
  await expect(page.getByRole('tree')).toBeVisible();
  await isExplained(page, 'its fields');
});

test('in Learn and in Share', async ({ page }) => {
  test.slow();
  await open(page, 'step=1');
  await lookThrough(page, 'Learn', {
    Lessons: '.learnList',
    Questions: 'fieldset',
    Challenges: '.learnList',
    Results: '.learnDetails',
  });
  await lookThrough(page, 'Share');
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('tab', { name: 'Lessons' }).click();
  await drawer.getByRole('button', { name: 'Begin' }).first().click();
  const next = drawer.getByRole('button', { name: 'Next in the lesson' });
  for (let beat = 1; (await next.count()) > 0; beat += 1) {
    await isExplained(page, `lesson, beat ${beat}`);
    await next.click();
  }
});

test('in Check and in Compare', async ({ page }) => {
  test.slow();
  await open(page, 'scenario=network-initiated&step=1');
  await lookThrough(page, 'Check', {
    Questions: '.questionList',
    'All claims': '.claimTable',
    Sentences: '.worthTable',
    'State space': '.phaseTable',
  });
  await lookThrough(page, 'Compare', {
    Claims: '.compareTable',
    'The run on both': '.alignTable',
    'States and events': '.eventTexts',
    'All readings': '.matrix',
  });
});

test('presented, in an objection, and alone in another page', async ({ page }) => {
  const walk = await open(page, 'scenario=h-03');
  await walk.press('f');
  for (let beat = 0; beat < 8; beat += 1) {
    await isExplained(page, `presented, beat ${beat}`);
    await walk.press('PageDown');
  }
  await walk.press('o');
  await isExplained(page, 'an objection');
  await page.goto('about:blank');
  await page.goto('/?embed#scenario=h-03&step=3');
  await expect(page.locator('.abbreviation').first()).toBeVisible({ timeout: 10_000 });
  await isExplained(page, 'alone');
});
