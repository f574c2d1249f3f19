import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { MOST_QR_CHARACTERS, qrCode } from '#report/qrCode.ts';

/** The picture of a code, four dots a module, as a camera hands it on. */
function pictureOf(size: number, path: string) {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

describe('a QR code', () => {
  it.each(['https://example.org/#n=22&scenario=ue-initiated', `https://example.org/#z=1.${'aB-_'.repeat(200)}`])(
    'is read back by another reader: %.40s',
    (text) => {
      const code = qrCode(text)!;
      expect(decodeQR(pictureOf(code.size, code.path))).toBe(text);
    },
  );

  it('is none for what is too long to be read from a wall', () => {
    expect(qrCode('x'.repeat(MOST_QR_CHARACTERS))).toBeDefined();
    expect(qrCode('x'.repeat(MOST_QR_CHARACTERS + 1))).toBeUndefined();
  });
});
