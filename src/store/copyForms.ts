/** The forms in which octets and fields are copied. */
import { toHex } from '#wire/octets.ts';
import type { BufferView, PacketView } from './packetView.ts';

/** Octets a line of hex digits, and of a C array. */
const A_LINE = 16;

/** Hex digits, 16 octets a line, a blank between octets. */
export function hexForm({ octets }: BufferView): string {
  return linesOf(octets).map(spacedHex).join('\n');
}

/** An array of C, with the name of what it holds in a comment. */
export function cArrayForm({ octets, title }: BufferView, name: string): string {
  const lines = linesOf(octets).map((line) => `  ${[...line].map((each) => `0x${hexOf(each)}`).join(', ')},`);
  return [
    `/* ${`${name}, ${title}`.replaceAll('*/', '* /')} */`,
    `static const unsigned char octets[${octets.length}] = {`,
    ...lines,
    '};',
  ].join('\n');
}

/** One field a line: indented by level, with value, unit and source, and the notes at the end. */
export function fieldListForm(view: PacketView): string {
  const lines = view.nodes.map((node) => {
    const value = node.words === '' ? '' : `: ${node.words}${node.unit === undefined ? '' : ` (${node.unit})`}`;
    return `${'  '.repeat(node.level - 1)}${node.name}${value}${node.source === '' ? '' : ` [${node.source}]`}`;
  });
  const notes = view.notes.map(({ severity, text }) => `${severity}: ${text}`);
  return [...lines, ...notes].join('\n');
}

/** "3a 00 01". */
function spacedHex(octets: Uint8Array): string {
  return toHex(octets).replace(/..(?=.)/g, '$& ');
}

/** Two hex digits. */
export function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}

function linesOf(octets: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(octets.length / A_LINE) }, (_, row) =>
    octets.subarray(row * A_LINE, (row + 1) * A_LINE),
  );
}
