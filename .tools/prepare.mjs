/**
 * Installs what is missing, before anything else runs. Needs nothing but Node and npm.
 *
 * `node .tools/prepare.mjs` installs the npm packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Debian packages that tests call as programs: they judge our captures and our search, and draw our figures and documents (tests/proof).
 * LibreOffice's writer, which brings 86 MB, is there on a desktop under another name.
 */
const debianTools = [
  'tshark',
  'python3-scapy',
  'python3-cryptography',
  'spin',
  'tcc',
  'libc6-dev',
  'plantuml',
  'librsvg2-bin',
  'fonts-liberation',
  'libreoffice-writer-nogui',
  'poppler-utils',
];
const sameProgram = new Map([['libreoffice-writer-nogui', 'libreoffice-writer']]);

/** Runs `npm ci` unless node_modules already holds what the lock asks for. Ends the process if that fails. */
export function preparePackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing npm packages (half a minute) ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []];
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(command, [...first, ...options], { cwd: root, encoding: 'utf8' });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? done.error}`.trim());
  console.error('npm ci failed: the packages are not installed.');
  process.exit(1);
}

/** Compares the lock with npm's own record of what it installed; packages for other machines do not count. */
function packagesAreCurrent() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
}

/** Installs the Debian tools that are missing, or says in one line how to get them; the tests that call them fail then. */
export function prepareDebianTools() {
  const missing = debianTools.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const elevated = elevation();
  if (existsSync('/etc/debian_version') && elevated !== undefined) {
    console.log(`Installing Debian packages ${missing.join(', ')} ...`);
    const aptGet = [...elevated, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
    const apt = (...args) => {
      const [command, ...rest] = [...aptGet, '-o', 'DPkg::Lock::Timeout=300', ...args];
      return spawnSync(command, rest, { encoding: 'utf8' });
    };
    apt('update');
    if (apt('install', '-y', '--no-install-recommends', ...missing).status === 0) return;
  }
  console.log(`Some tests need more tools: apt-get install ${missing.join(' ')}`);
}

/** What stands before a command that installs: nothing as root, sudo where it asks nothing; undefined where neither is. */
function elevation() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  if (stdout?.includes('Status: install ok installed') === true) return true;
  return sameProgram.has(name) && isInstalled(sameProgram.get(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) preparePackages();
