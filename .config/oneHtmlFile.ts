/**
 * Builds the app a second time, as one HTML file that fetches nothing: `one.html` of the built page, into which the page puts a run
 * when a person takes it away.
 *
 * Opened from disk a page may load no module and no worker by address. So there is one script, in the page itself, and a worker is made
 * from its text. The policy names that script by its hash: nothing else runs, whatever the run has in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { slimMermaid } from './slimMermaid.ts';

/** As `src/report/htmlPage.ts` looks for it; a test holds the two together. */
const placeOfRun = '<script type="application/json" id="taken-along">';
const root = fileURLToPath(new URL('..', import.meta.url));

export function oneHtmlFile(): Plugin {
  let page: Promise<string> | undefined;
  return {
    name: 'one-html-file',
    apply: 'build',
    // Beside the build that waits for it, so that both together take little longer than one.
    buildStart() {
      page = builtPage();
      page.catch(() => undefined);
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'one.html', source: (await page) ?? '' });
    },
  };
}

async function builtPage(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [workersFromText(), react(), slimMermaid()],
    worker: { format: 'iife', plugins: () => [slimMermaid()] },
    build: {
      target: 'es2024',
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const icon = readFileSync(`${root}public/favicon.svg`, 'utf8');
  return inOneFile({
    html: textOf(output, /\.html$/),
    script: textOf(output, /\.js$/),
    style: textOf(output, /\.css$/),
    icon,
  });
}

/** The one file of the output with such a name. @throws {Error} if there are more, or none: the page would have to fetch it. */
function textOf(output: Rolldown.RolldownOutput['output'], name: RegExp): string {
  const [file, ...more] = output.filter(({ fileName }) => name.test(fileName));
  if (file === undefined || more.length > 0)
    throw new Error(`one-html-file: not one file ${name}, but ${more.length + 1}`);
  return file.type === 'chunk' ? file.code : String(file.source);
}

interface Parts {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  readonly icon: string;
}

/** Puts script, style and icon into the page, and says in its policy that nothing else is wanted. */
export function inOneFile({ html, script, style, icon }: Parts): string {
  const code = `\n${insideScript(script)}`;
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(code).digest('base64')}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'img-src data: blob:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    // Before the script, which has the same words in it: the first of them is the place of the run.
    `${placeOfRun}{}</script>`,
  ].join('\n    ');
  const iconAddress = `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;
  const bare = html
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="(?:stylesheet|manifest|apple-touch-icon)"[^>]*>/g, '')
    .replace(/(<link rel="icon"[^>]* href=")[^"]*"/, (_, start) => `${start}${iconAddress}"`);
  const page = bare
    .replace(/<meta charset="utf-8" \/>/i, (charset) => `${charset}\n    ${head}`)
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`);
  const fetched = /<(?:script|link|img)[^>]* (?:src|href)="(?!data:)[^"]*"/.exec(bare);
  if (fetched) throw new Error(`one-html-file: the page would fetch ${fetched[0]}`);
  return page;
}

/** A script's text as it may stand in a page: what would end it there is written otherwise, which strings and patterns allow. */
function insideScript(code: string): string {
  return code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '\\x3C!--');
}

/** Makes `new Worker(new URL('./x.ts', import.meta.url), ...)` a worker whose text is in the page. */
function workersFromText(): Plugin {
  const worker = /new Worker\(new URL\('([^']+)', import\.meta\.url\), \{ type: 'module' \}\)/g;
  return {
    name: 'workers-from-text',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/[^?]*$/.test(id) || !code.includes('new Worker(')) return null;
      const imports: string[] = [];
      const changed = code.replace(worker, (_, file) => {
        imports.push(`import TextWorker${imports.length} from '${file}?worker&inline';`);
        return `new TextWorker${imports.length - 1}()`;
      });
      if (changed.includes('new Worker(')) this.error(`one-html-file: a worker in ${id} is made in another way`);
      return { code: `${imports.join('\n')}\n${changed}`, map: null };
    },
  };
}
