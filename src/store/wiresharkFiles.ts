/** The run as files for Wireshark, in one archive: the capture, the two tables of keys, and how to use them. */
import { CAPTURE_FILE, exportedRun } from '#capture/exportedRun.ts';
import { basisOfStep } from '#chart/stepBasis.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { saveArchive } from '#shell/archive.ts';
import { patchesOf } from './patches.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

const utf8 = new TextEncoder();

/** Hands the archive to the browser, and says in a sentence what is in it. */
export function saveForWireshark(state: WalkState): string {
  const name = `${state.scenario.name}.zip`;
  const { files, missing } = wiresharkFiles(session(state), patchesOf(state.patches, state.run.trace));
  saveArchive(name, files);
  return missing === 0
    ? `${name} is saved.`
    : `${name} is saved, without ${missing} that the text leaves without octets or that could not be sent.`;
}

/** The files by name, with what was changed on the way, and how many messages have no octets. */
export function wiresharkFiles(
  concrete: Session,
  patches: readonly Patch[],
): {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly missing: number;
} {
  const sayStep = (number: number) => {
    const step = concrete.trace.steps[number - 1];
    return step === undefined ? '' : `${step.event.text} (${basisOfStep(step).clause})`;
  };
  const { pcapng, keyFiles, missing } = exportedRun(concrete, sayStep, patches);
  const tables = keyFiles.map(({ name, text }) => [name, utf8.encode(text)] as const);
  const absent = missing.map(({ number, reason }) => `Message (${number}) is not in the capture: ${reason}\n`);
  return {
    files: {
      [CAPTURE_FILE]: pcapng,
      ...Object.fromEntries(tables),
      'README.txt': utf8.encode(howTo(keyFiles.map((each) => each.name)) + absent.join('')),
    },
    missing: missing.length,
  };
}

function howTo(tables: readonly string[]): string {
  return `${CAPTURE_FILE} has the packets of the run; the interfaces are named UE and PDN GW.

To read what is encrypted, before opening it in Wireshark:
1. In Wireshark choose Help, About Wireshark, Folders, and open the personal configuration folder.
2. Close Wireshark, and put ${tables.join(' and ')} into that folder. Keep your own tables of these names, if you have any.
3. In the preferences of the protocol ESP tick the boxes that ask for detection and decoding of encrypted payloads and for checking of authentication.
4. Open ${CAPTURE_FILE}.

`;
}
