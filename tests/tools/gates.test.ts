/** Hands each gate files that break its rule, in a folder of their own, and expects a refusal. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../../.config/layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with our configuration and only these files. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gates-'));
  folders.push(folder);
  const configuration = ['.biome.json', '.config', '.tools', 'package.json', 'package-lock.json', 'index.html'];
  for (const path of [...configuration, 'vite.config.ts', 'src/tsconfig.json', 'tests/e2e/playwright.config.ts']) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  cpSync(join(root, 'tests/e2e/findBrowser.ts'), join(folder, 'tests/e2e/findBrowser.ts'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Outcome {
  readonly status: number;
  readonly output: string;
}

function run(folder: string, program: string, ...args: string[]): Promise<Outcome> {
  const path = program === 'node' ? process.execPath : join(root, 'node_modules/.bin', program);
  return new Promise((done) => {
    execFile(path, args, { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, output: program === 'biome' ? stdout : stdout + stderr });
    });
  });
}

const lines = (...each: string[]) => `${each.join('\n')}\n`;

/** The import table of the product, written a second time: layer -> layers it may import besides itself. */
const table: Record<string, string> = {
  spec: '',
  model: '',
  wire: '',
  detach: 'spec model',
  run: 'model detach',
  session: 'model wire detach run',
  check: 'spec model detach run',
  capture: 'wire model detach run session',
  chart: 'spec model detach run session',
  report: 'spec model wire detach run session check capture chart',
  learn: 'spec model wire detach run session check capture chart report',
  shell: 'spec model wire detach run session check capture chart report learn',
  store: 'spec model wire detach run session check capture chart report learn shell',
  ui: 'chart store',
  cli: 'spec model wire detach run session check capture chart report learn',
};
const layerNames = Object.keys(table);
const pureLayers = layerNames.slice(0, layerNames.indexOf('shell'));
const allowed = (layer: string) => [layer, ...table[layer]!.split(' ')].filter((name) => name !== '');
const forbidden = (layer: string) => layerNames.filter((name) => !allowed(layer).includes(name));

/** Packages and the layers that may import them; mermaid and zundo have one door each, not a layer. */
const packages: Record<string, string[]> = {
  react: ['ui'],
  'react-dom/client': ['ui'],
  '@base-ui/react/dialog': ['ui'],
  zustand: ['store'],
  'zustand/vanilla': ['store'],
  zundo: [],
  'node:fs': ['cli'],
  mermaid: [],
};
const impure = [
  'export const a = document;',
  'export const b = setTimeout;',
  'export const c = fetch;',
  'export const d = Math.random();',
  'export const e = Date.now();',
  'export const f = new Date();',
  'export const g = globalThis;',
];

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

