/** Turns a drawer that was just opened to one of its tabs, or to what stands under one of its headings. */

/** The code of a drawer may still have to come: so long it is waited for. */
const PATIENCE_MILLISECONDS = 5_000;

export function showInDrawer(at: string): void {
  const look = () => {
    const place = [...document.querySelectorAll<HTMLElement>('.drawer :is([role="tab"], h3)')].find(
      (each) => each.textContent === at,
    );
    if (place === undefined) return;
    stop();
    if (place.role === 'tab') place.click();
    else place.scrollIntoView({ block: 'start' });
  };
  const observer = new MutationObserver(look);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, PATIENCE_MILLISECONDS);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
}
