/** The bench's page for captures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exported } from '../../proof/support/exports.ts';
import type { DecodeBenchPage } from '../pages/decode.ts';
import { servePage } from './servePage.ts';

declare global {
  interface Window {
    readonly decodePage: DecodeBenchPage;
  }
}

export interface DecodePage {
  /** Seconds, and how many frames were decoded in them. */
  readonly decode: (capture: Exported) => Promise<{ readonly seconds: number; readonly listed: number }>;
  readonly close: () => Promise<void>;
}

export async function openDecodePage(): Promise<DecodePage> {
  const { page, close } = await servePage('decode', 'decodePage');
  return {
    decode: async ({ capture, keys }) => {
      await page.setInputFiles('#capture', capture);
      const [ike, esp] = ['ikev2_decryption_table', 'esp_sa'].map((name) => readFileSync(join(keys, name), 'utf8'));
      const { milliseconds, listed } = await page.evaluate(
        ([ikeKeys, espKeys]) => window.decodePage.decode(ikeKeys, espKeys),
        [ike ?? '', esp ?? ''] as const,
      );
      return { seconds: milliseconds / 1000, listed };
    },
    close,
  };
}
