/** `lz export`: writes a run's packets and keys for Wireshark. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportedRun } from '#capture/exportedRun.ts';
import { basisOfStep } from '#chart/stepBasis.ts';
import { quote } from '#run/refusal.ts';
import type { SayStep } from '#session/capturedRun.ts';
import { patchMisfit } from '#session/messageOctets.ts';
import type { Session } from '#session/session.ts';
import { messageOf } from '#session/session.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { badInput, done } from './command.ts';
import { exportHelp } from './exportHelp.ts';
import { readingOptions } from './readReading.ts';
import { sayError } from './readText.ts';
import { readRunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';

const kinds = {
  scenario: 'value',
  events: 'value',
  ...readingOptions,
  session: 'values',
  patch: 'value',
  pcapng: 'value',
  keys: 'value',
} as const;

export const exportCommand: Command = {
  about: 'write the packets of a run for Wireshark, and the keys that open them',
  help: exportHelp,
  run: async (args, readInput) => {
    const given = readArguments(args, kinds);
    if (!given.ok) return badInput(given.error);
    const file = given.value.get('pcapng')?.[0];
    const folder = given.value.get('keys')?.[0];
    if (file === undefined || folder === undefined) return badInput('export needs --pcapng FILE and --keys DIR');
    const request = await readRunRequest(given.value, readInput);
    if (!request.ok) return badInput(request.error);
    // Half a run would look like a whole one in Wireshark: where an event does not fit, nothing is written.
    if (request.value.misfit !== undefined) return badInput(request.value.misfit);
    const session = sessionOfRun(request.value);
    const { patches } = request.value;
    const unfit = patchMisfit(session, patches);
    if (unfit !== undefined) return badInput(unfit);
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
  },
};

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
