/** Challenges played in the page by their keys: how near one is, to the end, and out of bounds. That each can be solved is a unit test. */
import { expect, test } from '@playwright/test';
import { detach } from '#detach/detach.ts';
import { bestRun } from '#learn/bestRun.ts';
import type { Challenge } from '#learn/challenge.ts';
import { challengeVariant } from '#learn/challenge.ts';
import { challenges } from '#learn/challenges.ts';
import { replay } from '#run/runText.ts';
import { stateAt } from '#run/trace.ts';
import { openLearn } from './openLearn.ts';
import { Walk } from './walk.ts';

/** Where each event of the shortest solution stands in the list of all events, from 1. */
function solution(challenge: Challenge): readonly number[] {
  const work = bestRun(challenge);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const { events = [] } = step.value;
  const system = detach(challengeVariant(challenge));
  const { trace } = replay(system, events);
  return events.map((text, at) => 1 + system.enabled(stateAt(trace, at)).findIndex((event) => event.text === text));
}

/** Takes one of all events, by its key where it has one. */
async function takeNumbered(walk: Walk, number: number): Promise<void> {
  if (number <= 9) return walk.press(String(number));
  await walk.next.getByRole('button', { name: /^All events|^Other choices/ }).click();
  await walk.page
    .getByRole('list', { name: 'All events possible now' })
    .getByRole('button')
    .nth(number - 1)
    .click();
}

/** One to lose a message in, and one to close one end alone. */
const played = challenges.filter(({ name }) => ['stale-binding', 'half-closed'].includes(name));

test('there are such challenges', () => expect(played).toHaveLength(2));

for (const challenge of played) {
  test(`${challenge.name} is played to its end, and out of bounds`, async ({ page }) => {
    const walk = await Walk.open(page);
    const drawer = await openLearn(walk, 'Challenges');
    const card = drawer.getByRole('region', { name: challenge.title, exact: true });
    await expect(card).toContainText(challenge.losses === 0 ? 'No message may be lost' : 'may be lost; nothing else');
    await card.getByRole('button', { name: /^Start ?:/ }).click();
    await expect(card).toContainText(/\d of \d parts? so far/);
    await expect(card).toContainText('Keys: Right steps');
    const numbers = solution(challenge);
    for (const [at, number] of numbers.entries()) {
      await expect(card).not.toContainText('Solved:');
      await takeNumbered(walk, number);
      await walk.isAt(at + 1, at + 1);
    }
    await expect(card).toContainText(`Solved: in ${numbers.length} steps`);
    await expect(card).toContainText('No run does it in fewer steps');
    await expect(card).toContainText(`✓ solved in ${numbers.length} steps`);
    await walk.isAccessible();

    await card.getByRole('button', { name: /^Start over ?:/ }).click();
    await expect(card).toContainText('so far');
    await walk.isAt(0, 0);
    // A message is sent, and copied: a fault that no challenge allows.
    const duplicate = walk.next.getByRole('button', { name: 'Duplicate' });
    for (let step = 1; (await duplicate.getAttribute('aria-disabled')) === 'true'; step++) {
      await walk.press('ArrowRight');
      await walk.isAt(step, step);
    }
    await walk.press('d');
    await expect(card).toContainText('This run does not count.');
    await expect(card).toContainText('here only messages may be lost');
    await walk.press('ArrowLeft');
    await expect(card).not.toContainText('does not count');
  });
}
