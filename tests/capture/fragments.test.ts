import { expect, it } from 'vitest';
import { FrameDecoder } from '#capture/decodeFrame.ts';
import { jsonFrame } from '#capture/decodeJson.ts';
import { protectSk } from '#wire/ikeSk.ts';
import { concat, fromHex } from '#wire/octets.ts';
import type { IkeKeys } from '#wire/suites.ts';
import { u16 } from './build.ts';

const keys: IkeKeys = {
  encryption: { algorithm: 'aesCbc', icvLength: 0 },
  integrity: { algorithm: 'hmacSha1', icvLength: 12, checked: true },
  skEi: fromHex('000102030405060708090a0b0c0d0e0f'),
  skEr: fromHex('101112131415161718191a1b1c1d1e1f'),
  skAi: fromHex('202122232425262728292a2b2c2d2e2f30313233'),
  skAr: fromHex('404142434445464748494a4b4c4d4e4f50515253'),
};
const header = fromHex('1111111111111111 2222222222222222 35 20 25 08 00000002 00000000');
/** A Delete of one ESP SA. */
const inner = fromHex('0000000c 03040001 c0000001');

function frame(number: number, total: number, share: Uint8Array) {
  const fragment = { fragment: { number, total } };
  const iv = new Uint8Array(16).fill(number);
  const message = protectSk(header, number === 1 ? 42 : 0, share, iv, keys, true, fragment);
  const udp = concat(u16(500, false), u16(500, false), u16(8 + message.length, false), u16(0, false), message);
  const total4 = u16(20 + udp.length, false);
  const octets = concat(fromHex('4500'), total4, fromHex('0000 0000 4011 0000 c0000201 c0000202'), udp);
  return { number, time: 0n, interface: 0, linkType: 228, octets, originalLength: octets.length, at: 0, comments: [] };
}

it('joins the fragments of an IKEv2 message across frames, in any order; the frame that completes it has the payloads', () => {
  const shares = [frame(1, 3, inner.subarray(0, 5)), frame(2, 3, inner.subarray(5, 9)), frame(3, 3, inner.subarray(9))];
  for (const order of [
    [0, 1, 2],
    [2, 0, 1],
    [1, 1, 2, 0],
  ]) {
    const decoder = new FrameDecoder({ opener: { esp: () => undefined, ike: () => keys } });
    const read = order.map((i) => JSON.parse(jsonFrame(decoder.decode(shares[i] as (typeof shares)[0]))).isakmp);
    for (const each of read.slice(0, -1)) expect(each).not.toHaveProperty('deletes');
    expect(read.at(-1)).toMatchObject({
      decrypted: true,
      payload_types: [53],
      inner_payload_types: [42],
      deletes: [{ protocol: 3, spis: ['c0000001'] }],
    });
  }
});
