/** `npm start`: installs what is missing, builds, serves, and says where. */
import { preparePackages, root } from './prepare.mjs';

preparePackages();
process.chdir(root);
const { build, preview } = await import('vite');
console.log('Building ...');
await build({ logLevel: 'warn' });
// Takes the next free port if 4173 is in use.
const server = await preview({ logLevel: 'warn', preview: { strictPort: false } });
console.log(`Lifetime Zero: ${server.resolvedUrls.local[0]}  (Ctrl+C ends it)`);
