/** Learning in a browser: a lesson to its end, with its questions, by pointer and by keyboard alone; what is hidden meanwhile. */
import { expect, type Locator, test } from '@playwright/test';
import { openLearn } from './openLearn.ts';
import { Walk } from './walk.ts';

/** Answers the question in view by its first option, and goes on. */
async function answerFirst(drawer: Locator): Promise<void> {
  const question = drawer.locator('.questionCard');
  await question.locator('input').first().check();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(question.getByRole('status')).toContainText(/Right\.|Not right\./);
}

test('a lesson from start to end, with a wrong and a right answer', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk);
  await expect(drawer.getByRole('list', { name: 'Lessons' }).getByRole('heading')).toHaveCount(11);
  await walk.isAccessible();
  await drawer.getByRole('button', { name: /^Begin ?: The UE detaches/ }).click();
  await walk.isAt(0, 5);
  await expect(drawer).toContainText('so far the UE is attached.');
  const question = drawer.getByRole('group', { name: /One of these comes next/ });
  const right = question.getByRole('radio', { name: /Send a Binding Update with lifetime 0, DELETE after the BA/ });
  const names = await question.locator('label').allTextContents();
  const wrong = names.findIndex((name) => !name.includes('DELETE after the BA'));
  await question.getByRole('radio').nth(wrong).check();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(question).toContainText('Not right.');
  await expect(question).toContainText('it needs that');
  await walk.isAccessible();
  await question.getByRole('button', { name: 'Try again' }).click();
  await right.check();
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(question.getByRole('status')).toContainText('Right.');
  for (const step of [1, 2, 3, 4, 5]) {
    await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
    await walk.isAt(step, 5);
    await expect(walk.diagram).toBeVisible();
  }
  await expect(drawer).toContainText('the UE is detached, and the PDN GW has released everything');
  await expect(drawer).toContainText('A question of this lesson is still open');
  await drawer.getByRole('button', { name: 'End of the lesson' }).click();
  const card = drawer.getByRole('listitem').filter({ hasText: 'The UE detaches' });
  await expect(card).toContainText('6 of 6 steps, 1 of 4 questions answered');
  await card.getByRole('button', { name: /^Go on/ }).click();
  await expect(drawer).toContainText('Step 3 of 6');
  await answerFirst(drawer);
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await answerFirst(drawer);
  for (const _ of [5, 6]) await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await answerFirst(drawer);
  await expect(drawer).not.toContainText('is still open');
  await drawer.getByRole('button', { name: 'End of the lesson' }).click();
  await expect(card).toContainText(/✓ done, \d of 4 questions right at once/);
  await expect(card.getByRole('button', { name: /^Again/ })).toBeFocused();
  await drawer.getByRole('tab', { name: 'Results' }).click();
  await expect(drawer).toContainText('1 lesson done');
});

