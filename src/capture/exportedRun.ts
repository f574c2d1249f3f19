/** A run for Wireshark: a capture, and the two tables of keys that open it. */

import { addressOctets } from '#session/addressOctets.ts';
import type { CapturedRun, SayStep } from '#session/capturedRun.ts';
import { capturedRun, captureInterfaces } from '#session/capturedRun.ts';
import { connectionFixture } from '#session/fixture.ts';
import { keysOf } from '#session/keys.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { writePcapng } from '#wire/pcapng.ts';
import type { EspKeyRow, KeyRows } from './keyFiles.ts';
import { ESP_KEY_FILE, IKE_KEY_FILE, writeKeyFiles } from './keyFiles.ts';

export const CAPTURE_FILE = 'run.pcapng';

export interface ExportedRun {
  readonly pcapng: Uint8Array;
  /** The two tables by the names that Wireshark looks for. */
  readonly keyFiles: readonly { readonly name: string; readonly text: string }[];
  /** The messages that are not in the capture, each with its reason. */
  readonly missing: CapturedRun['missing'];
}

/** Packets without a link layer, IPv4 or IPv6 (registry of link types). */
const RAW_IP = 101;

/** The files of a run, with what a person changed on the way. The same run gives the same octets. */
export function exportedRun(session: Session, sayStep: SayStep, patches: readonly Patch[] = []): ExportedRun {
  const { packets, missing } = capturedRun(session, sayStep, patches);
  const interfaces = captureInterfaces.map((name) => ({ name, linkType: RAW_IP }));
  const { ike, esp } = writeKeyFiles(keyRowsOf(session));
  return {
    pcapng: writePcapng({ interfaces, packets }),
    keyFiles: [
      { name: IKE_KEY_FILE, text: ike },
      { name: ESP_KEY_FILE, text: esp },
    ],
    missing,
  };
}

/**
 * The keys of a session as rows: each direction of an ESP SA with the home address and with the care-of address, because
 * Wireshark asks for the one that it has put in the packet's place by then.
 */
function keyRowsOf(session: Session): KeyRows {
  const { fixture } = session;
  const keys = keysOf(session);
  const homeAgent = addressOctets(fixture.homeAgentAddress);
  const esp = keys.espSas.flatMap(({ apn, direction, spi, keys: own }): EspKeyRow[] => {
    const addresses = [connectionFixture(fixture, apn).homeAddress, fixture.careOfAddress].map(addressOctets);
    return addresses.map((ue) => ({
      version: 'IPv6',
      source: direction === 'toPdnGw' ? ue : homeAgent,
      destination: direction === 'toPdnGw' ? homeAgent : ue,
      spi,
      keys: own,
    }));
  });
  return { ike: keys.ikeSas, esp };
}
