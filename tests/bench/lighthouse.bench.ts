/** Lighthouse's four scores, on a desktop and on a phone as it emulates one; medians, since the machine has its own moods. */
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, test } from 'vitest';
import { type Audited, auditPage, type Category, type Device, freePort } from '../e2e/auditPage.ts';

const categories: readonly Category[] = ['performance', 'accessibility', 'best-practices', 'seo'];
const runs = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}node_modules/.cache/audited-page`;

let server: PreviewServer;
// Built and served as `npm start` does it, but beside what is being served there.
beforeAll(async () => {
  // A test runner says "test" here, and with that React is built as for development.
  process.env.NODE_ENV = 'production';
  await build({ root, logLevel: 'error', mode: 'production', build: { outDir, emptyOutDir: true } });
  const place = { port: await freePort(), strictPort: true, host: 'localhost' };
  server = await preview({ root, logLevel: 'error', build: { outDir }, preview: place });
}, 60_000);
afterAll(() => server.close());

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function medians(results: readonly Audited[], of: 'scores' | 'metrics'): Record<string, number> {
  const names = Object.keys(results[0]?.[of] ?? {});
  const numberOf = (result: Audited, name: string) => (result[of] as Record<string, number>)[name] ?? 0;
  return Object.fromEntries(names.map((name) => [name, median(results.map((result) => numberOf(result, name)))]));
}

test('Lighthouse', async () => {
  const address = server.resolvedUrls?.local[0] ?? '';
  const table: Record<string, Record<string, number>> = {};
  const short = new Set<string>();
  for (const device of ['desktop', 'mobile'] satisfies readonly Device[]) {
    const results: Audited[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await auditPage(address, device, categories));
    const rounded = Object.entries(medians(results, 'metrics')).map(([name, value]) => [
      name,
      name === 'CLS' ? Math.round(value * 1000) / 1000 : Math.round(value),
    ]);
    table[device] = { ...medians(results, 'scores'), ...Object.fromEntries(rounded) };
    for (const each of results.flatMap((result) => result.short)) short.add(`${device}: ${each}`);
  }
  console.table(table);
  for (const each of short) console.log(each);
}, 300_000);
