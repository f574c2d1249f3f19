/** The suites say of themselves what the octets show. */
import { describe, expect, it } from 'vitest';
import { decodeEsp, openEsp, protectEsp } from '#wire/esp.ts';
import { algorithmsOf, suites } from '#wire/suites.ts';

describe('each suite', () => {
  it.each(suites)('$title', (suite) => {
    const keys = {
      ...algorithmsOf(suite),
      encryptionKey: new Uint8Array(suite.encryptionKeyLength),
      integrityKey: new Uint8Array(suite.integrityKeyLength),
    };
    const iv = new Uint8Array(suite.ivLength).fill(5);
    for (let length = 0; length < 40; length += 1) {
      const payload = new Uint8Array(length).fill(7);
      const octets = protectEsp({ spi: 256, sequenceNumber: 1, iv, payload, nextHeader: 135 }, keys);
      const read = decodeEsp(octets);
      if (!read.ok) throw new Error(read.error.text);
      const opened = openEsp(read.value, keys);
      if (!opened.ok) throw new Error(opened.error.text);
      expect(opened.payload).toEqual(payload);
      expect(opened.iv).toEqual(iv);
      expect(opened.plaintext.length % suite.padTo).toBe(0);
      expect(octets).toHaveLength(8 + suite.ivLength + opened.plaintext.length + suite.icvLength);
    }
  });

  it('has its own name', () => {
    expect(new Set(suites.map(({ id }) => id)).size).toBe(suites.length);
  });
});
