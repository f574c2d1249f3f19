/** Packets encoded again from their layers, and packets that nobody would send. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDestinationOptions } from '#wire/destinationOptions.ts';
import { encodeEsp } from '#wire/esp.ts';
import { encodeFragmentHeader, encodeOtherHeader } from '#wire/extensionHeader.ts';
import { encodeIke } from '#wire/ikeMessage.ts';
import { encodePayloads } from '#wire/ikePayloads.ts';
import { encodeIpv4Header } from '#wire/ipv4.ts';
import { encodeIpv6Header } from '#wire/ipv6.ts';
import { encodeMobilityHeader, encodeMobilityHeaderAsIs } from '#wire/mobilityHeader.ts';
import { concat } from '#wire/octets.ts';
import { dissect, type Layer, type Packet } from '#wire/packet.ts';
import { encodeRoutingHeader } from '#wire/routingHeader.ts';
import { encodeUdpHeader } from '#wire/udp.ts';
import { modernOpener, periodOpener } from './packetKeys.ts';
import { address, expectOwned, HOME_AGENT, IN_THE_CLEAR, openerFor, PROTECTED, wholePacket } from './packetVectors.ts';
import { vectorNames } from './vectors.ts';

/** The layer's own octets from its value; of what has no encoder, as in the buffer. */
function encodeLayer(layer: Layer, packet: Packet): Uint8Array {
  switch (layer.name) {
    case 'ipv6':
      return encodeIpv6Header(layer.value);
    case 'ipv4':
      return encodeIpv4Header(layer.value);
    case 'destinationOptions':
      return encodeDestinationOptions(layer.value);
    case 'routingHeader':
      return encodeRoutingHeader(layer.value);
    case 'extensionHeader':
      if (layer.value.type === 'hopByHop') return encodeDestinationOptions(layer.value);
      return layer.value.type === 'fragment' ? encodeFragmentHeader(layer.value) : encodeOtherHeader(layer.value);
    case 'udp':
      return encodeUdpHeader(layer.value);
    case 'esp':
      return encodeEsp(layer.value);
    case 'mobilityHeader':
      return encodeMobilityHeaderAsIs(layer.value);
    case 'ike':
      return encodeIke(layer.value);
    case 'ikePayloads':
      return encodePayloads(layer.value.payloads);
    case 'payload':
      return layer.value.octets;
    case 'dsmipv6':
    case 'nonEspMarker':
      return new Uint8Array(layer.length);
    case 'espTrailer':
    case 'skTrailer':
    case 'unreadable':
      return (packet.buffers[layer.buffer] as Uint8Array).slice(layer.at, layer.at + layer.length);
    default:
      return layer satisfies never;
  }
}

/** Each buffer from its layers in the order of their octets. */
function encodeBuffers(packet: Packet): readonly Uint8Array[] {
  return packet.buffers.map((_, buffer) => {
    const layers = packet.layers.filter((layer) => layer.buffer === buffer).sort((a, b) => a.at - b.at);
    return concat(...layers.map((layer) => encodeLayer(layer, packet)));
  });
}

describe('encoded again from its layers, octet for octet', () => {
  for (const name of [...Object.keys(IN_THE_CLEAR), ...Object.keys(PROTECTED)]) {
    it(name, () => {
      const packet = dissect(wholePacket(name), 'ip', openerFor(name));
      expect(packet.buffers[0]).toEqual(wholePacket(name));
      expect(encodeBuffers(packet)).toEqual(packet.buffers);
    });
  }

  it.each(['V1', 'V1b', 'V2', 'V9', 'V10', 'V15', 'V16'])(
    '%s: the checksum over the home address is the one sent',
    (name) => {
      const packet = dissect(wholePacket(name), 'ip');
      const layer = packet.layers.find((each) => each.name === 'mobilityHeader');
      if (layer?.name !== 'mobilityHeader') throw new Error('no Mobility Header');
      const home = address('2001:db8:a:1::10');
      const [source, destination] = ['V2', 'V9', 'V16'].includes(name) ? [HOME_AGENT, home] : [home, HOME_AGENT];
      const again = encodeMobilityHeader(layer.value.message, source, destination);
      expect(again).toEqual(wholePacket(name).slice(layer.at, layer.at + layer.length));
    },
  );
});

/** A vector with some octets changed, cut or lengthened. */
const mutated = fc
  .tuple(
    fc.constantFrom(...vectorNames.map((name) => wholePacket(name))),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    fc.integer({ min: -30, max: 12 }),
  )
  .map(([seed, changes, more]) => {
    const octets = more < 0 ? seed.slice(0, more) : concat(seed, new Uint8Array(more));
    for (const [at, octet] of changes) octets[at % octets.length] = octet;
    return octets;
  });

describe('whatever the octets are', () => {
  it('20,000 packets: nothing is thrown, each octet is owned once, and what was read encodes to what was there', () => {
    const packets = fc.oneof(fc.uint8Array({ maxLength: 150 }), { weight: 9, arbitrary: mutated });
    fc.assert(
      fc.property(packets, fc.constantFrom(modernOpener, periodOpener), (octets, opener) => {
        const packet = dissect(octets, 'ip', opener, { fields: true });
        expectOwned(packet);
        const again = encodeBuffers(packet);
        for (const [buffer, expected] of packet.buffers.entries()) {
          if (Buffer.compare(again[buffer] as Uint8Array, expected) !== 0) expect(again[buffer]).toEqual(expected);
        }
      }),
      { numRuns: 20_000 },
    );
  }, 120_000);

  it('a long chain of headers takes time in proportion to its length', () => {
    const chain = (length: number) => {
      const octets = new Uint8Array(40 + length).fill(0);
      octets.set([0x60, 0, 0, 0, length >> 8, length & 0xff, 60, 64]);
      for (let at = 40; at + 8 <= octets.length; at += 8) octets[at] = 60;
      return octets;
    };
    const started = performance.now();
    const packet = dissect(chain(64_000), 'ip');
    expect(packet.layers.length).toBeGreaterThan(8000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
