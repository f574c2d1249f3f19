/** Finds what the tests in WebKit need: WebKitGTK's driver and browser, and a display that needs no screen. */
import { existsSync } from 'node:fs';

export interface WebKitPaths {
  readonly driver: string;
  readonly browser: string;
  /** Runs a program with a display in memory. */
  readonly display: string;
}

const candidates: { readonly [K in keyof WebKitPaths]: readonly string[] } = {
  driver: ['/usr/bin/WebKitWebDriver'],
  browser: ['x86_64', 'aarch64'].flatMap((machine) =>
    ['4.1', '6.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  ),
  display: ['/usr/bin/xvfb-run'],
};

/** The three programs by path; the names of those that are not installed if one is missing. */
export function findWebKit():
  | { readonly ok: true; readonly paths: WebKitPaths }
  | { readonly ok: false; readonly missing: readonly string[] } {
  const found = Object.entries(candidates).map(([name, paths]) => [name, paths.find((path) => existsSync(path))]);
  const missing = found.filter(([, path]) => path === undefined).map(([name]) => String(name));
  if (missing.length > 0) return { ok: false, missing };
  return { ok: true, paths: Object.fromEntries(found) as WebKitPaths };
}
