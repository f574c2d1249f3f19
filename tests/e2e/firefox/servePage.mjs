/**
 * Serves the built page to Firefox, without its content security policy: `node servePage.mjs PORT`.
 *
 * Over WebDriver BiDi Playwright evaluates by `eval()`, which the policy forbids. All else is as built.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/i;

const withoutPolicy = {
  name: 'without-policy',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url !== '/') return next();
      const page = readFileSync(`${root}dist/index.html`, 'utf8');
      if (!policy.test(page)) throw new Error('the built page has no policy to leave out');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page.replace(policy, ''));
    });
  },
};

const port = Number(process.argv[2]);
await preview({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [withoutPolicy],
  preview: { port, strictPort: true, host: 'localhost' },
});
