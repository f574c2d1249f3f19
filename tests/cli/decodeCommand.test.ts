import { describe, expect, it } from 'vitest';
import { commandLine, errorLine } from '#cli/commandLine.ts';
import { fromHex } from '#wire/octets.ts';
import { writePcapng } from '#wire/pcapng.ts';

/** The worked example that TShark 4.0.17 was seen to open: a DELETE, and a Binding Update behind a Home Address option. */
const deleteRequest = fromHex(`
  600000000054114020010db8000a0000000000000000000120010db8000b0000000000000000000101f401f40054ccb6
  111111111111111122222222222222222e202508000000020000004c2a000030aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  5c1df3711795f9d54f33c5f3ec1e70cc7f5eecb73335966e13b516da
`);
const bindingUpdate = fromHex(`
  60000000005c3c4020010db8000a0000000000000000000120010db8000b00000000000000000001320201020000c910
  20010db8000b000000000000000000990000001100000001cccccccccccccccccccccccccccccccc7ea601eadd460c89
  10de66ebf727ff34bc140df07f32c901dfd709f27a7a9fb4cfa15e0b8085b73342de2eee
`);
const ikeRow =
  '1111111111111111,2222222222222222,000102030405060708090a0b0c0d0e0f,101112131415161718191a1b1c1d1e1f,"AES-CBC-128 [RFC3602]",' +
  '202122232425262728292a2b2c2d2e2f30313233,404142434445464748494a4b4c4d4e4f50515253,"HMAC_SHA1_96 [RFC2404]"';
const espRow =
  '"IPv6","2001:db8:b::99","2001:db8:b::1","0x00000011","AES-CBC [RFC3602]","0xaabbccddeeff00112233445566778899",' +
  '"HMAC-SHA-1-96 [RFC2404]","0x0123456789abcdef0123456789abcdef01234567"';

function capture(...packets: readonly Uint8Array[]): Uint8Array {
  return writePcapng({
    interfaces: [{ name: 'UE', linkType: 229 }],
    packets: packets.map((octets, i) => ({
      interface: 0,
      timeNanoseconds: 1_700_000_000_000_000_001n + BigInt(i),
      octets,
    })),
  });
}

async function decode(args: readonly string[], files: Readonly<Record<string, Uint8Array | string>>) {
  const { code, output, error } = await commandLine(['decode', ...args], async (path) => {
    const file = files[path];
    if (file === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  });
  return { code, output, error: error === undefined ? '' : errorLine(error) };
}

const keys = { 'keys/ikev2_decryption_table': ikeRow, 'keys/esp_sa': espRow };

describe('lz decode', () => {
  it('--json with keys: exactly this shape', async () => {
    const file = capture(deleteRequest, bindingUpdate);
    const { code, output, error } = await decode(['x', '--keys', 'keys', '--json'], { x: file, ...keys });
    expect([code, error]).toEqual([0, '']);
    const read = JSON.parse(output);
    expect(Object.keys(read)).toEqual(['frames', 'file']);
    expect(read.file).toEqual({ type: 'pcapng', error: null });
    expect(read.frames[0]).toEqual({
      frame: 1,
      time: '1700000000.000000001',
      length: 124,
      captured: 124,
      error: null,
      ipv6: { src: '2001:db8:a::1', dst: '2001:db8:b::1', plen: 84, nxt: 17, hlim: 64 },
      udp: { sport: 500, dport: 500 },
      isakmp: {
        spi_i: '1111111111111111',
        spi_r: '2222222222222222',
        exchange: 37,
        I: 1,
        R: 0,
        msgid: 2,
        length: 76,
        payload_types: [46],
        decrypted: true,
        integrity_ok: true,
        inner_payload_types: [42],
        deletes: [{ protocol: 1, spis: [] }],
        notifies: [],
      },
      notes: [{ severity: 'note', at: 4, text: expect.stringContaining('In the SK plaintext: ') }],
    });
    expect(read.frames[1]).toMatchObject({
      frame: 2,
      time: '1700000000.000000002',
      esp: { spi: '00000011', seq: 1, decrypted: true, icv_ok: true, next_header: 135 },
      mipv6: { mh_type: 5, seq: 7, lifetime_units: 0, flags_set: ['A', 'H'], option_types: [1], checksum_ok: true },
    });
  });

  it('without keys gives no verdict, with wrong ones a bad one', async () => {
    const file = capture(deleteRequest, bindingUpdate);
    const closed = JSON.parse((await decode(['x', '--json'], { x: file })).output).frames;
    expect(closed[0].isakmp).toMatchObject({ decrypted: false, payload_types: [46] });
    for (const key of ['integrity_ok', 'inner_payload_types', 'deletes'])
      expect(closed[0].isakmp).not.toHaveProperty(key);
    expect(closed[1].esp).toEqual({ spi: '00000011', seq: 1, decrypted: false });
    const wrong = { 'keys/esp_sa': espRow.replace('0x0123', '0x0124') };
    const judged = JSON.parse((await decode(['x', '--keys', 'keys', '--json'], { x: file, ...wrong })).output).frames;
    expect(judged[1].esp).toEqual({ spi: '00000011', seq: 1, decrypted: false, icv_ok: false });
    expect(judged[1].notes.map(({ severity }: { severity: string }) => severity)).toContain('error');
  });

  it('prints a line a frame', async () => {
    const { output } = await decode(['-', '--keys', 'keys'], { '-': capture(deleteRequest, bindingUpdate), ...keys });
    const lines = output.trimEnd().split('\n');
    expect(lines.length).toBe(2);
    expect(lines[0]).toMatch(
      /^1 {2}1700000000\.000000001 {2}2001:db8:a::1 > 2001:db8:b::1, UDP 500 > 500, IKEv2 .*ICV correct.*Delete/,
    );
    expect(lines[1]).toMatch(/Binding Update sequence number 7 lifetime 0 s/);
  });

  it.each([
    ['an empty file', new Uint8Array(), /^lz: the file is empty, at offset 0\n$/],
    ['a foreign file', 'hello, world', /^lz: the file is neither pcap nor pcapng, at offset 0\n$/],
  ])('%s: exit 2, one line with the offset', async (_, x, says) => {
    const { code, output, error } = await decode(['x'], { x });
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(says);
    expect(JSON.parse((await decode(['x', '--json'], { x })).output)).toMatchObject({
      frames: [],
      file: { type: null },
    });
  });

  it('shows what is readable of a cut file, and then says where it ends', async () => {
    const file = capture(deleteRequest, bindingUpdate);
    const cut = { x: file.subarray(0, -9) };
    const { code, output, error } = await decode(['x'], cut);
    expect([code, output.split('\n').length]).toEqual([2, 2]);
    expect(error).toContain(`after frame 1, at offset ${file.length - 9}`);
    const json = JSON.parse((await decode(['x', '--json'], cut)).output);
    expect(json.frames.length).toBe(1);
    expect(json.file.error).toContain('The file ends within');
  });

  it.each([
    [[], /decode needs a file/],
    [['--json'], /decode needs a file/],
    [['y'], /cannot read "y": there is no such file/],
    [['x', '--keys', 'none'], /neither ikev2_decryption_table nor esp_sa in "none"/],
    [['x', '--keys', 'bad'], /esp_sa, line 1, column 1: the row has 1 columns, not 8/],
  ])('%j: refused in one line', async (args, says) => {
    const { code, error } = await decode(args, { x: capture(bindingUpdate), 'bad/esp_sa': 'nonsense' });
    expect(code).toBe(2);
    expect(error).toMatch(says);
  });
});
