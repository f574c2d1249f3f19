/** Opens the Learn drawer of a walk, at one of its tabs. */
import { expect, type Locator } from '@playwright/test';
import type { Walk } from './walk.ts';

export async function openLearn(walk: Walk, tab?: string): Promise<Locator> {
  const drawer = walk.page.getByRole('dialog', { name: 'Learn' });
  await walk.page.getByRole('button', { name: 'Learn' }).click();
  await expect(drawer.getByRole('tab', { name: 'Lessons' })).toBeVisible();
  if (tab !== undefined) await drawer.getByRole('tab', { name: tab }).click();
  return drawer;
}
