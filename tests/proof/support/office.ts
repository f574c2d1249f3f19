/** LibreOffice, and poppler for the PDF that it makes. A missing program fails, it is never passed over. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pixels } from './pixels.ts';
import { pixelsOfPgm } from './pixels.ts';

const howToInstall = 'on Debian: apt-get install libreoffice-writer-nogui poppler-utils librsvg2-bin fonts-liberation';

function run(program: string, args: readonly string[]): Buffer {
  try {
    return execFileSync(program, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${program} did not do its work: ${String(error)}; ${howToInstall}`);
  }
}

/** Has LibreOffice write documents in another form, each beside itself, with a profile of its own in that folder. */
export function convert(folder: string, names: readonly string[], form: 'pdf' | 'fodt'): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const files = names.map((name) => join(folder, name));
  run('soffice', [profile, '--headless', '--convert-to', form, '--outdir', folder, ...files]);
}

/** The text of each page. */
export function textOfPages(pdf: string): readonly string[] {
  return run('pdftotext', ['-enc', 'UTF-8', pdf, '-']).toString().split('\f').slice(0, -1);
}

/** A page as a picture of 96 pixels to the inch; pages are counted from 1. */
export function pictureOfPage(pdf: string, page: number): Pixels {
  const only = ['-f', String(page), '-l', String(page)];
  return pixelsOfPgm(run('pdftoppm', ['-r', '96', '-gray', ...only, pdf]));
}
