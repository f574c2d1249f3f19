/**
 * Finds the browsers that tests and pictures run in. Chromium is always there: $CHROME_BIN, a system one, else the one
 * that @sparticuz/chromium ships, unpacked once. Firefox is used where a system has it.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What the process needs besides our own environment. */
  readonly env: Readonly<Record<string, string>>;
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firefoxPaths = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const offline = ['--disable-component-update', '--disable-sync'];

/** The Firefox of this system, $FIREFOX_BIN first; `undefined` if there is none. */
export function findFirefox(): string | undefined {
  return [process.env.FIREFOX_BIN ?? '', ...firefoxPaths].find((path) => existsSync(path));
}

/** @throws {Error} if there is no browser and none can be unpacked here. */
export function findBrowser(): Browser {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet, ...offline];
  const executablePath = process.env.CHROME_BIN || systemPaths.find((path) => existsSync(path));
  if (executablePath) return { executablePath, args, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: install one, or name it in CHROME_BIN.');
  }
  const folder = unpackedChromium();
  const env = { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // The packaged binary carries no sandbox helper.
  return { executablePath: join(folder, 'chromium'), args: ['--no-sandbox', ...args], env };
}

/** The folder of the unpacked browser. It appears whole or not at all, so that two processes may unpack at once. */
function unpackedChromium(): string {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const cache = join(packageFolder, '..', '..', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(`${folder}-`);
  const unpacked = (name: string) => brotliDecompressSync(readFileSync(join(packageFolder, 'bin', `${name}.br`)));
  for (const archive of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    execFileSync('tar', ['-x', '-C', part], { input: unpacked(archive) });
  }
  writeFileSync(join(part, 'chromium'), unpacked('chromium'));
  chmodSync(join(part, 'chromium'), 0o755);
  writeFileSync(join(part, 'fonts.conf'), fontsConfiguration(folder));
  try {
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontCache</cachedir>
</fontconfig>
`;
