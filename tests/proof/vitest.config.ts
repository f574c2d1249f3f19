/** The proof: other people's programs judge what we write and read. Apart from the unit tests, since these programs must be installed. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import '../../.config/node20.ts';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    isolate: false,
    maxWorkers: '100%',
    include: ['tests/proof/*.proof.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
