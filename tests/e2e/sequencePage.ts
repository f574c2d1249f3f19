/** Builds the page of pages/sequence.html as the app is built, and serves it on a port of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { slimMermaid } from '../../.config/slimMermaid.ts';

export interface ServedPage {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** `name` begins the name of the folder, which is of this call alone: browsers run the same tests at one time. */
export async function serveSequencePage(name = 'sequence-page'): Promise<ServedPage> {
  const root = fileURLToPath(new URL('pages', import.meta.url));
  const outDir = mkdtempSync(fileURLToPath(new URL(`../../node_modules/.cache/${name}-`, import.meta.url)));
  const common = { root, configFile: false, logLevel: 'warn' } as const;
  await build({
    ...common,
    plugins: [react(), slimMermaid()],
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: `${root}/sequence.html` },
    },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: 'localhost' } });
  const local = server.resolvedUrls?.local[0];
  if (local === undefined) throw new Error('the page has no address');
  const close = async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { address: `${local}sequence.html`, close };
}
