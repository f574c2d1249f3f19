/**
 * Makes the built page work without a network: a service worker that keeps all its files, and a version in the page by which it
 * tells that it was updated.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const worker = new URL('./offlineWorker.js', import.meta.url);
const publicFolder = fileURLToPath(new URL('../public/', import.meta.url));
/** What no page asks for. */
const left = ['robots.txt', 'index.html'];

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      // The names of built files change with what is in them.
      handler: (_, { bundle = {} }) => [
        { tag: 'meta', attrs: { name: 'version', content: versionOf(Object.keys(bundle)) }, injectTo: 'head' },
      ],
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const publicFiles = readdirSync(publicFolder);
        const names = [...Object.keys(bundle), ...publicFiles].filter((name) => !left.includes(name)).sort();
        const texts = [
          ...publicFiles.map((name) => readFileSync(publicFolder + name)),
          ...Object.values(bundle)
            .filter(({ fileName }) => /\.html$/.test(fileName))
            .map(textOf),
        ];
        const source = workerWith(versionOf([...names, ...texts]), ['./', ...names.map((name) => `./${name}`)]);
        this.emitFile({ type: 'asset', fileName: 'offline.js', source });
      },
    },
  };
}

/** The worker's text, with version and files put in. @throws {Error} if it has no place for them. */
export function workerWith(version: string, files: readonly string[]): string {
  const text = readFileSync(worker, 'utf8');
  const filled = text
    .replace("'{{version}}'", () => JSON.stringify(version))
    .replace("['{{files}}']", () => JSON.stringify(files));
  if (filled.includes('{{') || filled === text) throw new Error('offline: the worker has no place for its files');
  return filled;
}

function versionOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source;
}
