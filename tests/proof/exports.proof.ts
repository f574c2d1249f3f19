/** Our exports, read by tshark and Scapy: every scenario over every access in every suite, opened with the key files that we write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { compareFrames, tsharkFrames, tsharkRefusals } from './support/comparison.ts';
import { combinations, exportAll, unusual } from './support/exports.ts';
import { scapyFrames } from './support/judges.ts';
import type { OurIke } from './support/ourFrames.ts';
import { decoded, each } from './support/ourFrames.ts';
import { compareWithScapy } from './support/scapyComparison.ts';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENCRYPTED = 46;
const isSealed = ({ payload_types }: OurIke) => payload_types.includes(ENCRYPTED);

/** What each capture must have something of: a comparison of nothing proves nothing. */
const wanted = [
  ...['mipv6.seq', 'mipv6.lifetime_units', 'mipv6.status', 'mipv6.flags_set', 'mipv6.option_types', 'mipv6.trigger'],
  ...['isakmp.msgid', 'isakmp.decrypted', 'isakmp.integrity_ok', 'isakmp.deletes.protocol', 'isakmp.notifies.type'],
  ...['esp.spi', 'esp.seq', 'esp.icv_ok', 'esp.next_header', 'udp.sport', 'ipv6.plen'],
];

const sessions = [...combinations, unusual].map((options) => ({ title: Object.values(options).join(', '), options }));

describe.each(sessions)('$title', ({ options: combination }) => {
  it('is read by tshark and Scapy as we read it', async () => {
    const captures = await exportAll(combination, mkdtempSync(join(folder, 'one-')));
    const totals: Record<string, number> = { frames: 0, checksums: 0, verified: 0 };
    const add = (name: string, more: number) => {
      totals[name] = (totals[name] ?? 0) + more;
    };
    const judgedByScapy = scapyFrames(captures);
    for (const [at, { capture, keys }] of captures.entries()) {
      const ours = decoded(capture, keys);
      expect(ours.file).toEqual({ type: 'pcapng', error: null });
      const theirs = tsharkFrames(capture, keys);
      const { differences, agreed } = compareFrames(ours.frames, theirs);
      expect(differences).toEqual([]);
      expect(tsharkRefusals(theirs)).toEqual([]);
      for (const [field, count] of Object.entries(agreed)) add(field, count);
      // 0 is a wrong checksum, of IPv4 and of UDP: none, before the NAT and behind it.
      const checksums = theirs.flatMap((frame) => [
        ...(frame['ip.checksum.status'] ?? []),
        ...(frame['udp.checksum.status'] ?? []),
      ]);
      expect(checksums.filter((status) => status === '0')).toEqual([]);
      add('right checksums of IPv4 and UDP', checksums.filter((status) => status === '1').length);
      // Every run's packets say where they were seen, and which message of the run they are.
      expect(theirs.flatMap((frame) => frame['frame.interface_name'] ?? [])).toHaveLength(theirs.length);
      expect(theirs.filter((frame) => !/^Message \(\d+\), /.test(frame['frame.comment']?.[0] ?? ''))).toEqual([]);

      const scapySays = compareWithScapy(ours.frames, judgedByScapy[at] ?? []);
      expect(scapySays.differences).toEqual([]);
      const layers = ours.frames.flatMap((frame) => [...each(frame.esp), ...each(frame.isakmp).filter(isSealed)]);
      add('sealed', layers.length);
      add('decrypted', layers.filter(({ decrypted }) => decrypted === true).length);
      add('frames', ours.frames.length);
      add('checksums', scapySays.checksums);
      add('verified', scapySays.verified);
    }
    for (const field of [...wanted, ...(combination.access === 'ipv4Nat' ? ['ip.src', 'ip.proto'] : [])]) {
      expect(totals[field] ?? 0, field).toBeGreaterThan(0);
    }
    for (const what of ['frames', 'right checksums of IPv4 and UDP', 'checksums', 'verified'])
      expect(totals[what]).toBeGreaterThan(2 * scenarios.length);
    // All that is sealed opens: the key files have a row for each SA, and the addresses of their rows fit.
    expect(totals.decrypted).toBe(totals.sealed);
  });
});
