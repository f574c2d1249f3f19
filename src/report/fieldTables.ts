/**
 * The messages of a run field by field, in the form of TS 24.303 Annex A: information element, value, comment.
 *
 * A table has what stands in the message itself: its addresses, its Mobility Header or IKEv2 payloads; what protects it and what fills it
 * up is left to the packet itself.
 */
import { octetsOf } from '#session/messageOctets.ts';
import type { Session } from '#session/session.ts';
import type { WireField } from '#wire/field.ts';
import type { Layer, LayerName } from '#wire/packetLayers.ts';
import type { PackTable, Paragraph } from './packBlocks.ts';
import { paragraph } from './packBlocks.ts';

const shown: readonly LayerName[] = [
  'ipv6',
  'ipv4',
  'destinationOptions',
  'routingHeader',
  'udp',
  'mobilityHeader',
  'ike',
  'ikePayloads',
];
/** Of the headers around a message, what tells them apart. */
const addresses = /(?:^|: )[^:]*(?:address|port)$/i;
const outer: readonly LayerName[] = ['ipv6', 'ipv4', 'destinationOptions', 'routingHeader', 'udp'];
/** Of no interest to a reader of the text. */
const filling = /^(?:Checksum|Padding|Pad ?[1N]?|Reserved|PadN|Critical bit|Encrypted and Authenticated)\b/i;

/** One table for each kind of message, in the order of sending; `number` gives each its caption's number. */
export function fieldTables(session: Session, number: () => string): readonly (PackTable | Paragraph)[] {
  const seen = new Map<string, number[]>();
  for (const message of session.messages) {
    const name = message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`;
    seen.set(name, [...(seen.get(name) ?? []), message.number]);
  }
  return [...seen].map(([name, numbers]) => {
    const which = numbers.map((each) => `(${each})`).join(', ');
    const found = numbers.map((each) => octetsOf(session, each)).find((each) => each.ok);
    if (found === undefined || !found.ok) {
      const why = octetsOf(session, numbers[0] ?? 0);
      return paragraph(`${name} ${which} has no table. ${why.ok ? '' : why.reason}`);
    }
    const rows = found.dissection.layers.filter(({ name: layer }) => shown.includes(layer)).flatMap(rowsOfLayer);
    return {
      type: 'table',
      caption: `Table ${number()}: Fields of ${name} ${which}`,
      columns: ['Information element', 'Value', 'Comment'],
      rows,
    };
  });
}

function rowsOfLayer(layer: Layer): readonly (readonly string[])[] {
  const isOuter = outer.includes(layer.name);
  const rows = layer.fields.flatMap((field) => rowsOfField(field, ''));
  const kept = isOuter ? rows.filter(([element = '']) => addresses.test(element)) : rows;
  return kept.length === 0 ? [] : [[layer.title, '', ''], ...kept];
}

function rowsOfField(field: WireField, within: string): readonly (readonly string[])[] {
  if (filling.test(field.name)) return [];
  const name = `${within}${field.name}`;
  if (field.parts !== undefined && field.parts.length > 0) {
    return field.parts.flatMap((part) => rowsOfField(part, `${name}: `));
  }
  return [[name, sayField(field), field.source]];
}

/** The value as the standard writes it, and in words where these say more. */
function sayField({ value, words, unit }: WireField): string {
  const said = words === '' ? String(value ?? '') : words;
  const number = typeof value === 'number' && !/\d/.test(said) ? `${value} (${said})` : said;
  // Words say their unit themselves: "0, delete the binding".
  if (unit === undefined || !/^\d+$/.test(number)) return number;
  return /^\d/.test(unit) ? `${number} (in units of ${unit})` : `${number} ${unit}`;
}
