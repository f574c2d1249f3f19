/** A text as a QR code, as one path of dark modules: any drawing can show it. */
import { encodeQR } from 'qr';

export interface QrCode {
  /** Modules a side, the light border of four included, as the standard asks for (ISO/IEC 18004). */
  readonly size: number;
  /** The dark modules, one unit each, as the `d` of an SVG path. */
  readonly path: string;
}

/** A longer text has more modules than a telephone tells apart from some metres: 105 a side, about 7 mm each on a wall. */
export const MOST_QR_CHARACTERS = 900;
const BORDER = 4;

/** The code of a text; undefined where it is too long. */
export function qrCode(text: string): QrCode | undefined {
  if (new TextEncoder().encode(text).length > MOST_QR_CHARACTERS) return undefined;
  const rows = encodeQR(text, 'raw', { ecc: text.length > MOST_QR_CHARACTERS / 2 ? 'low' : 'medium', border: BORDER });
  return { size: rows.length, path: rows.map(pathOfRow).join('') };
}

/** Neighbours in a row are one rectangle. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x++;
    path += `M${start} ${y}h${x - start + 1}v1h${start - x - 1}z`;
  }
  return path;
}
