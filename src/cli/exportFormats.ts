/** What `lz export` writes into one file each, by the name of the option. */
import { mscPr } from '#chart/mscPr.ts';
import { plantUml } from '#chart/plantUml.ts';
import { runRows } from '#chart/runRows.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { writeRunFile } from '#report/runFile.ts';
import { runPicture } from '#report/runPicture.ts';
import { htmlExport } from './htmlExport.ts';
import { runDiagram } from './runDiagram.ts';
import type { RunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';

type Writer = (request: RunRequest) => Promise<Uint8Array>;

const utf8 = new TextEncoder();
const text =
  (write: (request: RunRequest) => string): Writer =>
  async (request) =>
    utf8.encode(write(request));

export const exportFormats: Readonly<Record<string, Writer>> = {
  mermaid: text(runDiagram),
  plantuml: text((request) => plantUml(lifelines, rowsOf(request))),
  msc: text((request) => mscPr(nameOf(request), lifelines, rowsOf(request))),
  svg: text((request) => runPicture(titleOf(request), sessionOfRun(request), request.patches)),
  html: async (request) => utf8.encode(await htmlExport(request)),
  json: text((request) => {
    const { scenario, variant, options, fit, patches } = request;
    const events = fit.trace.steps.map(({ event }) => event.text);
    return writeRunFile({ scenario: scenario?.name, reading: variant, options, events, step: events.length, patches });
  }),
};

function rowsOf(request: RunRequest) {
  return runRows(sessionOfRun(request), request.patches);
}

function nameOf({ scenario }: RunRequest): string {
  return scenario?.name ?? 'run';
}

function titleOf({ scenario }: RunRequest): string {
  return scenario?.title ?? 'Run';
}
