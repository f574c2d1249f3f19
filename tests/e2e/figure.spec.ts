/**
 * The figure that leaves the page is the diagram on screen: drawn by librsvg, it has the same rows from top to bottom, the same arrows, the
 * same step marked, the same rows grey; and librsvg draws it as the browser does.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { greyAt, type Pixels, pixelsOfPng } from '../proof/support/pixels.ts';
import { seenInFigure } from './figureRows.ts';
import { seenOnScreen } from './screenRows.ts';
import type { SeenRow } from './seenRow.ts';
import { Walk } from './walk.ts';

async function savedFigure(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'SVG', exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** @throws {Error} without librsvg: Debian's librsvg2-bin. */
function drawnByRsvg(svg: string, zoom: number): Pixels {
  return pixelsOfPng(execFileSync('rsvg-convert', ['--zoom', String(zoom)], { input: svg, maxBuffer: 1 << 28 }));
}

/** All but how far an arrow comes, which depends on the size of its sign. */
function exactly({ arrow, ...row }: SeenRow) {
  return { ...row, arrow: arrow && { ...arrow, reach: undefined } };
}

const runs = [
  ['a message under way, and one lost later', 'scenario=h-03&step=2'],
  ['a run that has not begun', 'scenario=h-03&step=0'],
  ['a loss behind, and a step in view', 'scenario=h-03&step=4'],
  ['dashed arrows', 'scenario=network-initiated&step=3'],
  ['a copy', 'scenario=h-04&step=3'],
  ['messages discarded', 'scenario=h-01&step=9'],
  ['messages that could not be sent, two connections', 'scenario=shared-ike-sa&step=8'],
  ['a run at its end', 'scenario=ue-initiated&step=9'],
] as const;

for (const [what, fragment] of runs) {
  test(`the figure has what the screen has: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width: 1400, height: 2200 });
    const walk = await Walk.open(page, fragment);
    await expect(walk.diagram.locator('[aria-busy="false"]')).toHaveCount(1);
    const screen = await seenOnScreen(page);
    const svg = await savedFigure(page);
    const figure = seenInFigure(svg, drawnByRsvg(svg, 2));
    expect(screen.rows.length).toBeGreaterThan(4);
    expect(figure.rows.map(exactly)).toEqual(screen.rows.map(exactly));
    expect(figure.brackets).toEqual(screen.brackets);
    for (const [at, { arrow }] of figure.rows.entries()) {
      const reach = screen.rows[at]?.arrow?.reach ?? 0;
      if (arrow !== undefined) expect(Math.abs(arrow.reach - reach), `row ${at}`).toBeLessThan(0.03);
    }
  });
}

/** A pixel that differs by more than this, of 255, is drawn otherwise; at edges and in letters programs smooth differently. */
const SAME = 128;
/** Of all pixels, how many may be. */
const MOST_OTHERWISE = 0.002;
/** No place as large as a letter is drawn otherwise: the mean difference in a square of so many pixels, of 255. */
const SQUARE = 12;
const MOST_IN_SQUARE = 60;

test('librsvg draws the figure as the browser does', async ({ page }) => {
  for (const fragment of [
    'scenario=h-03&step=4',
    'scenario=shared-ike-sa&step=8',
    'scenario=network-initiated&step=3',
  ]) {
    await Walk.open(page, fragment);
    const svg = await savedFigure(page);
    const rsvg = drawnByRsvg(svg, 1);
    await page.goto('about:blank');
    await page.setViewportSize({ width: rsvg.width, height: rsvg.height });
    await page.setContent(`<body style="margin:0">${svg.replace('<svg ', '<svg style="display:block" ')}</body>`);
    const browser = pixelsOfPng(await page.screenshot());
    expect([browser.width, browser.height]).toEqual([rsvg.width, rsvg.height]);
    const { otherwise, worst } = compared(rsvg, browser);
    expect(otherwise).toBeLessThan(MOST_OTHERWISE);
    expect(worst.difference, `at ${worst.x}, ${worst.y}`).toBeLessThan(MOST_IN_SQUARE);
  }
});

function compared(one: Pixels, other: Pixels) {
  const differs = (x: number, y: number) => Math.abs(greyAt(one, x, y) - greyAt(other, x, y));
  let count = 0;
  let worst = { difference: 0, x: 0, y: 0 };
  for (let top = 0; top < one.height; top += SQUARE / 2) {
    for (let left = 0; left < one.width; left += SQUARE / 2) {
      let sum = 0;
      for (let y = top; y < top + SQUARE; y++) {
        for (let x = left; x < left + SQUARE; x++) {
          const difference = differs(x, y);
          sum += difference;
          // Squares overlap by half: each pixel counts in its upper left quarter alone.
          if (difference > SAME && y < top + SQUARE / 2 && x < left + SQUARE / 2) count += 1;
        }
      }
      const difference = sum / SQUARE ** 2;
      if (difference > worst.difference) worst = { difference, x: left, y: top };
    }
  }
  return { otherwise: count / (one.width * one.height), worst };
}
