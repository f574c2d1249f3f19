import { describe, expect, it } from 'vitest';
import { cArrayForm, fieldListForm, hexForm } from '#store/copyForms.ts';
import { ancestry, bitText, packetView } from '#store/packetView.ts';
import { decodeMobilityHeader } from '#wire/mobilityHeader.ts';
import { fromHex } from '#wire/octets.ts';
import type { Layer, Packet } from '#wire/packetLayers.ts';

/** A Binding Update with sequence number 8 and lifetime 0 (A, H, K), and behind it two octets that nothing reads. */
const octets = fromHex('3b03 0500 0000 0008 d000 0000 0100 0310 2001 0db8 000c 0001 0000 0000 0000 0077 beef');

function packet(): Packet {
  const decoded = decodeMobilityHeader(octets, { start: 0, end: octets.length - 2, fields: true });
  if (!decoded.ok) throw new Error(decoded.error.text);
  const layer: Layer = {
    name: 'mobilityHeader',
    title: 'Mobility Header: Binding Update',
    buffer: 0,
    at: 0,
    length: octets.length - 2,
    fields: decoded.fields,
    value: decoded.value,
  };
  return {
    buffers: [octets],
    bufferTitles: ['as sent'],
    layers: [layer],
    notes: [{ severity: 'warning', at: 6, text: 'About the sequence number.', buffer: 0 }],
    error: { type: 'malformed', at: 32, text: 'Two octets too many.', buffer: 0 },
  };
}

const view = packetView(packet());
const named = (name: string) => {
  const found = view.nodes.find((node) => node.name.startsWith(name));
  if (found === undefined) throw new Error(`there is no field ${name}`);
  return found;
};

describe('the view of a packet', () => {
  it('has a layer, its fields inside, and what is not read behind it', () => {
    expect(view.nodes.filter((node) => node.level === 1).map((node) => [node.name, node.at, node.length])).toEqual([
      ['Mobility Header: Binding Update', 0, 32],
      ['Not read', 32, 2],
    ]);
    expect(named('Sequence').words).toBe('8');
    expect(named('Sequence').at).toBe(6);
    expect(ancestry(view, named('Sequence').id)[0]).toBe(0);
  });

  it('gives each octet an owner that holds it', () => {
    const { owners } = view.buffers[0] ?? { owners: [] };
    expect(owners).toHaveLength(octets.length);
    for (const [at, owner] of owners.entries()) {
      const node = view.nodes[owner];
      expect(node !== undefined && at >= node.at && at < node.at + node.length, `octet ${at}`).toBe(true);
    }
    expect(view.nodes[owners[6] ?? -1]?.name).toBe(named('Sequence').name);
    expect(view.nodes[owners[33] ?? -1]?.name).toBe('Not read');
  });

  it('shows the bits of a flag, and those around it as dots', () => {
    expect(named('H:').bits).toBeDefined();
    expect(bitText(named('H:'), octets)).toMatch(/^\.1\.\. \.\.\.\./);
    expect(bitText(named('Sequence'), octets)).toBe('0000 0000 0000 1000');
  });

  it('puts the gravest note first, and marks its field and the layer', () => {
    expect(view.notes.map((note) => note.severity)).toEqual(['error', 'warning']);
    expect(named('Sequence').severity).toBe('warning');
    expect(view.nodes[0]?.severity).toBe('warning');
    expect(named('Not read').severity).toBe('error');
  });

  it('has a path for each field that no other field has', () => {
    expect(new Set(view.nodes.map((node) => node.path)).size).toBe(view.nodes.length);
  });
});

describe('what is copied', () => {
  const [buffer] = view.buffers;
  if (buffer === undefined) throw new Error('no octets');

  it('is the octets as hex, 16 a line', () => {
    const lines = hexForm(buffer).split('\n');
    expect(lines).toHaveLength(3);
    expect(fromHex(lines.join(''))).toEqual(octets);
    expect(lines[0]).toBe('3b 03 05 00 00 00 00 08 d0 00 00 00 01 00 03 10');
  });

  it('is an array of C', () => {
    const text = cArrayForm(buffer, 'a */ name');
    expect(text).toContain('octets[34] = {');
    expect(text.match(/\*\//g)).toHaveLength(1);
    expect((text.match(/0x[0-9a-f]{2}/g) ?? []).map(Number)).toEqual([...octets]);
  });

  it('is the fields, indented, and the notes', () => {
    const text = fieldListForm(view);
    expect(text).toMatch(/^ {2}Sequence #: 8 \[RFC 6275 6\.1\.7\]$/m);
    expect(text).toContain('error: Two octets too many.');
  });
});
