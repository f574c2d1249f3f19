import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inOneFile } from '../../.config/oneHtmlFile.ts';
import { pageWith } from '../../src/report/htmlPage.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';

const html = `<!doctype html><html><head>
  <meta charset="utf-8" />
  <link rel="icon" type="image/svg+xml" href="./favicon.svg" />
  <link rel="manifest" href="./app.webmanifest" />
  <script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="stylesheet" crossorigin href="./assets/index.css">
</head><body></body></html>`;
const script = "const place = '<script>$& </script><!-- </SCRIPT>';";
const page = inOneFile({ html, script, style: 'p { color: red }', icon: '<svg/>' });

/** The elements of a page that a browser would find: attributes and text of each script. */
const scriptsOf = (text: string) =>
  [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script/gi)].map(([, attributes = '', content = '']) => ({
    attributes: attributes.trim(),
    content,
  }));

it('leaves nothing to be fetched', () => {
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  expect(() => inOneFile({ html: html.replace('icon"', 'preload"'), script, style: '', icon: '' })).toThrow(
    'would fetch',
  );
});

it('names its one script by its hash, and ends it nowhere within', () => {
  const scripts = scriptsOf(page);
  expect(scripts.map(({ attributes }) => attributes)).toEqual([
    'type="application/json" id="taken-along"',
    'type="module"',
  ]);
  const code = scripts[1]?.content ?? '';
  expect(page).toContain(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  // What the script says is still the same.
  expect(new Function(`${code}; return place;`)()).toBe('<script>$& </script><!-- </SCRIPT>');
});

it('takes any text along, which ends nothing and comes back as it was', () => {
  const hostile = [...NASTY_LABELS, '</script><script>alert(1)</script>', '<!--<script>', '$&', '\u2028', '\ud800'];
  const along = { run: { events: hostile.join(',') }, comments: hostile };
  const saved = pageWith(page, along);
  const [first, ...others] = scriptsOf(saved);
  expect(JSON.parse(first?.content ?? '')).toEqual(along);
  expect(others).toEqual(scriptsOf(page).slice(1));
  // Again, into what was saved: what was there is gone.
  expect(pageWith(saved, {})).toBe(page);
  expect(() => pageWith('<html></html>', along)).toThrow('no place');
});
