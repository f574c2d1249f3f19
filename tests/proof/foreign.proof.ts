/** Captures that others made, read by us and by others: Scapy builds them, tshark and Scapy judge what we read in them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCapture } from '#capture/openCapture.ts';
import type { WireField } from '#wire/field.ts';
import { dissect } from '#wire/packet.ts';
import { compareFrames, tsharkFrames, tsharkRefusals } from './support/comparison.ts';
import { capinfos, mergecap, scapy, scapyFrames, tshark, tsharkVersion } from './support/judges.ts';
import { decoded, each } from './support/ourFrames.ts';
import { compareWithScapy } from './support/scapyComparison.ts';

let folder: string;
const path = (name: string) => join(folder, name);
const noKeys = () => path('noKeys');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  mkdirSync(noKeys());
  writeFileSync(path('noKeys/esp_sa'), '# no key\n');
  scapy('foreignCaptures.py', [folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both readings of a capture. */
function both(name: string, keys: string) {
  const ours = decoded(path(name), keys);
  const theirs = tsharkFrames(path(name), keys);
  return { ours, theirs, ...compareFrames(ours.frames, theirs) };
}

const clearFields = ['mipv6.seq', 'mipv6.flags_set', 'mipv6.option_types', 'isakmp.msgid', 'isakmp.notifies.type'];
const sealedFields = ['esp.icv_ok', 'esp.next_header', 'isakmp.integrity_ok', 'isakmp.deletes.spis', 'mipv6.seq'];

describe.each(['rawIp.pcap', 'ethernet.pcap', 'cooked.pcap', 'swapped.pcap'])('%s', (name) => {
  it('is read as tshark reads it', () => {
    const { ours, theirs, differences, agreed } = both(name, noKeys());
    expect(differences).toEqual([]);
    expect(tsharkRefusals(theirs)).toEqual([]);
    expect(ours.file).toMatchObject({ type: 'pcap', error: null });
    for (const field of clearFields) expect(agreed[field], field).toBeGreaterThan(0);
  });
});

describe('the comparison itself', () => {
  it('reports whatever differs', () => {
    const ours = decoded(path('rawIp.pcap'), noKeys()).frames;
    const theirs = tsharkFrames(path('rawIp.pcap'), noKeys());
    const [first, ...others] = ours;
    const header = each(first?.mipv6)[0];
    if (first === undefined || header === undefined) throw new Error('the first frame has no Mobility Header');
    const seq = (header.seq ?? 0) + 1;
    const wrong = { ...first, mipv6: { ...header, seq }, isakmp: each(ours[140]?.isakmp) };
    const fields = compareFrames([wrong, ...others], theirs).differences.map(({ frame, field }) => `${frame} ${field}`);
    expect(fields).toEqual(expect.arrayContaining(['1 mipv6.seq', '1 isakmp.spi_i', '1 isakmp.notifies.type']));
    expect(fields.every((each) => each.startsWith('1 '))).toBe(true);
  });
});

describe('files that Wireshark wrote', () => {
  it('reads several interfaces with different link types in one pcapng', () => {
    mergecap(path('merged.pcapng'), ['rawIp.pcap', 'ethernet.pcap', 'cooked.pcap'].map(path));
    expect(capinfos(path('merged.pcapng'))).toMatch(/Number of interfaces in file: 3/);
    const { ours, differences } = both('merged.pcapng', noKeys());
    expect(differences).toEqual([]);
    expect(ours.file).toMatchObject({ type: 'pcapng', error: null });
    expect(ours.frames.length).toBe(3 * decoded(path('rawIp.pcap')).frames.length);
  });

  it('reads pcapng with nanoseconds, and gzip', () => {
    tshark(path('swapped.pcap'), noKeys(), ['-F', 'pcapng', '-w', path('nanoseconds.pcapng')]);
    expect(both('nanoseconds.pcapng', noKeys()).differences).toEqual([]);
    writeFileSync(path('zipped.pcapng.gz'), gzipSync(readFileSync(path('nanoseconds.pcapng'))));
    expect(both('zipped.pcapng.gz', noKeys()).differences).toEqual([]);
  });
});

