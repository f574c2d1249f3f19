/** What Lighthouse finds in the built page, as far as no time is in it; the bench has the rest. */
import { expect, test } from '@playwright/test';
import { auditPage, type Category } from './auditPage.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'Lighthouse speaks to Chromium');

const categories: readonly Category[] = ['accessibility', 'best-practices', 'seo'];

for (const device of ['desktop', 'mobile'] as const) {
  test(`Lighthouse finds no fault on a ${device} screen`, async ({ baseURL }) => {
    test.setTimeout(60_000);
    const { scores, short } = await auditPage(baseURL ?? '', device, categories);
    expect(short).toEqual([]);
    expect(scores).toEqual({ accessibility: 1, 'best-practices': 1, seo: 1 });
  });
}
