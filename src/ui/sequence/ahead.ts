/** Work for when the browser has nothing else to do: one piece at a time, the newest. */

/** How long a browser without `requestIdleCallback` (WebKit) is left alone before, in milliseconds. */
const PAUSE = 60;

export class Ahead {
  #cancel: (() => void) | undefined;

  /** Does this once there is time, unless it is cancelled or something newer is planned before. */
  plan(work: () => void): void {
    this.cancel();
    const done = () => {
      this.#cancel = undefined;
      work();
    };
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(done);
      this.#cancel = () => cancelIdleCallback(handle);
    } else {
      const handle = setTimeout(done, PAUSE);
      this.#cancel = () => clearTimeout(handle);
    }
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
