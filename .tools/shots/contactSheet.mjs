/** The contact sheet: every picture small, a row a state, a click shows it in full. */

/**
 * @param {readonly { state: string, look: string, file: string }[]} pictures
 * @param {readonly string[]} failures what could not be pictured, one sentence each.
 * @returns the sheet as HTML.
 */
export function contactSheet(pictures, failures) {
  const rows = [...Map.groupBy(pictures, ({ state }) => state)].map(([state, ofState]) => {
    const cells = ofState.map(
      ({ look, file }) =>
        `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${state}, ${look}"></a><figcaption>${look}</figcaption></figure>`,
    );
    return `<section id="${state}"><h2>${state}</h2><div>${cells.join('')}</div></section>`;
  });
  const failed = failures.map((failure) => `<li>${failure.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pictures of the page</title>
<style>
body { font: 15px sans-serif; margin: 1rem; }
section > div { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: start; }
figure { margin: 0; }
img { block-size: 260px; border: 1px solid #888; }
</style></head><body>
<h1>Pictures of the page</h1>
${failed.length > 0 ? `<h2>Not pictured</h2><ul>${failed.join('')}</ul>` : ''}
${rows.join('\n')}
</body></html>
`;
}
