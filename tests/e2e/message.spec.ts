/** The message panel in a browser: fields and octets that light each other, copying, a change in flight, the download. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { Walk } from './walk.ts';

async function openMessage(page: Page, fragment = 'step=1') {
  const walk = await Walk.open(page, fragment);
  await walk.diagram.locator('[data-row][role="button"]').first().click();
  await page.getByRole('button', { name: 'Fields' }).click();
  const panel = page.getByRole('dialog', { name: 'Message' });
  await expect(panel.getByRole('tree', { name: 'Fields' })).toBeVisible();
  const lit = () =>
    panel.locator('.octet[aria-selected="true"]').evaluateAll((all) => all.map((each) => Number(each.dataset.at)));
  return { walk, panel, lit, field: (name: RegExp) => panel.getByRole('treeitem', { name }) };
}

/** By keys, as a person types: the old digits go with the first new one. */
async function type(input: Locator, digits: string): Promise<void> {
  await input.press('ControlOrMeta+a');
  await input.pressSequentially(digits);
}

test('a field lights its octets, an octet its field', async ({ page }) => {
  const { walk, panel, lit, field } = await openMessage(page);
  await field(/^Sequence #/).click();
  expect(await lit()).toEqual([6, 7]);
  await panel.locator('.octet[data-at="9"]').click();
  await expect(field(/^Flags/)).toHaveAttribute('aria-selected', 'true');
  await panel.locator('.octet[data-at="2"]').hover();
  await expect(field(/^MH Type/)).toHaveAttribute('data-lit', 'true');
  await field(/^Lifetime/).hover();
  await expect(panel.locator('.octet[data-lit="true"]')).toHaveCount(2);
  await walk.isAccessible();
});

test('by keyboard: octet to octet, field to field, and the run stays where it is', async ({ page }) => {
  const { walk, panel, lit, field } = await openMessage(page);
  await field(/^Sequence #/).click();
  await walk.press('ArrowDown');
  await expect(field(/^Flags/)).toBeFocused();
  await walk.press('ArrowRight', 'ArrowDown', 'ArrowDown');
  await expect(field(/^H:/)).toHaveAttribute('aria-selected', 'true');
  await expect(panel.locator('.fieldDetail code')).toHaveText(/^\.1\.\. \.{4}/);
  await panel.locator('.octet[data-at="6"]').click();
  await walk.press('ArrowRight', 'ArrowRight', 'Enter');
  await expect(panel.locator('.octet[data-at="8"]')).toBeFocused();
  expect(await lit()).toEqual([8, 9]);
  await walk.isAt(1, 5);
});

test('a change as a faulty peer is the event that it means, and a change back is none', async ({ page }) => {
  const { walk, panel, field } = await openMessage(page);
  await field(/^Sequence #/).click();
  await panel.getByRole('button', { name: 'As a faulty peer' }).click();
  await panel.locator('.octet[data-at="7"]').click();
  const send = panel.getByRole('button', { name: 'Send it changed' });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await type(panel.getByRole('textbox', { name: 'Octet 7, two hex digits' }), '07');
  await expect(panel.getByText(/status 135/)).toBeVisible();
  await type(panel.getByRole('textbox', { name: 'Octet 7, two hex digits' }), '08');
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await type(panel.getByRole('textbox', { name: 'Octet 7, two hex digits' }), '07');
  await send.click();
  await expect(panel.getByRole('button', { name: 'As it arrives' })).toHaveAttribute('aria-pressed', 'true');
  await expect(field(/^Sequence #/)).toContainText('7');
  await expect(walk.diagram.locator('[data-row][role="button"]').first()).toHaveAttribute('aria-label', /altered/i);
});

test('a change without effect is marked in the diagram, and is in the download', async ({ page }) => {
  const { walk, panel } = await openMessage(page);
  await panel.getByRole('button', { name: /^As sent/ }).click();
  await panel.getByRole('button', { name: 'As an attacker' }).click();
  await panel.locator('.octet[data-at="7"]').click();
  await type(panel.getByRole('textbox', { name: 'Octet 7, two hex digits' }), '09');
  await panel.getByRole('button', { name: 'Send it changed' }).click();
  await walk.isAt(1, 5);
  const row = walk.diagram.locator('[data-row][role="button"]').first();
  await expect(row).toHaveAttribute('aria-label', /changed on the way/);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'For Wireshark' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await download).path())));
  expect(Buffer.from(files['run.pcapng'] ?? []).includes('octet 7 from 40 to 09')).toBe(true);
});

test('the download has the capture, both tables of keys and how to use them', async ({ page }) => {
  const { panel } = await openMessage(page);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'For Wireshark' }).click();
  const file = await (await download).path();
  const files = unzipSync(new Uint8Array(await readFile(file)));
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'esp_sa', 'ikev2_decryption_table', 'run.pcapng']);
  expect([...(files['run.pcapng'] ?? []).slice(0, 4)]).toEqual([0x0a, 0x0d, 0x0d, 0x0a]);
});

test('on a phone there are eight octets a row', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { panel } = await openMessage(page);
  await expect(panel.getByRole('row').first().getByRole('gridcell')).toHaveCount(8);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('the capture of the run, opened again with its keys, shows the same fields', async ({ page }) => {
  const { panel } = await openMessage(page);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'For Wireshark' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await download).path())));
  await panel.getByRole('button', { name: 'Open a capture' }).click();
  const input = panel.locator('input[type="file"]');
  const mimeType = 'application/octet-stream';
  await input.setInputFiles({ name: 'notes.txt', mimeType, buffer: Buffer.from('no capture') });
  await expect(panel.getByRole('status').first()).toHaveText(/\w.*\.$/);
  await input.setInputFiles(
    ['run.pcapng', 'esp_sa', 'ikev2_decryption_table'].map((name) => ({
      name,
      mimeType,
      buffer: Buffer.from(files[name] ?? []),
    })),
  );
  await panel.locator('.captureList button').first().click();
  await expect(panel.getByRole('treeitem', { name: /^Sequence #/ })).toContainText('8');
});