test('the page does not give the answer away, of whichever kind the question is', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk);
  const step = walk.next.getByRole('button', { name: 'Step' });
  const later = walk.diagram.locator('[data-row][data-future]:visible');
  const brackets = walk.diagram.locator('.seqBracketWord:visible');
  const nextIsHidden = async () => {
    await expect(step).toHaveText(/What comes next\?/);
    await expect(walk.next).not.toContainText(/\d+ not possible|All events \(|text silent/);
    for (const name of ['Lose', 'Duplicate', 'Timer']) {
      await expect(walk.next.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'false');
    }
    await expect(walk.next.getByRole('button', { name: 'Not possible: why?' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(later).toHaveCount(0);
    await expect(brackets).toHaveCount(0);
  };
  const nextIsShown = async () => {
    await expect(step).not.toContainText('What comes next?');
    await expect(walk.next).toContainText(/\d+ not possible: why\?/);
    await expect(later).not.toHaveCount(0);
    await expect(brackets).not.toHaveCount(0);
  };
  await drawer.getByRole('button', { name: /^Begin ?: The two actors/ }).click();
  await nextIsShown();
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await expect(drawer.getByRole('group', { name: /can happen now/ })).toBeFocused();
  await nextIsHidden();
  await answerFirst(drawer);
  await nextIsShown();
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await expect(drawer.getByRole('group', { name: /does the table "Binding Cache" then have/ })).toBeFocused();
  await nextIsHidden();
  await walk.press('ArrowRight');
  await walk.isAt(2, 5);
  await expect(drawer.getByRole('group')).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Show that step again' }).click();
  await nextIsHidden();
  await drawer.getByRole('button', { name: 'All lessons' }).click();
  await nextIsShown();

  await drawer.getByRole('button', { name: /^Begin ?: The UE detaches/ }).click();
  await nextIsHidden();
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await expect(walk.clauses).toContainText('8.4.3.2');
  await drawer.getByRole('button', { name: 'Next in the lesson' }).click();
  await expect(drawer.getByRole('group', { name: /Which sentence/ })).toBeFocused();
  await expect(walk.clauses).toHaveText('Which sentence this step rests on is asked in Learn.');
  await nextIsShown();
  await answerFirst(drawer);
  await expect(walk.clauses).toContainText('8.4.3.3');
});

test('by keyboard alone: a lesson with its questions, a challenge, the result file', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = walk.page.getByRole('dialog', { name: 'Learn' });
  const tabTo = async (place: Locator) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await place.evaluate((element) => element === document.activeElement)) return;
      await walk.press('Tab');
    }
    await expect(place).toBeFocused();
  };
  await tabTo(walk.page.getByRole('button', { name: 'Learn' }));
  await walk.press('Enter');
  await tabTo(drawer.getByRole('button', { name: /^Begin ?: The two actors/ }));
  await walk.press('Enter');
  await expect(drawer.getByRole('heading', { name: 'The two actors and their tables' })).toBeFocused();
  await tabTo(drawer.getByRole('button', { name: 'Next in the lesson' }));
  await walk.press('Enter');
  await expect(drawer.getByRole('button', { name: 'Next in the lesson' })).toBeFocused();
  await walk.press('Enter');
  for (const kind of [/can happen now/, /then have/]) {
    const question = drawer.getByRole('group', { name: kind });
    await expect(question).toBeFocused();
    await tabTo(question.locator('input').first());
    await walk.press(' ');
    await tabTo(question.getByRole('button', { name: 'Check the answer' }));
    await walk.press('Enter');
    await expect(question.locator('.learnVerdict')).toBeFocused();
    await tabTo(drawer.getByRole('button', { name: 'Next in the lesson' }));
    await walk.press('Enter');
  }
  await expect(drawer).toContainText('Step 5 of 5, 2 of 2 questions answered');
  await tabTo(drawer.getByRole('button', { name: 'End of the lesson' }));
  await walk.press('Enter');
  await expect(drawer.getByRole('button', { name: /^Again ?: The two actors/ })).toBeFocused();

  await drawer.getByRole('tab', { name: 'Lessons' }).focus();
  await walk.press('ArrowRight', 'ArrowRight', 'Enter');
  await tabTo(drawer.getByRole('button', { name: /^Start ?: Get the answer 133/ }));
  await walk.press('Enter');
  const card = drawer.getByRole('region', { name: 'Get the answer 133' });
  await walk.press('PageDown', 'ArrowRight', 'l', 'PageDown', 'ArrowRight');
  await expect(card).toContainText('Solved: in 5 steps, with 1 lost.');

  await drawer.getByRole('tab', { name: 'Challenges' }).focus();
  await walk.press('ArrowRight', 'Enter');
  await tabTo(drawer.getByLabel('Your name, for the file'));
  await walk.page.keyboard.type('Ada');
  await tabTo(drawer.getByRole('button', { name: 'Save the result file' }));
  const downloading = walk.page.waitForEvent('download');
  await walk.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('lifetime-zero-result-ada.json');
});

test('questions of the step in view are asked one at a time, and follow the walk', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=ue-initiated&step=2');
  const drawer = await openLearn(walk, 'Questions');
  await expect(drawer.getByRole('group')).toHaveCount(1);
  await expect(drawer).toContainText('Question 1 of 4');
  await walk.isAccessible();
  for (const kind of [/can happen now/, /comes next in this run/, /then have/, /Which sentence/]) {
    await expect(drawer.getByRole('group', { name: kind })).toBeVisible();
    await answerFirst(drawer);
    await walk.isAccessible();
    await drawer.getByRole('button', { name: 'Next question' }).press('Enter');
  }
  await expect(drawer).toContainText('Question 4 of 4');
  await walk.next.getByRole('button', { name: 'Step' }).click();
  await expect(drawer).toContainText('Question 1 of');
  await drawer.getByRole('button', { name: 'Question before' }).press('Enter');
  await expect(drawer).toContainText('Question 1 of');
});

test('abbreviations explain themselves in what is said, asked and answered', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk);
  await drawer.getByRole('button', { name: /^Begin ?: The UE detaches/ }).click();
  await drawer.locator('.learnSaid').getByRole('button', { name: 'PDN' }).click();
  await expect(walk.page.locator('.hint')).toContainText('packet data network');
  await walk.press('Escape');
  await drawer.locator('.learnShort').getByRole('button', { name: 'BA', exact: true }).click();
  await expect(walk.page.locator('.hint')).toContainText(/Binding Acknowledgement/i);
  await walk.press('Escape');
  await expect(drawer).toBeVisible();
  await expect(drawer.locator('label button')).toHaveCount(0);
});
