/** The tests in WebKit: one browser, one after the other. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import '../../../.config/node20.ts';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['tests/e2e/webkit/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