describe('Biome', () => {
  const importLine = (name: string) => `import { value } from '${name}';`;
  const files: Record<string, string> = {
    'src/model/good.ts': lines("import type { Other } from './other.ts';", '', 'export const one: Other = 1;'),
    'src/model/other.ts': lines('export type Other = number;'),
    'src/model/badFormat.ts': 'export const one = {a:1}',
    'src/model/badLint.ts': lines('export const one: any = 1;'),
    'src/model/badExtension.ts': lines("export { one } from './good';"),
    'src/model/cycleA.ts': lines("import { b } from './cycleB.ts';", '', 'export const a = () => b();'),
    'src/model/cycleB.ts': lines("import { a } from '#model/cycleA.ts';", '', 'export const b = () => a();'),
    'src/model/deep/badEscapes.ts': lines(
      importLine('../../wire/x.ts'),
      importLine('./../../wire/x.ts'),
      importLine('./x/../../../wire/x.ts'),
      importLine('#model/../wire/x.ts'),
    ),
    'src/model/deep/goodUpward.ts': lines(importLine('../x.ts'), importLine('./x.ts'), importLine('#model/x.ts')),
    'src/model/badEscape.ts': lines(importLine('../wire/x.ts'), "export const late = import('#wire/x.ts');"),
    'src/ui/sequence/mermaidDoor.ts': lines("import mermaid from 'mermaid';", '', 'export const door = mermaid;'),
    'src/ui/goodTypes.ts': lines(
      ...allowed('store')
        .filter((name) => name !== 'store')
        .map((name) => `export type { Type } from '#${name}/x.ts';`),
    ),
  };
  for (const layer of layerNames) {
    files[`src/${layer}/badImports.ts`] = lines(...forbidden(layer).map((name) => importLine(`#${name}/x.ts`)));
    files[`src/${layer}/goodImports.ts`] = lines(...allowed(layer).map((name) => importLine(`#${name}/x.ts`)));
    files[`src/${layer}/packages.ts`] = lines(...Object.keys(packages).map(importLine));
    files[`src/${layer}/impure.ts`] = lines(...impure);
  }

  let status = 0;
  let diagnostics: readonly Diagnostic[] = [];
  beforeAll(async () => {
    const options = ['--error-on-warnings', '--reporter=json', '--max-diagnostics=none'];
    const outcome = await run(project(files), 'biome', 'check', ...options, 'src');
    status = outcome.status;
    diagnostics = JSON.parse(outcome.output).diagnostics;
  }, 20_000);

  const categories = (path: string) => diagnostics.filter((each) => each.location.path === path).map((d) => d.category);
  /** The lines (from 1) of a file that one of these rules refuses. */
  const refused = (path: string, ...rules: string[]) => {
    const found = diagnostics
      .filter(({ category, severity }) => severity === 'error' && rules.some((rule) => category.endsWith(rule)))
      .filter(({ location }) => location.path === path)
      .map(({ location }) => location.start.line);
    return [...new Set(found)].sort((a, b) => a - b);
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

  it('accepts a good file and refuses the bad ones as a whole', () => {
    expect(categories('src/model/good.ts')).toEqual([]);
    expect(categories('src/model/other.ts')).toEqual([]);
    expect(categories('src/ui/sequence/mermaidDoor.ts')).toEqual([]);
    expect(status).toBe(1);
  });

  it('refuses bad format, a lint fault, a missing extension and a cycle', () => {
    expect(categories('src/model/badFormat.ts')).toEqual(['format']);
    expect(categories('src/model/badLint.ts')).toEqual(['lint/suspicious/noExplicitAny']);
    expect(refused('src/model/badExtension.ts', 'useImportExtensions')).toEqual([1]);
    expect(refused('src/model/cycleA.ts', 'noImportCycles')).toEqual([1]);
    expect(refused('src/model/cycleB.ts', 'noImportCycles')).toEqual([1]);
  });

  it.each(layerNames)('lets %s import its own layers and no other', (layer) => {
    const bad = `src/${layer}/badImports.ts`;
    expect(forbidden(layer).length).toBeGreaterThan(0);
    expect(refused(bad, 'noRestrictedImports')).toEqual(upTo(forbidden(layer).length));
    expect(refused(`src/${layer}/goodImports.ts`, 'noRestrictedImports')).toEqual([]);
  });

  it.each(layerNames)('lets %s import its own packages and no other', (layer) => {
    const expected = Object.values(packages).flatMap((may, i) => (may.includes(layer) ? [] : [i + 1]));
    expect(refused(`src/${layer}/packages.ts`, 'noRestrictedImports')).toEqual(expected);
  });

  it('lets ui take types, not values, from the layers behind the store', () => {
    expect(refused('src/ui/goodTypes.ts', 'noRestrictedImports')).toEqual([]);
  });

  it('refuses the ways around: upward paths and late imports', () => {
    expect(refused('src/model/badEscape.ts', 'noRestrictedImports')).toEqual([1, 2]);
    expect(refused('src/model/deep/badEscapes.ts', 'noRestrictedImports')).toEqual([1, 2, 3, 4]);
    expect(refused('src/model/deep/goodUpward.ts', 'noRestrictedImports')).toEqual([]);
  });

  it.each(pureLayers)('keeps the page, clocks, chance and network out of %s', (layer) => {
    const rules = ['noRestrictedGlobals', 'noJsRestrictedProperties', 'plugin'];
    expect(refused(`src/${layer}/impure.ts`, ...rules)).toEqual(upTo(impure.length));
  });

  it('lets the shell use them', () => {
    const rules = ['noRestrictedGlobals', 'noJsRestrictedProperties', 'plugin'];
    expect(refused('src/shell/impure.ts', ...rules)).toEqual([]);
  });
});

describe('the compiler', () => {
  it('refuses a type error and an enum, and accepts the page outside the pure layers', async () => {
    const folder = project({
      'src/ui/good.ts': lines('export const title = document.title;'),
      'src/ui/badType.ts': lines("export const one: number = 'one';"),
      'src/ui/badIndex.ts': lines('export const first = (all: number[]): number => all[0];'),
      'src/ui/badEnum.ts': lines('export enum Colour {', '  red,', '}'),
    });
    const { status, output } = await run(folder, 'tsc', '-p', 'src', '--pretty', 'false');
    expect(status).not.toBe(0);
    expect(output).toMatch(/badType\.ts\(1,14\): error TS2322/);
    expect(output).toMatch(/badIndex\.ts\(1,\d+\): error TS2322/);
    expect(output).toMatch(/badEnum\.ts\(1,13\): error TS1294/);
    expect(output).not.toContain('good.ts');
  }, 20_000);

  it('knows no page, no timer and no network in a pure layer', async () => {
    const names = ['document', 'setTimeout', 'fetch', 'process', 'window'];
    const files = Object.fromEntries(
      pureLayers.map((layer) => [`src/${layer}/bad.ts`, lines(...names.map((name) => `export { ${name} };`))]),
    );
    const folder = project({ ...files, 'src/wire/good.ts': lines('export const octets = new Uint8Array(4);') });
    const { status, output } = await run(folder, 'tsc', '-p', '.config/tsconfig.pure.json', '--pretty', 'false');
    expect(status).not.toBe(0);
    for (const layer of pureLayers) {
      for (const line of names.keys()) expect(output).toContain(`src/${layer}/bad.ts(${line + 1},`);
    }
    expect(output).not.toContain('good.ts');
  }, 20_000);
});

describe('the dead code gate', () => {
  it('refuses a dead export, a dead file and an unlisted package', async () => {
    const folder = project({
      'src/ui/main.tsx': lines("import { alive } from './half.ts';", "import 'unlisted';", 'alive();'),
      'src/ui/half.ts': lines('export const alive = () => 1;', 'export const dead = () => 2;'),
      'src/ui/deadFile.ts': lines('export const one = 1;'),
    });
    const { status, output } = await run(folder, 'knip', '--config', '.config/knip.json', '--reporter', 'compact');
    expect(status).toBe(1);
    expect(output).toMatch(/half\.ts: dead$/m);
    expect(output).toContain('src/ui/deadFile.ts');
    expect(output).toContain('unlisted');
  }, 20_000);
});

describe('the table of layers', () => {
  it('says what Biome is told, and covers every folder of src', () => {
    expect(faults()).toEqual([]);
  });

  it('refuses a folder outside the table and rules that differ from it', async () => {
    const folder = project({ 'src/misc/one.ts': '', 'src/stray.ts': '', '.config/biome.layers.json': '{}' });
    const { status, output } = await run(folder, 'node', '.config/layers.mjs');
    expect(status).toBe(1);
    expect(output).toContain('biome.layers.json differs from the table');
    expect(output).toContain('src/misc is not a layer');
    expect(output).toContain('src/stray.ts is in no layer');
  });
});