describe('what Scapy and cryptography have sealed', () => {
  it('is opened, and its ICVs are verified, as tshark and Scapy do', () => {
    const { ours, theirs, differences, agreed } = both('sealed.pcap', path('keys'));
    expect(differences).toEqual([]);
    expect(tsharkRefusals(theirs)).toEqual([]);
    for (const field of sealedFields) expect(agreed[field], field).toBeGreaterThan(0);
    const [theirFrames = []] = scapyFrames([{ capture: path('sealed.pcap'), keys: path('keys') }]);
    const scapySays = compareWithScapy(ours.frames, theirFrames);
    expect(scapySays.differences).toEqual([]);
    expect(scapySays.verified).toBeGreaterThan(200);
    expect(scapySays.checksums).toBeGreaterThan(200);
  });

  it('stays closed without keys, to all of us', () => {
    const { ours, differences } = both('sealed.pcap', noKeys());
    expect(differences).toEqual([]);
    expect(ours.frames.flatMap((frame) => each(frame.mipv6))).toEqual([]);
  });

  it('is refused by all of us once its last octet has a wrong bit', () => {
    writeFileSync(path('damaged.pcap'), withWrongLastBits(readFileSync(path('sealed.pcap'))));
    const ours = decoded(path('damaged.pcap'), path('keys')).frames;
    const theirs = tsharkFrames(path('damaged.pcap'), path('keys'));
    const [theirFrames = []] = scapyFrames([{ capture: path('damaged.pcap'), keys: path('keys') }]);
    const espFrames = ours.filter((frame) => each(frame.esp).length > 0).map((frame) => frame.frame - 1);
    const ikeFrames = ours.filter((frame) => each(frame.isakmp).length > 0).map((frame) => frame.frame - 1);
    expect(espFrames.length).toBeGreaterThan(200);
    expect(ikeFrames.length).toBeGreaterThan(30);
    for (const at of espFrames) {
      expect(each(ours[at]?.esp)[0]?.icv_ok, `frame ${at + 1}`).toBe(false);
      expect(theirs[at]?.['esp.icv_good'], `frame ${at + 1}`).toEqual(['0']);
      expect(theirFrames[at]?.esp[0]?.verified, `frame ${at + 1}`).toBe(false);
    }
    for (const at of ikeFrames) {
      expect(each(ours[at]?.isakmp)[0]?.integrity_ok, `frame ${at + 1}`).toBe(false);
      expect(theirs[at]?.['isakmp.ikev2.integrity_checksum'], `frame ${at + 1}`).not.toEqual([]);
    }
  });
});

describe('checksums of Mobility Headers', () => {
  it('are verified as Scapy does, which tshark does not do at all', () => {
    const { frames } = decoded(path('rawIp.pcap'));
    const [theirFrames = []] = scapyFrames([{ capture: path('rawIp.pcap'), keys: noKeys() }]);
    const { differences, checksums } = compareWithScapy(frames, theirFrames);
    expect(differences).toEqual([]);
    expect(checksums).toBeGreaterThan(100);
  });
});

describe('where tshark 4.0 names a code wrongly', () => {
  // RFC 5846 numbers refusals from 128 on; Wireshark 4.0 has the numbers of a draft, 2..6, and knows no 128.
  const revocation = ['success', 'partial success', 'binding does not exist', 'IPv4 home address option required'];
  // RFC 5555 3.2.1; Wireshark 4.0 shows names of access technologies in their place.
  const ipv4 = ['success', 'failure, reason unspecified', 'administratively prohibited', 'incorrect IPv4 home address'];

  it('agrees with it on the number, and gives the name of the standard', () => {
    const { differences, agreed } = both('illNamed.pcap', noKeys());
    expect(differences).toEqual([]);
    expect(agreed['mipv6.status']).toBe(17);
    const words = statusWords(readFileSync(path('illNamed.pcap')));
    expect(words.slice(0, revocation.length)).toEqual(revocation.map((word) => [word]));
    expect(words.slice(10, 10 + ipv4.length)).toEqual(ipv4.map((word) => ['accepted', word]));
  });

  it.runIf(tsharkVersion().includes('4.0.'))('is so indeed', () => {
    const theirs = tshark(path('illNamed.pcap'), noKeys(), ['-V']);
    expect(theirs).toMatch(/Status: Unknown \(128\)/);
    expect(theirs).toMatch(/Status: PPP \(129\)/);
  });
});

/** The words of all fields named "Status", of each frame. */
function statusWords(file: Buffer): readonly (readonly string[])[] {
  const leaves = (field: WireField): readonly WireField[] => [field, ...(field.parts ?? []).flatMap(leaves)];
  return openCapture()
    .push(file)
    .map(({ octets }) =>
      dissect(octets, 'ip', undefined, { fields: true })
        .layers.flatMap(({ fields }) => fields.flatMap(leaves))
        .flatMap(({ name, words }) => (name === 'Status' ? [words] : [])),
    );
}

/** A little-endian pcap in which each packet's last bit is another. */
function withWrongLastBits(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  for (let at = 24; at < changed.length; ) {
    const end = at + 16 + changed.readUInt32LE(at + 8);
    changed.writeUInt8(changed.readUInt8(end - 1) ^ 1, end - 1);
    at = end;
  }
  return changed;
}
