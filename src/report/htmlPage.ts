/**
 * The app as one HTML file: the page that the build makes for it, with what a person takes along as JSON in it.
 *
 * The build writes the place as `PLACE_OF_RUN`, an empty object, `</script>` (`.config/oneHtmlFile.ts`); what stands there is no script
 * to the browser, and is never run.
 */
export const ID_OF_RUN = 'taken-along';
const PLACE_OF_RUN = `<script type="application/json" id="${ID_OF_RUN}">`;
const END = '</script>';

/** The page with this in it, in place of what was there. @throws {Error} if the page is not the one that the build has made for it. */
export function pageWith(page: string, along: unknown): string {
  const start = page.indexOf(PLACE_OF_RUN) + PLACE_OF_RUN.length;
  const end = page.indexOf(END, start);
  if (start < PLACE_OF_RUN.length || end < 0) throw new Error('the page for one file has no place for a run');
  // Without this letter no text can end the element, or begin another.
  const json = JSON.stringify(along).replaceAll('<', '\\u003c');
  return page.slice(0, start) + json + page.slice(end);
}
