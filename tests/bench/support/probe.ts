/**
 * The measure, in the page: from the `timeStamp` of the person's input to the frame that shows what it asked for.
 *
 * Each animation frame reads the document. Where exactly the expected rows are marked as current, the time is taken once that frame is
 * through; if they can be seen then, that is the answer. The time that the reading itself takes is not counted.
 */
export interface Expectation {
  /** The type of the input event: keydown, pointerdown, pointermove. */
  readonly input: string;
  /** The keys of the current rows, sorted; or for each value of the slider, where the value is what the input decides. */
  readonly keys: readonly string[] | readonly (readonly string[])[];
  /** The element in which the rows must be in view; absent for a picture that is only drawn. */
  readonly panel?: string;
}

/**
 * Runs in the page: installs `window.arm`, to be called before the input, and `window.measured`: milliseconds, or a failure if the
 * expected rows do not come within 20 s.
 */
export function installProbe(): void {
  const MOST = 20_000;
  let input: { readonly type: string; readonly at: number } | undefined;
  for (const type of ['keydown', 'pointerdown', 'pointermove']) {
    window.addEventListener(type, (event) => (input ??= { type: event.type, at: event.timeStamp }), { capture: true });
  }
  const sliderValue = () => document.querySelector<HTMLInputElement>('.timelineSlider input')?.value;
  const current = () => [...document.querySelectorAll<SVGGElement>('[data-row][data-current]')];
  const keysOf = (rows: readonly Element[]) => rows.map((row) => row.getAttribute('data-row') ?? '').sort();
  const seen = (rows: readonly Element[], selector: string) => {
    const panel = document.querySelector(selector)?.getBoundingClientRect();
    if (panel === undefined) return false;
    // A message on its way has its row where it ends, which may be far below the step that sent it.
    const own = rows.filter((row) => !row.hasAttribute('data-flight') && !row.hasAttribute('data-tail'));
    const isSeen = (row: Element) => {
      const box = row.getBoundingClientRect();
      const visible = getComputedStyle(row).visibility !== 'hidden' && !row.hasAttribute('data-future');
      return visible && box.height > 0 && box.bottom > panel.top && box.top < panel.bottom;
    };
    return own.length > 0 ? own.every(isSeen) : rows.some(isSeen);
  };
  const afterFrame = (act: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      act();
    };
    channel.port2.postMessage(undefined);
  };
  const arm = (expected: Expectation) =>
    new Promise<number>((resolve, reject) => {
      input = undefined;
      const armed = performance.now();
      const sliderBefore = sliderValue();
      const wanted = (): readonly string[] | undefined => {
        const { keys } = expected;
        if (typeof keys[0] !== 'object') return keys as readonly string[];
        const value = sliderValue();
        return value === sliderBefore ? undefined : (keys as readonly (readonly string[])[])[Number(value)];
      };
      const look = () => {
        const began = performance.now();
        const rows = current();
        const keys = keysOf(rows);
        const wish = wanted();
        const holds = input?.type === expected.input && wish !== undefined && String(keys) === String(wish);
        const spent = performance.now() - began;
        if (!holds) {
          if (began - armed < MOST) requestAnimationFrame(look);
          else reject(new Error(`expected ${expected.input} to show [${wish}], the page shows [${keys}]`));
          return;
        }
        afterFrame(() => {
          const took = performance.now() - (input?.at ?? 0) - spent;
          if (expected.panel === undefined || seen(rows, expected.panel)) resolve(took);
          else if (began - armed < MOST) requestAnimationFrame(look);
          else reject(new Error(`the rows [${keys}] are current but cannot be seen`));
        });
      };
      requestAnimationFrame(look);
    });
  let measured: Promise<number> | undefined;
  Object.assign(window, {
    arm(expected: Expectation) {
      measured = arm(expected);
      // Whoever asks for it hears of its failure.
      measured.catch(() => undefined);
    },
    measured: () => measured,
  });
}
