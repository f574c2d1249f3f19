/** Learning in a browser: a lesson to its end, a wrong and a right answer, a challenge, a set by link, results out and in. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, test } from '@playwright/test';
import { Walk } from './walk.ts';

async function openLearn(walk: Walk, tab?: string): Promise<Locator> {
  const drawer = walk.page.getByRole('dialog', { name: 'Learn' });
  await walk.page.getByRole('button', { name: 'Learn' }).click();
  await expect(drawer.getByRole('tab', { name: 'Lessons' })).toBeVisible();
  if (tab !== undefined) await drawer.getByRole('tab', { name: tab }).click();
  return drawer;
}

test('a lesson from start to end, with a wrong and a right answer', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk);
  await expect(drawer.getByRole('list', { name: 'Lessons' }).getByRole('heading')).toHaveCount(11);
  await walk.isAccessible();
  await drawer.getByRole('button', { name: /^Begin ?: The UE detaches/ }).click();
  await walk.isAt(0, 5);
  await expect(drawer).toContainText('The UE is attached.');
  const question = drawer.getByRole('group', { name: /One of these comes next/ });
  const right = question.getByRole('radio', { name: /Send a Binding Update with lifetime 0, DELETE after the BA/ });
  const names = await question.getByRole('listitem').allTextContents();
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
  await expect(drawer).toContainText('at the end the UE is detached', { ignoreCase: true });
  await drawer.getByRole('button', { name: 'End of the lesson' }).click();
  await expect(drawer.getByRole('button', { name: /^Again ?: The UE detaches/ })).toBeVisible();
});

test('a challenge is solved in the walk, and the checker knows the best', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk, 'Challenges');
  const card = drawer.getByRole('region', { name: 'Get the answer 133' });
  await card.getByRole('button', { name: /^Start ?: Get the answer 133/ }).click();
  await expect(card).toContainText('Not so yet');
  await walk.press('PageDown', 'PageDown', 'l', 'PageDown', 'PageDown');
  await expect(card).toContainText('Solved: in 5 steps, with 1 lost.');
  await expect(card).toContainText('No run does it in fewer steps');
  await walk.isAccessible();
});

test('questions of the step in view follow the walk', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=h-03&step=2');
  const drawer = await openLearn(walk, 'Questions');
  await expect(drawer.getByRole('group').first()).toBeVisible();
  const before = await drawer.getByRole('group').allTextContents();
  await walk.next.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => drawer.getByRole('group').allTextContents()).not.toEqual(before);
  await walk.isAccessible();
});

test('a set goes out by link, a result file comes back, and many make one table', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk, 'Results');
  await drawer.getByText('For a teacher: make a set').click();
  await drawer.getByLabel('Title of the set').fill('<b>Monday</b> & "quotes"; #1');
  await drawer.getByRole('checkbox', { name: 'Leave a stale binding' }).check();
  const link = await drawer.getByLabel('The link to the set').inputValue();
  expect(link).toContain('set-of=');
  await walk.isAccessible();

  const student = await Walk.open(await page.context().newPage(), new URL(link).hash.slice(1));
  const learn = student.page.getByRole('dialog', { name: 'Learn' });
  await expect(learn).toContainText('<b>Monday</b> & "quotes"; #1');
  await learn.getByRole('tab', { name: 'Questions' }).click();
  await expect(learn).toContainText('Question 1 of 10');
  await learn.getByRole('tab', { name: 'Results' }).click();
  await learn.getByLabel('Your name, for the file').fill('<img src=x onerror=alert(1)>');
  const downloading = student.page.waitForEvent('download');
  await learn.getByRole('button', { name: 'Save the result file' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: 1, setTitle: '<b>Monday</b> & "quotes"; #1' });

  await drawer.getByText('For a teacher: open result files').click();
  const json = (name: string, content: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  await drawer
    .getByLabel('Result files, one or many')
    .setInputFiles([
      json('a.json', text),
      json('cut.json', text.slice(0, 50)),
      json('later.json', text.replace('"version": 1', '"version": 9')),
    ]);
  await expect(drawer).toContainText('1 read, 2 not.');
  await expect(drawer).toContainText('"later.json" was written by a later version');
  await expect(drawer.getByRole('table', { name: 'Results' })).toContainText('<img src=x onerror=alert(1)>');
  await walk.isAccessible();
});
