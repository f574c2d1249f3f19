import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './.config/contentSecurityPolicy.ts';
import './.config/node20.ts';
import { offline } from './.config/offline.ts';
import { oneHtmlFile } from './.config/oneHtmlFile.ts';
import { preloadFirstView } from './.config/preloadFirstView.ts';
import { slimMermaid } from './.config/slimMermaid.ts';

export default defineConfig({
  base: './',
  plugins: [react(), slimMermaid(), preloadFirstView(), contentSecurityPolicy(), oneHtmlFile(), offline()],
  build: {
    target: 'es2024',
    sourcemap: false,
    chunkSizeWarningLimit: 1000,
    // What comes late finds its own imports: lists of them in the first scripts would be 6 kB that nothing compresses.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
  },
  worker: { format: 'es', plugins: () => [slimMermaid()] },
  optimizeDeps: { rolldownOptions: { plugins: [slimMermaid()] } },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    environment: 'node',
    // Code is read once a worker, not once a file: that is half the time. No test may leave a global changed.
    isolate: false,
    // By itself it leaves one core idle: of two that is half.
    maxWorkers: '100%',
    // A busy machine is no fault of the code: speed is for the bench.
    testTimeout: 60_000,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
