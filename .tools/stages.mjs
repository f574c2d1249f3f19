/**
 * Runs every check in order and says how it went.
 *
 * `npm test` runs them all, `npm run check` (`--quick`) all but the build and the browser. Each stage runs even if an
 * earlier one failed. The last line counts tests; a stage that fails without naming a failed test counts as one failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { prepareDebianTools, preparePackages, root } from './prepare.mjs';

const cache = join(root, 'node_modules', '.cache');
const unitReport = join(cache, 'vitest.json');
const proofReport = join(cache, 'proof.json');
const browserReport = join(cache, 'playwright.json');
const webkitReport = join(cache, 'webkit.json');
const countUnits = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests });

const stages = [
  { name: 'Format and lint', commands: ['biome check --error-on-warnings .'] },
  { name: 'Types', commands: ['tsc -p src', 'tsc -p src/cli', 'tsc -p tests'] },
  { name: 'Types of the pure layers, without DOM', commands: ['tsc -p .config/tsconfig.pure.json'] },
  { name: 'Layers', commands: ['node .config/layers.mjs'] },
  { name: 'Dead code', commands: ['knip --config .config/knip.json'] },
  {
    name: 'Unit tests',
    commands: ['vitest run --reporter=default --reporter=json --outputFile.json=node_modules/.cache/vitest.json'],
    report: unitReport,
    count: countUnits,
  },
  {
    name: 'Proof by tshark, Scapy and SPIN',
    slow: true,
    commands: [
      'vitest run --config tests/proof/vitest.config.ts --reporter=default --reporter=json --outputFile.json=node_modules/.cache/proof.json',
    ],
    report: proofReport,
    count: countUnits,
  },
  { name: 'Build', slow: true, commands: ['vite build --logLevel warn'] },
  {
    name: 'In Chromium and Firefox',
    slow: true,
    commands: ['playwright test --config tests/e2e/playwright.config.ts'],
    report: browserReport,
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
  {
    name: 'In WebKit',
    slow: true,
    commands: [
      'vitest run --config tests/e2e/webkit/vitest.config.ts --reporter=default --reporter=json --outputFile.json=node_modules/.cache/webkit.json',
    ],
    report: webkitReport,
    count: countUnits,
  },
];

function runStage({ name, commands, report, count }) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };
  const failures = commands.filter(
    (command) => spawnSync(command, { cwd: root, env, shell: true, stdio: 'inherit' }).status !== 0,
  );
  const ok = failures.length === 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`-- ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
  const counted = report && existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  return { name, ok, passed, failed: ok ? failed : Math.max(failed, 1) };
}

preparePackages();
const quick = process.argv.includes('--quick');
if (!quick) prepareDebianTools();
mkdirSync(cache, { recursive: true });
for (const file of [unitReport, proofReport, browserReport, webkitReport]) rmSync(file, { force: true });

const results = stages.filter((stage) => !(quick && stage.slow)).map(runStage);
const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
const broken = results.filter((result) => !result.ok).map((result) => result.name);
console.log(broken.length > 0 ? `\nFailed: ${broken.join('; ')}` : '');
console.log(`${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
