/** The page as a person meets it: found by role and name, driven by keys and clicks, with its complaints kept. */
import { Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { byRole } from './byRole.ts';

const patienceMilliseconds = 15_000;
/** Names of keys as the web writes them, and what the driver sends for them. */
const keys: Readonly<Record<string, string>> = {
  ArrowRight: Key.ARROW_RIGHT,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  PageDown: Key.PAGE_DOWN,
  Home: Key.HOME,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
};

declare const window: Window & { complaints?: string[] };

export class WebKitPage {
  readonly driver: WebDriver;
  readonly #address: string;

  constructor(driver: WebDriver, address: string) {
    this.driver = driver;
    this.#address = address;
  }

  /** Opens the page anew at a fragment such as "scenario=h-03", and waits until it can be stepped. */
  async open(fragment = ''): Promise<void> {
    // A change of the fragment alone would not load the page.
    await this.driver.get('about:blank');
    await this.driver.get(`${this.#address}#${fragment}`);
    await this.driver.executeScript(keepComplaints);
    await this.find('button', 'Step');
  }

  /** What the page has complained of since it was opened: errors nobody caught, and console errors. */
  complaints(): Promise<string[]> {
    return this.driver.executeScript(() => window.complaints);
  }

  /** Forgets what was complained of, where a test has brought it about. */
  async forgetComplaints(): Promise<void> {
    await this.driver.executeScript(() => window.complaints?.splice(0));
  }

  async press(...names: string[]): Promise<void> {
    for (const name of names)
      await this.driver
        .actions()
        .sendKeys(keys[name] ?? name)
        .perform();
  }

  /** All that has this role and name now. */
  async all(role: string, name: string | RegExp = /./): Promise<WebElement[]> {
    const pattern = typeof name === 'string' ? `^${name.replaceAll(/[^\w\s]/g, '\\$&')}$` : name.source;
    return this.driver.executeScript(byRole, role, pattern);
  }

  /**
   * The first that has this role and name, waited for.
   * @throws {Error} if there is none in time.
   */
  async find(role: string, name: string | RegExp): Promise<WebElement> {
    const found = await this.until(`a ${role} named ${name}`, async () => (await this.all(role, name))[0] ?? false);
    return found;
  }

  /** Clicks what has come to rest: an entry of a list that still looks for its place would move away under the pointer. */
  async click(role: string, name: string | RegExp): Promise<void> {
    const element = await this.find(role, name);
    let before = '';
    await this.until(`the ${role} named ${name} at rest`, async () => {
      const { x, y } = await element.getRect();
      const rests = before === `${x} ${y}`;
      before = `${x} ${y}`;
      return rests;
    });
    await element.click();
  }

  async focus(role: string, name: string | RegExp): Promise<void> {
    await this.driver.executeScript((element: HTMLElement) => element.focus(), await this.find(role, name));
  }

  /** The words in a region. */
  async words(region: string): Promise<string> {
    return this.textOf(await this.find('region', region));
  }

  /** All words inside an element, seen or not, with single blanks. */
  textOf(element: WebElement): Promise<string> {
    return this.driver.executeScript((each: HTMLElement) => each.textContent.replaceAll(/\s+/g, ' '), element);
  }

  /** Waits until the timeline says that the run is at this step. */
  async isAt(step: number, of: number): Promise<void> {
    await this.says('Timeline', `step ${step} of ${of}`);
  }

  /** Waits until a region has these words. */
  async says(region: string, words: string): Promise<void> {
    await this.until(`"${words}" in ${region}`, async () => (await this.words(region)).includes(words));
  }

  /** Waits until nothing has this role and name. */
  async isGone(role: string, name: string | RegExp = /./): Promise<void> {
    await this.until(`no ${role} named ${name}`, async () => (await this.all(role, name)).length === 0);
  }

  /** The name of what has the focus. */
  focused(): Promise<string> {
    return this.driver.executeScript(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  }

  /** Polls until there is something true, and returns it. */
  async until<T>(what: string, probe: () => Promise<T | false>): Promise<T> {
    const end = performance.now() + patienceMilliseconds;
    for (;;) {
      const found = await probe();
      if (found !== false) return found;
      if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

function keepComplaints(): void {
  const complaints: string[] = [];
  window.complaints = complaints;
  // An event without an exception only says that a size is told of one frame later, which is how such observers are meant.
  window.addEventListener('error', ({ error, message }) => error && complaints.push(message));
  window.addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
  const said = console.error;
  console.error = (...words) => {
    complaints.push(words.join(' '));
    said(...words);
  };
}
