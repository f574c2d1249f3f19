/** What `lz export` writes into one file each, by the name of the option. */
import { mscPr } from '#chart/mscPr.ts';
import { plantUml } from '#chart/plantUml.ts';
import { runRows } from '#chart/runRows.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { pictureWithRun } from '#report/openedRun.ts';
import { packMarkdownFiles } from '#report/packMarkdown.ts';
import { writeRunFile } from '#report/runFile.ts';
import { runPicture } from '#report/runPicture.ts';
import { packOf } from './exportPack.ts';
import { htmlExport } from './htmlExport.ts';
import { pngOfSvg } from './pngOfSvg.ts';
import { runDiagram } from './runDiagram.ts';
import type { RunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';
import { savedRun } from './savedRun.ts';

/** The octets of the file; `beside` are files that stand beside it, by their names there. */
interface Written {
  readonly octets: Uint8Array;
  readonly beside?: ReadonlyMap<string, Uint8Array>;
  /** It is no text. */
  readonly binary?: boolean;
}

/** What a format needs is not there; its message is one sentence without a full stop. */
export class Unwritable extends Error {}

/** `name` is that of the file, without its folder and its ending. */
type Writer = (request: RunRequest, name: string) => Promise<Written>;

const utf8 = new TextEncoder();
const text =
  (write: (request: RunRequest) => string): Writer =>
  async (request) => ({ octets: utf8.encode(write(request)) });

export const exportFormats: Readonly<Record<string, Writer>> = {
  mermaid: text(runDiagram),
  plantuml: text((request) => plantUml(lifelines, rowsOf(request))),
  msc: text((request) => mscPr(nameOf(request), lifelines, rowsOf(request))),
  svg: text((request) => runPicture(titleOf(request), sessionOfRun(request), request.patches)),
  png: (request) => pngWithRun(request, 2),
  png4: (request) => pngWithRun(request, 4),
  html: async (request) => ({ octets: utf8.encode(await htmlExport(request)) }),
  json: text(runFileOf),
  markdown: async (request, name) => {
    const { text: written, figures } = packMarkdownFiles(packOf(request), name);
    return {
      octets: utf8.encode(written),
      beside: new Map(figures.map(([file, svg]) => [file, utf8.encode(svg)])),
    };
  },
  docx: async (request) => {
    // It brings a library with it that no other command needs.
    const { packDocument } = await import('#report/packDocument.ts');
    const making = { pngOf: pngOfSvg, author: 'Lifetime Zero', date: new Date().toISOString() };
    return { octets: await packDocument(packOf(request), making), binary: true };
  },
};

function runFileOf(request: RunRequest): string {
  return writeRunFile(savedRun(request, request.fit.trace.steps.length));
}

/** @throws {Unwritable} without rsvg-convert. */
async function pngWithRun(request: RunRequest, zoom: number): Promise<Written> {
  const svg = runPicture(titleOf(request), sessionOfRun(request), request.patches);
  const png = await pngOfSvg(svg, zoom);
  if (png === undefined)
    throw new Unwritable('a PNG is drawn by rsvg-convert, which is not installed (Debian: librsvg2-bin)');
  return { octets: pictureWithRun(png, runFileOf(request)), binary: true };
}

function rowsOf(request: RunRequest) {
  return runRows(sessionOfRun(request), request.patches);
}

function nameOf({ scenario }: RunRequest): string {
  return scenario?.name ?? 'run';
}

function titleOf({ scenario }: RunRequest): string {
  return scenario?.title ?? 'Run';
}
