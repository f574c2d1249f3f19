#!/usr/bin/env node
/** Starts the command line (main.ts) on plain Node: tsx reads the TypeScript. */
try {
  const { register } = await import('tsx/esm/api');
  register();
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('lz: packages are missing: run npm install first');
  process.exit(2);
}
await import('./main.ts');
