/**
 * Destination Options header, and the Hop-by-Hop Options header, which has the same form (RFC 8200 4.2, 4.3, 4.6).
 *
 * |  Next Header  |  Hdr Ext Len  |   options: type(1) length(1) data, up to a multiple of 8 octets
 *
 * The option that matters here is the Home Address option of a Binding Update (RFC 6275 6.3).
 */
import { decoder } from './decoded.ts';
import { label, octetsLabel } from './field.ts';
import { addressText, ipv6Label } from './ipAddress.ts';
import { protocolName } from './ipProtocol.ts';
import type { Reader } from './reader.ts';
import { Writer } from './writer.ts';

export type DestinationOption =
  | { readonly type: 'pad1' }
  /** `data` is all zero unless the sender errs; 0..255 octets. */
  | { readonly type: 'padN'; readonly data: Uint8Array }
  /** 16 octets. */
  | { readonly type: 'homeAddress'; readonly address: Uint8Array }
  /** Kept as it is: another type, or a known one of a wrong length. */
  | { readonly type: 'unknown'; readonly optionType: number; readonly data: Uint8Array };

export interface OptionsHeader {
  readonly nextHeader: number;
  /** In the order of the octets, padding included; they fill the header. */
  readonly options: readonly DestinationOption[];
}

const PAD1 = 0;
const PAD_N = 1;
const HOME_ADDRESS_OPTION = 201;

const SOURCE = 'RFC 8200 4.6';
const OPTION_SOURCE = 'RFC 8200 4.2';
const NEXT_HEADER = label('Next Header', SOURCE, { say: protocolName });
const LENGTH = label('Header Extension Length', SOURCE, {
  say: (value) => `${value}, that is ${8 * (value + 1)} octets`,
});
const ACTIONS = [
  'skip if not recognized',
  'discard if not recognized',
  'discard if not recognized, answer with ICMP Parameter Problem',
  'discard if not recognized, answer with ICMP Parameter Problem unless sent to a multicast address',
];
const OPTION_TYPE = label('Option Type', OPTION_SOURCE, { say: optionName });
const ACTION = label('Action', OPTION_SOURCE, { say: (value) => ACTIONS[value] as string });
const CHANGE = label('Change', OPTION_SOURCE, {
  say: (value) => (value === 0 ? 'data stay the same on the way' : 'data may change on the way'),
});
const NUMBER = label('Option number', OPTION_SOURCE);
const OPTION_LENGTH = label('Option Length', OPTION_SOURCE, { unit: 'octets' });
const PADDING = octetsLabel('Padding', OPTION_SOURCE);
const DATA = octetsLabel('Option Data', OPTION_SOURCE);
const HOME_ADDRESS = ipv6Label('Home Address', 'RFC 6275 6.3');

/** Reads the header; an option that reaches past its end is `malformed`. */
export const decodeDestinationOptions = decoder<OptionsHeader>((reader, draft) => {
  const start = reader.at;
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const end = start + 8 * (reader.u8(LENGTH) + 1);
  const options: DestinationOption[] = [];
  draft.options = options;
  while (reader.at < end) {
    const type = reader.at < reader.end ? (reader.octets[reader.at] as number) : PAD1;
    options.push(reader.group(optionName(type), OPTION_SOURCE, () => readOption(reader, start, end), optionText));
  }
  return { nextHeader, options };
});

/** @throws {RangeError} if the options do not fill a multiple of 8 octets, or do not fit. */
export function encodeDestinationOptions(header: OptionsHeader): Uint8Array {
  const writer = new Writer();
  for (const option of header.options) writeOption(writer, option);
  const length = 2 + writer.length;
  if (length % 8 !== 0) throw new RangeError(`the options fill ${length} octets, no multiple of 8`);
  return new Writer()
    .u8(header.nextHeader)
    .u8(length / 8 - 1)
    .octets(writer.done())
    .done();
}

/** The options of a Binding Update from a foreign link: the home address at its alignment, 8n + 6 (RFC 6275 6.3). */
export function homeAddressOptions(address: Uint8Array): readonly DestinationOption[] {
  return [
    { type: 'padN', data: new Uint8Array(2) },
    { type: 'homeAddress', address },
  ];
}

/** The home address that stands for the source address; `undefined` if there is no such option. */
export function homeAddressOf(header: OptionsHeader): Uint8Array | undefined {
  for (const option of header.options) if (option.type === 'homeAddress') return option.address;
  return undefined;
}

function optionText(option: DestinationOption): string {
  return option.type === 'homeAddress' ? addressText(option.address) : '';
}

function optionName(type: number): string {
  if (type === PAD1) return 'Pad1';
  if (type === PAD_N) return 'PadN';
  return type === HOME_ADDRESS_OPTION ? 'Home Address' : `Option ${type}`;
}

function readOption(reader: Reader, start: number, end: number): DestinationOption {
  const { at } = reader;
  const optionType = reader.u8(OPTION_TYPE);
  reader.bits(ACTION, 0, 2, optionType >> 6);
  reader.bits(CHANGE, 2, 1, (optionType >> 5) & 1);
  reader.bits(NUMBER, 3, 5, optionType & 31);
  if (optionType === PAD1) return { type: 'pad1' };
  if (reader.at === end) reader.malformed(`The option ${optionName(optionType)} ends before its length (${SOURCE}).`);
  const length = reader.u8(OPTION_LENGTH);
  if (reader.at + length > end) {
    reader.malformed(`The option ${optionName(optionType)} reaches past its header (${SOURCE}).`, at + 1);
  }
  if (optionType === PAD_N) return readPadding(reader, length);
  if (optionType === HOME_ADDRESS_OPTION) {
    if ((at - start) % 8 !== 6) {
      reader.note('warning', at, 'The Home Address option is not at 8n + 6 (RFC 6275 6.3).');
    }
    if (length === 16) return { type: 'homeAddress', address: reader.take(16, HOME_ADDRESS) };
    reader.note('error', at + 1, `The Home Address option has 16 octets of data, not ${length} (RFC 6275 6.3).`);
  }
  return { type: 'unknown', optionType, data: length === 0 ? new Uint8Array(0) : reader.take(length, DATA) };
}

function readPadding(reader: Reader, length: number): DestinationOption {
  const { at } = reader;
  const data = length === 0 ? new Uint8Array(0) : reader.take(length, PADDING);
  if (data.some((octet) => octet !== 0)) reader.note('note', at, `The padding is not all zero (${OPTION_SOURCE}).`);
  return { type: 'padN', data };
}

function writeOption(writer: Writer, option: DestinationOption): void {
  switch (option.type) {
    case 'pad1':
      writer.u8(PAD1);
      return;
    case 'padN':
      writer.u8(PAD_N).u8(option.data.length).octets(option.data);
      return;
    case 'homeAddress':
      if (option.address.length !== 16) throw new RangeError('a home address has 16 octets');
      writer.u8(HOME_ADDRESS_OPTION).u8(16).octets(option.address);
      return;
    case 'unknown':
      writer.u8(option.optionType).u8(option.data.length).octets(option.data);
      return;
    default:
      option satisfies never;
  }
}
