/** A dissected packet as the page shows it: one tree of fields, and for each octet the field that it belongs to. */
import type { WireField } from '#wire/field.ts';
import type { Packet } from '#wire/packetLayers.ts';

export type Severity = 'note' | 'warning' | 'error';

export interface FieldNode {
  /** Its place in `PacketView.nodes`. */
  readonly id: number;
  readonly parent: number | undefined;
  /** 1 for a layer. */
  readonly level: number;
  /** The same for the same field of another message: names from the layer down, with a count where a name comes again. */
  readonly path: string;
  readonly name: string;
  /** The value in words; empty for what only groups fields. */
  readonly words: string;
  /** "in units of 4 s", "octets". */
  readonly unit: string | undefined;
  /** Document and clause; empty for octets that no field reads. */
  readonly source: string;
  readonly buffer: number;
  /** Offset in its buffer, and how many octets. */
  readonly at: number;
  readonly length: number;
  readonly bits: { readonly first: number; readonly count: number } | undefined;
  readonly parts: readonly number[];
  /** The gravest note on one of its octets, its parts included. */
  readonly severity: Severity | undefined;
}

export interface BufferView {
  readonly title: string;
  readonly octets: Uint8Array;
  /** For each octet the id of the innermost field that holds it; of several flags in one octet the group of them. */
  readonly owners: readonly number[];
}

export interface NoteView {
  readonly severity: Severity;
  readonly text: string;
  readonly buffer: number;
  readonly at: number;
  /** The field that holds the octet; undefined at the very end of the octets. */
  readonly node: number | undefined;
}

export interface PacketView {
  /** Depth first, as read from the top. */
  readonly nodes: readonly FieldNode[];
  readonly buffers: readonly BufferView[];
  /** The gravest first; what ended the reading is among them. */
  readonly notes: readonly NoteView[];
}

const grade: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

type Draft = { -readonly [Key in keyof FieldNode]: FieldNode[Key] } & { parts: number[] };

/** The view of a packet; octets that no layer claims get a node of their own, so that each octet has an owner. */
export function packetView(packet: Packet): PacketView {
  const drafts: Draft[] = [];
  const seen = new Map<string, number>();
  for (const [buffer, octets] of packet.buffers.entries()) {
    let covered = 0;
    const layers = packet.layers.filter((layer) => layer.buffer === buffer).sort((a, b) => a.at - b.at);
    for (const layer of layers) {
      // A layer's own fields end where the next one begins; what is inside it is a layer of its own in the tree.
      if (layer.at > covered) addUnread(drafts, seen, buffer, covered, layer.at);
      const own = layer.fields.reduce((end, field) => Math.max(end, field.at + field.length), layer.at);
      const node = add(drafts, seen, undefined, buffer, {
        name: layer.title,
        source: '',
        at: layer.at,
        length: Math.max(own - layer.at, 0),
        words: '',
        parts: layer.fields,
      });
      covered = Math.max(covered, node.at + node.length);
    }
    if (covered < octets.length) addUnread(drafts, seen, buffer, covered, octets.length);
  }
  const buffers = packet.buffers.map((octets, buffer) => ({
    title: packet.bufferTitles[buffer] ?? '',
    octets,
    owners: ownersOf(drafts, buffer, octets.length),
  }));
  const notes = notesOf(packet, buffers);
  for (const note of notes) {
    for (let id = note.node; id !== undefined; id = drafts[id]?.parent) {
      const draft = drafts[id];
      if (draft !== undefined) draft.severity = graver(draft.severity, note.severity);
    }
  }
  return { nodes: drafts, buffers, notes };
}

/** The node and those around it, outermost first. */
export function ancestry(view: PacketView, id: number): readonly number[] {
  const found: number[] = [];
  for (let at: number | undefined = id; at !== undefined; at = view.nodes[at]?.parent) found.unshift(at);
  return found;
}

/** The bits of a field as digits in groups of four, those of other fields of the same octets as dots: "1... ....". */
export function bitText(node: FieldNode, octets: Uint8Array): string {
  const { first, count } = node.bits ?? { first: 0, count: 8 * node.length };
  let text = '';
  for (let bit = 0; bit < 8 * node.length; bit += 1) {
    const set = ((octets[node.at + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1;
    if (bit > 0 && bit % 4 === 0) text += ' ';
    text += bit >= first && bit < first + count ? String(set) : '.';
  }
  return text;
}

function add(
  drafts: Draft[],
  seen: Map<string, number>,
  parent: Draft | undefined,
  buffer: number,
  field: WireField,
): Draft {
  const plain = parent === undefined ? field.name : `${parent.path} / ${field.name}`;
  const times = (seen.get(plain) ?? 0) + 1;
  seen.set(plain, times);
  const node: Draft = {
    id: drafts.length,
    parent: parent?.id,
    level: (parent?.level ?? 0) + 1,
    path: times === 1 ? plain : `${plain} (${times})`,
    name: field.name,
    words: wordsOf(field),
    unit: field.unit === undefined ? undefined : /^\d/.test(field.unit) ? `in units of ${field.unit}` : field.unit,
    source: field.source,
    buffer,
    at: field.at,
    length: field.length,
    bits: field.bits,
    parts: [],
    severity: undefined,
  };
  drafts.push(node);
  for (const part of field.parts ?? []) node.parts.push(add(drafts, seen, node, buffer, part).id);
  return node;
}

function addUnread(drafts: Draft[], seen: Map<string, number>, buffer: number, at: number, end: number): void {
  const words = end - at === 1 ? '1 octet' : `${end - at} octets`;
  add(drafts, seen, undefined, buffer, { name: 'Not read', source: '', at, length: end - at, words });
}

/** Deeper fields come later and take their octets over, but for flags, which share one: their group keeps it. */
function ownersOf(nodes: readonly Draft[], buffer: number, length: number): readonly number[] {
  const owners = new Array<number>(length).fill(0);
  for (const node of nodes) {
    if (node.buffer !== buffer) continue;
    const isFlag = node.bits !== undefined && node.bits.count < 8 * node.length && node.level > 2;
    if (!isFlag) owners.fill(node.id, node.at, node.at + node.length);
  }
  return owners;
}

function notesOf(packet: Packet, buffers: readonly BufferView[]): readonly NoteView[] {
  const found = packet.notes.map(({ severity, text, buffer, at }) => ({ severity, text, buffer, at }));
  const { error } = packet;
  if (error !== undefined) {
    found.push({ severity: 'error', text: error.text, buffer: error.buffer, at: error.at });
  }
  return found
    .sort((a, b) => grade[a.severity] - grade[b.severity])
    .map((note) => ({ ...note, node: buffers[note.buffer]?.owners[note.at] }));
}

function graver(a: Severity | undefined, b: Severity): Severity {
  return a !== undefined && grade[a] < grade[b] ? a : b;
}

/** The words, and the number that they stand for where they do not say it: "accepted (0)". */
function wordsOf({ words, value, parts }: WireField): string {
  if (typeof value !== 'number' || words === '' || parts !== undefined) return words;
  const said = words.split(/[^0-9a-fx]+/i).some((part) => part !== '' && Number(part) === value);
  return said ? words : `${words} (${value})`;
}
