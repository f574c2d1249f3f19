import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { slimMermaid } from '../../.config/slimMermaid.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'slim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

async function bundle(input: string): Promise<readonly string[]> {
  const rolldownOptions = { input };
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [slimMermaid()],
    resolve: { alias: { mermaid: join(root, 'node_modules/mermaid') } },
    build: { write: false, minify: false, target: 'es2024', rolldownOptions },
  });
  return (result as Rolldown.RolldownOutput).output.map((file) => file.fileName);
}

it('leaves only the diagrams that we draw', async () => {
  const files = await bundle(write('entry.js', "import('mermaid').then((mermaid) => console.log(mermaid));\n"));
  expect(files.filter((name) => /Diagram/.test(name)).map((name) => name.replace(/^assets\/|-.*$/g, ''))).toEqual(
    expect.arrayContaining(['sequenceDiagram', 'stateDiagram']),
  );
  expect(files.filter((name) => /flow|gantt|elk|katex|cytoscape|mindmap|architecture/i.test(name))).toEqual([]);
}, 30_000);

it("refuses to build when Mermaid's files have other names", async () => {
  write('other/mermaid/dist/late.mjs', 'export const late = 1;\n');
  const entry = write('other/mermaid/dist/entry.js', "import('./late.mjs');\n");
  await expect(bundle(entry)).rejects.toThrow("Mermaid's files have new names");
});
