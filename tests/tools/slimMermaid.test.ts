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

async function bundle(input: string): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const rolldownOptions = { input };
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [slimMermaid()],
    resolve: { alias: { mermaid: join(root, 'node_modules/mermaid') } },
    build: { write: false, minify: false, target: 'es2024', rolldownOptions },
  });
  return (result as Rolldown.RolldownOutput).output;
}

const drawing = () => bundle(write('entry.js', "import('mermaid').then((mermaid) => console.log(mermaid));\n"));

it('leaves only the diagrams that we draw', async () => {
  const files = (await drawing()).map(({ fileName }) => fileName);
  expect(files.filter((name) => /Diagram/.test(name)).map((name) => name.replace(/^assets\/|-.*$/g, ''))).toEqual(
    expect.arrayContaining(['sequenceDiagram', 'stateDiagram']),
  );
  expect(files.filter((name) => /flow|gantt|elk|katex|cytoscape|mindmap|architecture/i.test(name))).toEqual([]);
}, 30_000);

it('keeps from a sequence diagram what only other diagrams and themes need', async () => {
  const chunks = (await drawing()).filter((file) => file.type === 'chunk');
  const atOnce = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (atOnce.has(chunk)) return;
    atOnce.add(chunk);
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) add(other);
  };
  for (const chunk of chunks) {
    if (chunk.moduleIds.some((id) => /mermaid\.core\.mjs$|[\\/]sequenceDiagram-/.test(id))) add(chunk);
  }
  const modules = [...atOnce].flatMap(({ moduleIds }) => moduleIds);
  expect(modules.filter((id) => /roughjs|marked|@iconify|dagre|lodash-es/.test(id))).toEqual([]);
  const code = [...atOnce].map((chunk) => chunk.code).join('\n');
  expect(code).not.toContain('js-yaml');
  expect(code.match(/this\.THEME_COLOR_LIMIT = \d/g)).toHaveLength(2);
}, 30_000);

it("refuses to build when Mermaid's files have other names", async () => {
  write('other/mermaid/dist/late.mjs', 'export const late = 1;\n');
  const entry = write('other/mermaid/dist/entry.js', "import('./late.mjs');\n");
  await expect(bundle(entry)).rejects.toThrow("Mermaid's files have new names");
});

it("refuses to build when Mermaid's code has no place for a cut", async () => {
  const folderOf = 'changed/mermaid/dist';
  const files = ['sequenceDiagram-1', 'stateDiagram-v2-1', 'dagre-1', 'pieDiagram-1'];
  for (const file of files) write(`${folderOf}/${file}.mjs`, 'export const diagram = 1;\n');
  const imports = files.map((file) => `import('./${file}.mjs');`);
  const entry = write(`${folderOf}/entry.mjs`, `${imports.join('\n')}\n`);
  await expect(bundle(entry)).rejects.toThrow(
    /nothing to cut for: layouts by registration, .*themes, .*copies of the configuration/,
  );
});
