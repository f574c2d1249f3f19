/** A figure as PNG, by Debian's rsvg-convert: for programs that do not draw SVG. Undefined where that is not installed. */
import { execFile } from 'node:child_process';

/** A figure is some hundred kilobytes. */
const MOST_OCTETS = 64 * 1024 * 1024;

export function pngOfSvg(svg: string, zoom = 2): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const options = { encoding: 'buffer', maxBuffer: MOST_OCTETS } as const;
    const child = execFile('rsvg-convert', ['--zoom', String(zoom)], options, (error, png) => {
      resolve(error === null ? Uint8Array.from(png) : undefined);
    });
    // A program that is not there, or that stops reading, is told by the error above.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(svg);
  });
}
