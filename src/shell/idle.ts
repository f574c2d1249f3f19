/** Work that can wait until the browser has nothing better to do. */

/** Work that has not been done by then is done all the same. */
const PATIENCE_MILLISECONDS = 300;

/** Calls back once the browser is idle, at the latest after a moment. */
export function whenIdle(callback: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: PATIENCE_MILLISECONDS });
  else setTimeout(callback);
}
