/** What the walks share: opening the page at a run, and reading what it shows. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

export class Walk {
  readonly page: Page;
  readonly diagram: Locator;
  readonly ue: Locator;
  readonly pdnGw: Locator;
  readonly clauses: Locator;
  readonly next: Locator;
  readonly timeline: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.diagram = region('Sequence diagram');
    this.ue = region('UE');
    this.pdnGw = region('PDN GW');
    this.clauses = region('Clauses');
    this.next = region('Next events');
    this.timeline = region('Timeline');
    this.status = page.getByRole('status', { name: 'Step' });
  }

  /** Opens the page; `fragment` such as "scenario=h-03". Faults of the page fail the test. */
  static async open(page: Page, fragment = ''): Promise<Walk> {
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(`/${fragment === '' ? '' : `#${fragment}`}`);
    const walk = new Walk(page);
    await expect(walk.next.getByRole('button', { name: 'Step' })).toBeVisible();
    await walk.page.evaluate(() => document.fonts.ready);
    return walk;
  }

  /** Has the browser keep these settings, in JSON, from before the page is opened. */
  static async keepSettings(page: Page, settings: string): Promise<void> {
    await page.addInitScript((kept) => {
      // The empty page that a browser shows first may keep nothing.
      if (window.origin !== 'null') window.localStorage.setItem('lifetime-zero.settings.1', kept);
    }, settings);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The control of a choice, such as Scenario. */
  choice(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  /** Opens a choice and takes the one option that the words fit. */
  async choose(name: string, words: RegExp | string): Promise<void> {
    await this.choice(name).click();
    await this.page.getByRole('option', { name: words }).click();
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
    await expect(this.choice(name)).toBeFocused();
  }

  /** The step in view and the number of steps. */
  async isAt(step: number, of: number): Promise<void> {
    await expect(this.timeline.locator('.timelineStep')).toContainText(`step ${step} of ${of}`);
  }

  /** The rows of messages up to the step in view, in the diagram's order, by accessible name. */
  async messages(): Promise<string[]> {
    return this.diagram
      .locator('[data-row][role="button"]:not([data-future])')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  async isAccessible(): Promise<void> {
    // Without frames in the page no second window is needed to sum up in, which would take the focus away.
    // What passes is not listed: that is half of the time.
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  }
}
