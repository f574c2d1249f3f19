/** `lz export`: writes a run as a figure, as the text of other tools, or as packets and keys for Wireshark. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { exportedRun } from '#capture/exportedRun.ts';
import { basisOfStep } from '#chart/stepBasis.ts';
import { quote } from '#run/refusal.ts';
import type { SayStep } from '#session/capturedRun.ts';
import { patchMisfit } from '#session/messageOctets.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { messageOf } from '#session/session.ts';
import { readArguments } from './arguments.ts';
import type { Command, Finished } from './command.ts';
import { badInput, done } from './command.ts';
import { exportFormats, Unwritable } from './exportFormats.ts';
import { exportHelp } from './exportHelp.ts';
import { readingOptions } from './readReading.ts';
import { sayError } from './readText.ts';
import type { RunRequest } from './runRequest.ts';
import { readRunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';

const kinds = {
  scenario: 'value',
  events: 'value',
  ...readingOptions,
  session: 'values',
  patch: 'value',
  file: 'value',
  pcapng: 'value',
  keys: 'value',
  ...Object.fromEntries(Object.keys(exportFormats).map((name) => [name, 'value' as const])),
} as const;

export const exportCommand: Command = {
  about: 'write a run as a figure, as text of other tools, or as packets for Wireshark',
  help: exportHelp,
  run: async (args, readInput) => {
    const given = readArguments(args, kinds);
    if (!given.ok) return badInput(given.error);
    const file = given.value.get('pcapng')?.[0];
    const folder = given.value.get('keys')?.[0];
    const wanted = Object.keys(exportFormats).filter((name) => given.value.has(name));
    if ((file === undefined) !== (folder === undefined)) return badInput('--pcapng FILE and --keys DIR go together');
    if (file === undefined && wanted.length === 0) {
      const formats = Object.keys(exportFormats).map((name) => `--${name} FILE`);
      return badInput(`export needs a place to write to: ${formats.join(', ')}, or --pcapng FILE and --keys DIR`);
    }
    const request = await readRunRequest(given.value, readInput);
    if (!request.ok) return badInput(request.error);
    // Half a run would look like a whole one: where an event does not fit, nothing is written.
    if (request.value.misfit !== undefined) return badInput(request.value.misfit);
    if (wanted.filter((name) => given.value.get(name)?.[0] === '-').length > 1) {
      return badInput('one format alone can go to standard output');
    }
    const session = sessionOfRun(request.value);
    const unfit = patchMisfit(session, request.value.patches);
    if (unfit !== undefined) return badInput(unfit);
    let output = '';
    for (const name of wanted) {
      const path = given.value.get(name)?.[0] ?? '';
      const written = await exportFormat(name, path, request.value);
      if (!written.ok) return badInput(written.error);
      output += written.output;
    }
    if (file === undefined || folder === undefined) return done(output);
    const packets = await exportPackets(session, request.value.patches, file, folder);
    return { ...packets, output: output + packets.output };
  },
};

/** `output` is for standard output; `error` is one sentence. */
type Exported = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly error: string };

/** Writes one format, and what stands beside it; `-` is standard output, for a text that stands alone. */
async function exportFormat(format: string, path: string, request: RunRequest): Promise<Exported> {
  try {
    const written = await exportFormats[format]?.(request, parse(path).name);
    if (written === undefined) return { ok: true, output: '' };
    if (path !== '-') return await writeAll(new Map([[path, written.octets], ...beside(path, written.beside)]));
    if (written.binary === true || written.beside !== undefined) {
      return { ok: false, error: `--${format} needs a file: it is no text that stands alone` };
    }
    return { ok: true, output: new TextDecoder().decode(written.octets) };
  } catch (error) {
    if (error instanceof Unwritable) return { ok: false, error: error.message };
    throw error;
  }
}

async function writeAll(files: ReadonlyMap<string, Uint8Array>): Promise<Exported> {
  for (const [to, octets] of files) {
    const unwritable = await write(to, (place) => writeFile(place, octets));
    if (unwritable !== undefined) return { ok: false, error: unwritable };
  }
  return { ok: true, output: '' };
}

function beside(path: string, files: ReadonlyMap<string, Uint8Array> = new Map()): [string, Uint8Array][] {
  return [...files].map(([name, octets]) => [join(dirname(path), name), octets]);
}

async function exportPackets(
  session: Session,
  patches: readonly Patch[],
  file: string,
  folder: string,
): Promise<Finished> {
  const { pcapng, keyFiles, missing } = exportedRun(session, stepSayer(session), patches);
  const unwritable =
    (await write(file, (path) => writeFile(path, pcapng))) ??
    (await write(folder, async (path) => {
      await mkdir(path, { recursive: true });
      for (const { name, text } of keyFiles) await writeFile(join(path, name), text);
    }));
  if (unwritable !== undefined) return badInput(unwritable);
  return done(
    missing
      .map(({ number, reason }) => {
        return `message (${number}), ${messageOf(session, number).title}, has no octets: ${reason}\n`;
      })
      .join(''),
  );
}

/** "detach buThenDelete (TR 24.801 8.4.3.2)". */
function stepSayer({ trace }: Session): SayStep {
  return (number) => {
    const step = trace.steps[number - 1];
    if (step === undefined) throw new RangeError(`the run has no step ${number}`);
    return `${step.event.text} (${basisOfStep(step).clause})`;
  };
}

/** What is wrong, in a sentence; undefined where it could be written. */
async function write(path: string, writing: (path: string) => Promise<void>): Promise<string | undefined> {
  try {
    await writing(path);
    return undefined;
  } catch (error) {
    return `cannot write ${quote(path)}: ${sayError(error)}`;
  }
}
