import { describe, expect, it } from 'vitest';
import { protectEsp } from '#wire/esp.ts';
import { addressText } from '#wire/ipAddress.ts';
import { encodeIpv4 } from '#wire/ipv4.ts';
import { encodeIpv6 } from '#wire/ipv6.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { dissect, type Layer, type LayerName, type Opener, type Packet } from '#wire/packet.ts';
import { leavesOf } from './fieldLaws.ts';
import { modernOpener } from './packetKeys.ts';
import {
  address,
  expectOwned,
  HOME_AGENT,
  IN_THE_CLEAR,
  ipv6Of,
  openerFor,
  PROTECTED,
  UE,
  udpPacket,
  wholePacket,
} from './packetVectors.ts';
import { vector, vectorNames } from './vectors.ts';

const HOME_ADDRESS = '2001:db8:a:1::10';

function open(name: string): Packet {
  return dissect(wholePacket(name), 'ip', openerFor(name), { fields: true });
}

function named<Name extends LayerName>(packet: Packet, name: Name): Extract<Layer, { name: Name }> {
  const found = packet.layers.find((layer): layer is Extract<Layer, { name: Name }> => layer.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${packet.layers.map((layer) => layer.name).join(' ')}`);
  return found;
}

describe('the vectors', () => {
  it('are all listed here', () => {
    expect([...Object.keys(IN_THE_CLEAR), ...Object.keys(PROTECTED)].sort()).toEqual([...vectorNames].sort());
  });

  for (const [name, layers] of Object.entries({ ...IN_THE_CLEAR, ...PROTECTED })) {
    it(`${name}: its layers, no error, right checksums, each octet owned once`, () => {
      const packet = open(name);
      expect(packet.error).toBeUndefined();
      expect(packet.layers.map((layer) => layer.name)).toEqual(layers);
      expect(packet.notes.filter(({ severity }) => severity === 'error')).toEqual([]);
      expectOwned(packet);
    });

    it(`${name}: the same without fields`, () => {
      const plain = dissect(wholePacket(name), 'ip', openerFor(name));
      const { layers: all, ...rest } = open(name);
      expect(plain).toEqual({ ...rest, layers: all.map((layer) => ({ ...layer, fields: [] })) });
    });
  }

  for (const name of Object.keys(PROTECTED)) {
    it(`${name}: stays closed without keys, each octet owned once`, () => {
      const packet = dissect(wholePacket(name), 'ip', undefined, { fields: true });
      expect(packet.buffers).toHaveLength(1);
      expect(packet.layers.at(-1)?.value).toMatchObject({ opening: { type: 'noKeys' } });
      expectOwned(packet);
    });

    it(`${name}: a changed last octet is refused by the integrity check`, () => {
      const octets = vector(name);
      octets[octets.length - 1] = (octets.at(-1) as number) ^ 1;
      const packet = dissect(wholePacket(name, octets), 'ip', openerFor(name), { fields: true });
      expect(packet.layers.at(-1)?.value).toMatchObject({
        opening: { type: 'refused', error: { reason: 'integrity' } },
      });
      expectOwned(packet);
    });
  }
});

describe('what the vectors say', () => {
  for (const name of ['V1', 'V5', 'V6']) {
    it(`${name}: Binding Update 8, lifetime 0, from the home address`, () => {
      const packet = open(name);
      const { value } = named(packet, 'mobilityHeader');
      expect(value.message).toMatchObject({ type: 'bindingUpdate', sequenceNumber: 8, lifetimeUnits: 0 });
      const [, option] = named(packet, 'destinationOptions').value.options;
      expect(option).toEqual({ type: 'homeAddress', address: address(HOME_ADDRESS) });
      expect(addressText(named(packet, 'ipv6').value.source)).toBe('2001:db8:c:1::77');
    });
  }

  for (const name of ['V2', 'V7', 'V8']) {
    it(`${name}: Binding Acknowledgement 8, status 0, to the home address`, () => {
      const packet = open(name);
      const { message } = named(packet, 'mobilityHeader').value;
      expect(message).toMatchObject({ type: 'bindingAcknowledgement', status: 0, sequenceNumber: 8 });
      const header = { type: 'type2', segmentsLeft: 1, homeAddress: address(HOME_ADDRESS) };
      expect(named(packet, 'routingHeader').value).toMatchObject(header);
    });
  }

  it('V5 and V6 open to the Mobility Header of V1', () => {
    const clear = vector('V1').slice(64);
    for (const name of ['V5', 'V6']) expect(open(name).buffers[1]?.slice(0, 32)).toEqual(clear);
    expect(open('V5').bufferTitles).toEqual(['as sent', 'ESP plaintext']);
  });

  it('V11: Binding Revocation Indication', () => {
    expect(named(open('V11'), 'mobilityHeader').value.message.type).toBe('bindingRevocationIndication');
  });

  it('V17: the UDP ports and the inner addresses', () => {
    const packet = open('V17');
    expect(named(packet, 'udp').value).toMatchObject({ sourcePort: 49_152, destinationPort: 4191 });
    expect(addressText(named(packet, 'ipv6').value.source)).toBe(HOME_ADDRESS);
    expect(addressText(named(packet, 'ipv4').value.destination)).toBe('203.0.113.1');
  });

  for (const name of ['V20', 'V22', 'V25', 'V28']) {
    it(`${name}: Delete of the IKE SA inside`, () => {
      const packet = open(name);
      expect(named(packet, 'ikePayloads').value.payloads).toMatchObject([{ type: 'delete', protocolId: 1 }]);
      expect(named(packet, 'ike').value.opening).toMatchObject({ type: 'opened', buffer: 1, icvOk: true });
    });
  }

  for (const name of ['V21', 'V23']) {
    it(`${name}: nothing inside`, () => expect(named(open(name), 'ikePayloads').value.payloads).toEqual([]));
  }

  it('the IV, the ciphertext and the check value have their own octets in the closed payload', () => {
    const sent = leavesOf(named(open('V22'), 'ike').fields).slice(-3);
    expect(sent.map(({ name, at, length }) => [name, at - 48, length])).toEqual([
      ['Initialization vector', 32, 8],
      ['Ciphertext', 40, 9],
      ['Integrity check value', 49, 16],
    ]);
  });
});

describe('a keyring', () => {
  it('is asked with the header addresses first, then with the home address', () => {
    const asked: string[] = [];
    const opener: Opener = {
      esp: (spi, source, destination) => {
        asked.push(`${spi.toString(16)} ${addressText(source)} ${addressText(destination)}`);
        return undefined;
      },
      ike: () => undefined,
    };
    dissect(vector('V6'), 'ip', opener);
    dissect(vector('V8'), 'ipv6', opener);
    expect(asked).toEqual([
      'c001 2001:db8:c:1::77 2001:db8:a::1',
      `c001 ${HOME_ADDRESS} 2001:db8:a::1`,
      'd001 2001:db8:a::1 2001:db8:c:1::77',
      `d001 2001:db8:a::1 ${HOME_ADDRESS}`,
    ]);
  });
});

describe('odd packets', () => {
  it('octets behind the packet are kept apart', () => {
    const packet = dissect(concat(vector('V12'), new Uint8Array(6)), 'ip', undefined, { fields: true });
    expect(packet.error).toBeUndefined();
    expect(packet.layers.at(-1)).toMatchObject({
      name: 'payload',
      title: 'Octets after the packet',
      at: 64,
      length: 6,
    });
    expect(packet.notes).toContainEqual(expect.objectContaining({ severity: 'note', at: 64 }));
    expectOwned(packet);
  });

  it('every cut of a vector is truncated, and keeps the layers before the cut', () => {
    for (const name of ['V1', 'V2', 'V15', 'V6', 'V28']) {
      const octets = vector(name);
      const whole = open(name).layers.filter(({ buffer, length }) => buffer === 0 && length > 0);
      for (let length = 0; length < octets.length; length += 1) {
        const packet = dissect(octets.slice(0, length), 'ip', undefined, { fields: true });
        expect(packet.error, `${name} cut to ${length}`).toMatchObject({ type: 'truncated', buffer: 0 });
        expect(packet.error?.at).toBeLessThanOrEqual(length);
        const complete = whole.filter((layer) => layer.at + layer.length <= length).map((layer) => layer.name);
        const kept = packet.layers.filter((layer) => layer.length > 0).map((layer) => layer.name);
        expect(kept.slice(0, complete.length)).toEqual(complete);
        expectOwned(packet);
      }
    }
  });

  it('a wrong checksum is an error at its place, for each kind', () => {
    for (const [name, at] of [
      ['V1', 68],
      ['V15', 10],
      ['V15', 26],
      ['V15', 72],
    ] as const) {
      const octets = vector(name);
      octets[at] = (octets[at] as number) ^ 0x55;
      const { notes } = dissect(octets, 'ip');
      expect(notes, `${name} at ${at}`).toContainEqual(expect.objectContaining({ severity: 'error', at, buffer: 0 }));
    }
  });

  it('one octet of 0xff on UDP 4500 is a keepalive, and another SPI than 0 is ESP', () => {
    const at4500 = (payload: Uint8Array) => dissect(udpPacket(4500, payload), 'ip');
    expect(at4500(Uint8Array.of(0xff)).layers.at(-1)?.title).toBe('NAT keepalive');
    expect(at4500(Uint8Array.of(0, 0, 0xc0, 1, 0, 0, 0, 1, 7, 7)).layers.at(-1)?.name).toBe('esp');
  });

  it('over IPv4 a UDP checksum of 0 is none, over IPv6 it is an error', () => {
    const octets = vector('V15');
    octets.set([0, 0], 26);
    expect(dissect(octets, 'ip').notes.filter(({ severity }) => severity === 'error')).toEqual([]);
    const over6 = wholePacket('V26');
    over6.set([0, 0], 46);
    const errors = dissect(over6, 'ip').notes.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ at: 46 }]);
  });

  it('a tunnel in a tunnel is followed eight deep, no further', () => {
    let octets: Uint8Array = new Uint8Array(0);
    for (let i = 0; i < 400; i += 1) octets = encodeIpv6(ipv6Of(i === 0 ? 59 : 41), octets);
    const packet = dissect(octets, 'ip', undefined, { fields: true });
    expect(packet.layers.filter(({ name }) => name === 'ipv6')).toHaveLength(8);
    expect(packet.notes).toMatchObject([{ severity: 'warning', at: 320 }]);
    expectOwned(packet);
  });

  it('a fragment is kept, not put together', () => {
    const header = {
      typeOfService: 0,
      identification: 1,
      reservedFlag: false,
      dontFragment: false,
      moreFragments: true,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: 17,
      source: address('10.0.0.77'),
      destination: address('203.0.113.1'),
      options: new Uint8Array(4),
    };
    const packet = dissect(encodeIpv4(header, new Uint8Array(16)), 'ipv4', undefined, { fields: true });
    expect(packet.layers.map(({ title }) => title)).toEqual(['IPv4', 'Fragment']);
    expect(packet.notes).toMatchObject([{ severity: 'note', at: 24 }]);
    expectOwned(packet);
  });

  it('extension headers in a chain, a fragment that is whole by itself among them', () => {
    const chain = fromHex('2c00 010400000000 3300 0000 00000001 8704 0000 00000100 00000001 112233445566778899aabbcc');
    const packet = dissect(encodeIpv6(ipv6Of(0), concat(chain, vector('V12').slice(40))), 'ip', undefined, {
      fields: true,
    });
    expect(packet.layers.map(({ title }) => title)).toEqual([
      'IPv6',
      'Hop-by-Hop Options',
      'Fragment header',
      'Authentication Header',
      'Mobility Header: Binding Error',
    ]);
    expectOwned(packet);
  });

  it('ESP in tunnel mode goes on with the packet inside, in its own buffer; what follows it there is kept apart', () => {
    const keys = modernOpener.esp(0xc001, UE, HOME_AGENT);
    if (keys === undefined) throw new Error('no keys');
    const payload = concat(vector('V2'), new Uint8Array(8));
    const sealed = { spi: 0xc001, sequenceNumber: 1, iv: new Uint8Array(8), payload, nextHeader: 41 };
    const packet = dissect(encodeIpv6(ipv6Of(50), protectEsp(sealed, keys)), 'ip', modernOpener, { fields: true });
    const found = packet.layers.map(({ name, buffer }) => `${name} ${buffer}`);
    expect(found).toEqual([
      'ipv6 0',
      'esp 0',
      'espTrailer 1',
      'ipv6 1',
      'routingHeader 1',
      'mobilityHeader 1',
      'payload 1',
    ]);
    expect(packet.error).toBeUndefined();
    expectOwned(packet);
  });
});
