/**
 * What each state is pictured in: sizes of the window, and per size the ways in which the same page may look.
 *
 * A look is put on the open page and taken off again, so that a state is walked to once a size.
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ name: string, on: (page: Page) => Promise<void>, whole?: boolean }} Look
 * @typedef {{ name: string, width: number, height: number, looks: readonly Look[], textTwice?: true }} Size
 */

const setTheme = (page, theme) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
const theme = (name) => ({ name, on: (page) => setTheme(page, name) });
const themes = ['light', 'dark', 'contrast'].map(theme);

/** Text of twice the size as a reader's browser sets it, so that the page's own breakpoints in em follow it. */
const textTwice = { ...theme('light'), name: 'text200' };
const forcedColors = { name: 'forcedColors', on: (page) => page.emulateMedia({ forcedColors: 'active' }) };
const reducedMotion = { name: 'reducedMotion', on: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) };
/** As a printer without colours gives it, with what is on paper alone, the whole length of the page. */
const grey = {
  name: 'grey',
  whole: true,
  on: async (page) => {
    await setTheme(page, 'light');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.addStyleTag({ content: 'html { filter: grayscale(1) }' });
  },
};

/** @type {readonly Size[]} */
export const sizes = [
  { name: '390', width: 390, height: 844, looks: themes },
  { name: '768', width: 768, height: 1024, looks: themes },
  { name: '1280', width: 1280, height: 680, looks: [...themes, reducedMotion, forcedColors] },
  { name: '1280', width: 1280, height: 680, looks: [textTwice], textTwice: true },
  { name: '1920', width: 1920, height: 1080, looks: themes },
  // A4 at 96 dots an inch.
  { name: 'a4', width: 794, height: 1123, looks: [grey] },
];

/** Takes off what the look before has put on, all but the theme and the styles of the last look of a size. */
export async function plain(page) {
  await page.emulateMedia({ media: null, forcedColors: null, reducedMotion: null });
}
