/** The timeline's slider: moved by keys and by the mouse, and told in words. */
import { expect, test } from '@playwright/test';
import { Walk } from './walk.ts';

test('the slider moves the run by keys and by a press, and says where it stands', async ({ page }) => {
  const walk = await Walk.open(page, 'step=1');
  const slider = walk.timeline.getByRole('slider', { name: 'Step in view' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 1 of 5');
  await slider.focus();
  await walk.press('ArrowRight');
  await walk.isAt(2, 5);
  await walk.press('End');
  await walk.isAt(5, 5);
  await walk.press('Home');
  await walk.isAt(0, 5);
  const box = await slider.boundingBox();
  if (box === null) throw new Error('the slider has no place');
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
  await walk.isAt(3, 5);
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 3 of 5');
  await expect(slider).toBeFocused();
});
