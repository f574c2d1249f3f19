import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { preloadFirstView } from '../../.config/preloadFirstView.ts';

const folder = mkdtempSync(join(tmpdir(), 'preload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Builds a page whose app starts with `start`; the links of the built page. */
async function linksOf(start: string): Promise<readonly string[]> {
  write(
    'index.html',
    '<!doctype html><html><head></head><body><script type="module" src="./src/ui/main.js"></script></body></html>',
  );
  write('src/ui/main.js', "import('./start.tsx').then(console.log);\n");
  write('src/ui/start.tsx', start);
  write('src/ui/start.css', '.a { color: red; }\n');
  write('src/ui/drawer.js', 'export const drawer = 1;\n');
  write('lib/mermaid.core.mjs', "export const core = import('./sequenceDiagram-1.mjs');\n");
  write('lib/sequenceDiagram-1.mjs', 'export const sequence = 2;\n');
  const result = await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'silent',
    plugins: [preloadFirstView()],
    build: { write: false },
  });
  const page = (result as Rolldown.RolldownOutput).output.find(({ fileName }) => fileName === 'index.html');
  const html = String((page as Rolldown.OutputAsset).source);
  return [...html.matchAll(/<link rel="(\w+)"[^>]*href="\.\/assets\/([\w.]+)-[\w-]+\.(\w+)"/g)].map((found) =>
    found.slice(1).join(' '),
  );
}

it('preloads the app, its style and the drawing code, and nothing else', async () => {
  const start =
    "import './start.css';\nexport const all = [import('./drawer.js'), import('../../lib/mermaid.core.mjs')];\n";
  const links = await linksOf(start);
  expect(links.toSorted()).toEqual(
    expect.arrayContaining([
      'modulepreload mermaid.core js',
      'modulepreload sequenceDiagram js',
      'modulepreload start js',
      'preload start css',
    ]),
  );
  expect(links.filter((link) => link.includes('drawer'))).toEqual([]);
});

it('refuses to build when the drawing code is not found', async () => {
  await expect(linksOf('export const none = 0;\n')).rejects.toThrow('no chunk holds');
});
