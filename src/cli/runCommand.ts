/** `lz run`: replays a scenario or a list of events. */
import { quote } from '#run/refusal.ts';
import { patchMisfit } from '#session/messageOctets.ts';
import { writePatches, writePatchRemark } from '#session/patch.ts';
import type { Given, Read } from './arguments.ts';
import { readArguments, refuse } from './arguments.ts';
import type { Command } from './command.ts';
import { badInput, done } from './command.ts';
import { readingOptions } from './readReading.ts';
import { runDiagram } from './runDiagram.ts';
import { runHelp } from './runHelp.ts';
import { runJson } from './runJson.ts';
import type { RunRequest } from './runRequest.ts';
import { readRunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';
import { transcript } from './transcript.ts';

const kinds = {
  scenario: 'value',
  events: 'value',
  ...readingOptions,
  session: 'values',
  patch: 'value',
  file: 'value',
  format: 'value',
  json: 'flag',
} as const;

const writers: Readonly<Record<string, (request: RunRequest) => string>> = {
  text: (request) => withLine(transcript(request), writePatchRemark(request.patches)),
  json: runJson,
  mermaid: (request) => {
    const { patches } = request;
    return withLine(runDiagram(request), patches.length === 0 ? '' : `%% patch: ${writePatches(patches)}\n`);
  },
};

export const runCommand: Command = {
  about: 'replay a scenario or a list of events: as text, JSON or a Mermaid diagram',
  help: runHelp,
  run: async (args, readInput) => {
    const given = readArguments(args, kinds);
    if (!given.ok) return badInput(given.error);
    const writer = readFormat(given.value);
    if (!writer.ok) return badInput(writer.error);
    const request = await readRunRequest(given.value, readInput);
    if (!request.ok) return badInput(request.error);
    const { patches, misfit } = request.value;
    // Of a run that stops before its end, why it stops says more than what could no longer be changed.
    const unfit = misfit === undefined ? patchMisfit(sessionOfRun(request.value), patches) : undefined;
    if (unfit !== undefined) return badInput(unfit);
    const output = writer.value(request.value);
    return misfit === undefined ? done(output) : badInput(misfit, output);
  },
};

/** A text with one more line, if there is one. */
function withLine(text: string, line: string): string {
  return line === '' || text.endsWith('\n') ? `${text}${line}` : `${text}\n${line}`;
}

function readFormat(given: Given): Read<(request: RunRequest) => string> {
  const json = given.has('json');
  const format = given.get('format')?.[0] ?? (json ? 'json' : 'text');
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined;
  if (writer === undefined) {
    return refuse(`there is no format ${quote(format)}; the formats are ${Object.keys(writers).join(', ')}`);
  }
  if (json && format !== 'json') return refuse(`--json and --format ${format} ask for two formats`);
  return { ok: true, value: writer };
}
