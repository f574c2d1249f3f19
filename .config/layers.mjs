/**
 * Who may import whom: the one table of layers, and the Biome rules that hold it.
 *
 * `node .config/layers.mjs` checks that biome.layers.json says what the table says and that every folder of src is in
 * the table; with `--write` it writes the rules anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pureLayers = [
  'spec',
  'model',
  'wire',
  'detach',
  'run',
  'session',
  'check',
  'capture',
  'chart',
  'report',
  'learn',
];
const belowReport = pureLayers.filter((name) => name !== 'report' && name !== 'learn');
const purePackages = ['@noble/ciphers', '@noble/hashes'];

/**
 * A layer may import itself, the layers in `from`, the types (not the values) of those in `typesFrom`, and `packages`.
 * A pure layer has no DOM, no clock, no chance and no network.
 */
export const layers = {
  spec: { pure: true, from: [], packages: purePackages },
  model: { pure: true, from: [], packages: purePackages },
  wire: { pure: true, from: [], packages: [...purePackages, 'des.js'] },
  detach: { pure: true, from: ['spec', 'model'], packages: purePackages },
  run: { pure: true, from: ['model', 'detach'], packages: purePackages },
  session: { pure: true, from: ['model', 'wire', 'detach', 'run'], packages: purePackages },
  check: { pure: true, from: ['spec', 'model', 'detach', 'run'], packages: purePackages },
  capture: { pure: true, from: ['wire', 'model', 'detach', 'run', 'session'], packages: [...purePackages, 'fflate'] },
  chart: { pure: true, from: ['spec', 'model', 'detach', 'run', 'session'], packages: purePackages },
  report: { pure: true, from: belowReport, packages: [...purePackages, 'docx', 'fflate', 'qr'] },
  learn: { pure: true, from: [...belowReport, 'report'], packages: purePackages },
  shell: { pure: false, from: pureLayers, packages: ['fflate'] },
  store: { pure: false, from: [...pureLayers, 'shell'], packages: ['zustand'] },
  ui: {
    pure: false,
    from: ['store', 'chart'],
    typesFrom: [...pureLayers.filter((name) => name !== 'chart'), 'shell'],
    packages: ['react', 'react-dom', '@base-ui/react'],
  },
  cli: { pure: false, from: pureLayers, packages: ['node:*', 'tsx'] },
};

/** Packages that one module alone may import. */
export const doors = {
  'src/store/walkStore.ts': { layer: 'store', packages: ['zundo'] },
  'src/ui/sequence/mermaidDoor.ts': { layer: 'ui', packages: ['mermaid'] },
  'src/ui/check/GraphCanvas.tsx': { layer: 'ui', packages: ['@xyflow/react'] },
  'src/ui/check/graphPlaces.ts': { layer: 'ui', packages: ['@dagrejs/dagre'] },
};

const impureGlobals = {
  document: 'the page',
  window: 'the page',
  self: 'the page or a worker',
  globalThis: 'whatever surrounds the code',
  navigator: 'the browser',
  location: 'the browser',
  localStorage: 'storage',
  sessionStorage: 'storage',
  indexedDB: 'storage',
  setTimeout: 'a clock',
  setInterval: 'a clock',
  queueMicrotask: 'a clock',
  requestAnimationFrame: 'a clock',
  performance: 'a clock',
  crypto: 'chance, and asynchronous',
  fetch: 'the network',
  XMLHttpRequest: 'the network',
  WebSocket: 'the network',
  Worker: 'the browser',
  process: 'Node',
  Buffer: 'Node',
  console: 'the terminal',
};
const impureProperties = [
  { object: 'Math', property: 'random', message: 'A pure layer has no chance: take a seeded source as an argument.' },
  { object: 'Date', property: 'now', message: 'A pure layer has no clock: take the time as an argument.' },
];

function importRule(name, depth, extraPackages = []) {
  const { from, typesFrom = [], packages } = layers[name];
  const own = [name, ...from, ...typesFrom].map((layer) => `!#${layer}/**`);
  const foreign = [...packages, ...extraPackages].flatMap((each) => [`!${each}`, `!${each}/**`]);
  const upward = depth === 1 ? [] : ['!../**', '../../**'];
  const may = [`./, #${name}/`, ...from.map((layer) => `#${layer}/`), ...packages, ...extraPackages].join(', ');
  const patterns = [
    {
      group: ['**', '!./**', ...upward, ...own, ...foreign, './../**', './**/../**', '#*/**/../**'],
      message: `The ${name} layer may import only ${may} (.config/layers.mjs).`,
    },
  ];
  if (typesFrom.length > 0) {
    patterns.push({
      group: typesFrom.map((layer) => `#${layer}/**`),
      importNamePattern: '[a-z*].*',
      message: `The ${name} layer takes values from ${from.join(' and ')}; from here types only (.config/layers.mjs).`,
    });
  }
  return { style: { noRestrictedImports: { level: 'error', options: { patterns } } } };
}

function purityRules(name) {
  const deniedGlobals = Object.fromEntries(
    Object.entries(impureGlobals).map(([key, what]) => [key, `The ${name} layer is pure: this is ${what}.`]),
  );
  return {
    style: { noRestrictedGlobals: { level: 'error', options: { deniedGlobals } } },
    nursery: { noJsRestrictedProperties: { level: 'error', options: { entries: impureProperties } } },
  };
}

/** The Biome configuration that says what the table says. */
export function biomeLayers() {
  const overrides = [];
  for (const [name, { pure }] of Object.entries(layers)) {
    overrides.push({ includes: [`src/${name}/**`], linter: { rules: importRule(name, 1) } });
    overrides.push({ includes: [`src/${name}/*/**`], linter: { rules: importRule(name, 2) } });
    if (pure) {
      const plugins = ['./.config/noClock.grit'];
      overrides.push({ includes: [`src/${name}/**`], plugins, linter: { rules: purityRules(name) } });
    }
  }
  for (const [path, { layer, packages }] of Object.entries(doors)) {
    overrides.push({ includes: [path], linter: { rules: importRule(layer, 2, packages) } });
  }
  return { overrides };
}

const rulesFile = new URL('./biome.layers.json', import.meta.url);

/** What is wrong between the table, the written rules and the folders of src; empty if nothing is. */
export function faults() {
  const found = [];
  if (JSON.stringify(JSON.parse(readFileSync(rulesFile, 'utf8'))) !== JSON.stringify(biomeLayers())) {
    found.push('.config/biome.layers.json differs from the table: run node .config/layers.mjs --write');
  }
  for (const entry of readdirSync(new URL('../src/', import.meta.url), { withFileTypes: true })) {
    if (entry.isDirectory() && !(entry.name in layers)) found.push(`src/${entry.name} is not a layer of the table`);
    if (!entry.isDirectory() && entry.name !== 'tsconfig.json') found.push(`src/${entry.name} is in no layer`);
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write')) writeFileSync(rulesFile, `${JSON.stringify(biomeLayers(), null, 2)}\n`);
  const found = faults();
  for (const fault of found) console.error(fault);
  if (found.length > 0) process.exitCode = 1;
}
