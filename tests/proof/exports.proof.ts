/** Our exports, read by tshark and Scapy: every scenario over every access in every suite, opened with the key files that we write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { compareFrames, tsharkFrames, tsharkRefusals } from './support/comparison.ts';
import { combinations, exportAll } from './support/exports.ts';
import { scapyFrames } from './support/judges.ts';
import { decoded } from './support/ourFrames.ts';
import { compareWithScapy } from './support/scapyComparison.ts';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each capture must have something of: a comparison of nothing proves nothing. */
const wanted = [
  ...['mipv6.seq', 'mipv6.lifetime_units', 'mipv6.status', 'mipv6.flags_set', 'mipv6.option_types', 'mipv6.trigger'],
  ...['isakmp.msgid', 'isakmp.decrypted', 'isakmp.integrity_ok', 'isakmp.deletes.protocol', 'isakmp.notifies.type'],
  ...['esp.spi', 'esp.seq', 'esp.icv_ok', 'esp.next_header', 'udp.sport', 'ipv6.plen'],
];

describe.each(combinations)('$access, $suite', (combination) => {
  it('is read by tshark and Scapy as we read it', async () => {
    const own = mkdtempSync(join(folder, 'one-'));
    const { capture, keys } = await exportAll(combination, own);
    const ours = decoded(capture, keys);
    expect(ours.file).toEqual({ type: 'pcapng', error: null });
    expect(ours.frames.length).toBeGreaterThan(4 * scenarios.length);

    const theirs = tsharkFrames(capture, keys);
    const { differences, agreed } = compareFrames(ours.frames, theirs);
    expect(differences).toEqual([]);
    expect(tsharkRefusals(theirs)).toEqual([]);
    for (const field of wanted) expect(agreed[field] ?? 0, field).toBeGreaterThan(0);

    const [theirFrames = []] = scapyFrames([{ capture, keys }]);
    const scapySays = compareWithScapy(ours.frames, theirFrames);
    expect(scapySays.differences).toEqual([]);
    expect(scapySays.checksums).toBeGreaterThan(scenarios.length);
    expect(scapySays.verified).toBeGreaterThan(scenarios.length);
  });
});
