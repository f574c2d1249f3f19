/** Lighthouse on a page, in the browser of the tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import lighthouse, { desktopConfig, type Flags, type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';
export type Device = 'desktop' | 'mobile';

export interface Audited {
  /** By category, 0 to 1. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** The audits that count towards a score and are not passed in full: id and what Lighthouse says of it. */
  readonly short: readonly string[];
  /** Times as Lighthouse estimates them, in milliseconds; Cumulative Layout Shift has no unit. */
  readonly metrics: Readonly<Record<string, number>>;
}

const metricNames = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'speed-index': 'SI',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
} as const;

/** One run of Lighthouse, with a browser and a profile of its own. @throws {Error} if Lighthouse cannot load the page. */
export async function auditPage(address: string, device: Device, categories: readonly Category[]): Promise<Audited> {
  const { executablePath, args, env } = findBrowser();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  try {
    const flags = { port, logLevel: 'error' as const, onlyCategories: [...categories] } satisfies Flags;
    const result = await lighthouse(address, flags, device === 'desktop' ? desktopConfig : undefined);
    if (result === undefined) throw new Error('Lighthouse gave no result');
    if (result.lhr.runtimeError) throw new Error(result.lhr.runtimeError.message);
    return readResult(result.lhr);
  } finally {
    await browser.close();
  }
}

function readResult({ categories, audits }: Result): Audited {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const short = counted.flatMap(({ id }) => {
    const audit = audits[id];
    const passed = audit === undefined || audit.score === null || audit.score === 1;
    return passed ? [] : [`${id} (${audit.displayValue || audit.title})`];
  });
  const metrics = Object.entries(metricNames).flatMap(([id, name]) => {
    const value = audits[id]?.numericValue;
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    scores: Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score ?? 0])),
    short,
    metrics: Object.fromEntries(metrics),
  };
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
