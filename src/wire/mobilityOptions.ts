/**
 * The list of mobility options at the end of a message: any option, in order, padding included (RFC 6275 6.2).
 *
 * | Option Type | Option Length | data ...
 */
import { label, octetsLabel } from './field.ts';
import type { Alignment, OptionCodec } from './mobilityOption.ts';
import {
  type AlternateCareOfAddress,
  alternateCareOfAddress,
  type BindingAuthorizationData,
  type BindingRefreshAdvice,
  bindingAuthorizationData,
  bindingRefreshAdvice,
  type NonceIndices,
  nonceIndices,
} from './mobilityOptionBinding.ts';
import { type MobileNodeIdentifier, mobileNodeIdentifier } from './mobilityOptionIdentifier.ts';
import {
  type Ipv4AddressAcknowledgement,
  type Ipv4CareOfAddress,
  type Ipv4HomeAddress,
  ipv4AddressAcknowledgement,
  ipv4CareOfAddress,
  ipv4HomeAddress,
  type NatDetection,
  natDetection,
} from './mobilityOptionIpv4.ts';
import { PAD1, type Pad1, type PadN, paddingOf, padN } from './mobilityOptionPadding.ts';
import {
  type HomeNetworkPrefix,
  homeNetworkPrefix,
  type MobileNetworkPrefix,
  mobileNetworkPrefix,
} from './mobilityOptionPrefix.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** An option with a type and a length octet whose data is understood. */
type NamedOption =
  | PadN
  | BindingRefreshAdvice
  | AlternateCareOfAddress
  | NonceIndices
  | BindingAuthorizationData
  | MobileNetworkPrefix
  | MobileNodeIdentifier
  | HomeNetworkPrefix
  | Ipv4HomeAddress
  | Ipv4AddressAcknowledgement
  | NatDetection
  | Ipv4CareOfAddress;

/** Any other option, and one of the above whose length is not allowed. */
export interface UnknownMobilityOption {
  readonly type: 'unknown';
  /** 1..255. */
  readonly optionType: number;
  /** 0..255 octets, as received. */
  readonly data: Uint8Array;
}

export type MobilityOption = Pad1 | NamedOption | UnknownMobilityOption;

const CODECS: { readonly [Type in NamedOption['type']]: OptionCodec<Extract<NamedOption, { type: Type }>> } = {
  padN,
  bindingRefreshAdvice,
  alternateCareOfAddress,
  nonceIndices,
  bindingAuthorizationData,
  mobileNetworkPrefix,
  mobileNodeIdentifier,
  homeNetworkPrefix,
  ipv4HomeAddress,
  ipv4AddressAcknowledgement,
  natDetection,
  ipv4CareOfAddress,
};

const BY_NUMBER: ReadonlyMap<number, OptionCodec<NamedOption>> = new Map(
  Object.values(CODECS).map((codec) => [codec.number, codec as OptionCodec<NamedOption>]),
);

const OPTION_TYPE = label('Option Type', 'RFC 6275 6.2.1', { say: optionName });
const OPTION_LENGTH = label('Option Length', 'RFC 6275 6.2.1', { unit: 'octets' });
const OPTION_DATA = octetsLabel('Option data', 'RFC 6275 6.2.1');

/** "Alternate Care-of Address" for 3; a number without a codec is said to be one. */
export function optionName(optionType: number): string {
  if (optionType === 0) return PAD1.name;
  return BY_NUMBER.get(optionType)?.name ?? `Mobility option ${optionType}`;
}

/**
 * Reads options up to the reader's end, padding included.
 * @param messageAt offset of the Mobility Header's first octet: alignment counts from there.
 */
export function readMobilityOptions(reader: Reader, messageAt: number): readonly MobilityOption[] {
  const options: MobilityOption[] = [];
  let last = false;
  while (reader.left > 0) {
    const { at } = reader;
    if (last) {
      const text = 'An option follows the Binding Authorization Data, which is to be the last one (RFC 6275 6.2.7).';
      reader.note('warning', at, text);
    }
    const option = readOption(reader, messageAt);
    last = option.type === 'bindingAuthorizationData';
    options.push(option);
  }
  return options;
}

/**
 * Writes the options as they are listed, without padding of its own: `layOut` puts that into the list.
 * @throws {RangeError} if a value does not fit its field.
 */
export function writeMobilityOptions(writer: Writer, options: readonly MobilityOption[]): void {
  for (const option of options) writeOption(writer, option);
}

/** Option Type, 0..255. */
export function optionTypeOf(option: MobilityOption): number {
  if (option.type === 'pad1') return 0;
  return option.type === 'unknown' ? option.optionType : codecOf(option).number;
}

/** Octets that the option takes, its type and length included. */
export function optionLength(option: MobilityOption): number {
  if (option.type === 'pad1') return 1;
  return 2 + (option.type === 'unknown' ? option.data.length : dataLength(codecOf(option), option));
}

/**
 * The options with the padding that their alignment and the end of the message ask for; padding in the list is replaced.
 * @param at offset of the first option from the start of the Mobility Header: 12, unless given, in Binding Updates, Binding
 * Acknowledgements and both revocation messages.
 */
export function layOut(options: readonly MobilityOption[], at = 12): readonly MobilityOption[] {
  const laidOut: MobilityOption[] = [];
  let next = at;
  for (const option of options) {
    if (option.type === 'pad1' || option.type === 'padN') continue;
    const padding = paddingBefore(next, alignmentOf(option));
    laidOut.push(...paddingOf(padding), option);
    next += padding + optionLength(option);
  }
  return [...laidOut, ...paddingOf(paddingBefore(next, { factor: 8, rest: 0 }))];
}

function readOption(reader: Reader, messageAt: number): MobilityOption {
  const { at } = reader;
  const optionType = reader.octets[at] as number;
  if (optionType === 0) {
    reader.u8(PAD1);
    return { type: 'pad1' };
  }
  const codec = BY_NUMBER.get(optionType);
  const source = codec?.source ?? 'RFC 6275 6.2.1';
  const option = reader.group(optionName(optionType), source, () => {
    reader.u8(OPTION_TYPE);
    const length = reader.u8(OPTION_LENGTH);
    if (codec !== undefined && allows(codec, length)) return codec.read(reader, length);
    if (codec !== undefined) {
      reader.note('error', at + 1, `${length} is no Option Length of ${codec.name}; its data is kept (${source}).`);
    }
    const data = length === 0 ? new Uint8Array(0) : reader.take(length, OPTION_DATA);
    return { type: 'unknown' as const, optionType, data };
  });
  if (option.type !== 'unknown' && codec?.alignment !== undefined) {
    noteMisaligned(reader, at, at - messageAt, codec.name, codec.alignment);
  }
  return option;
}

function writeOption(writer: Writer, option: MobilityOption): void {
  if (option.type === 'pad1') {
    writer.u8(0);
  } else if (option.type === 'unknown') {
    if (option.optionType === 0) throw new RangeError('option type 0 is Pad1, which has no data');
    writer.u8(option.optionType).u8(option.data.length).octets(option.data);
  } else {
    const codec = codecOf(option);
    writer.u8(codec.number).u8(dataLength(codec, option));
    codec.write(writer, option);
  }
}

function codecOf(option: NamedOption): OptionCodec<NamedOption> {
  return CODECS[option.type] as OptionCodec<NamedOption>;
}

function allows(codec: OptionCodec<NamedOption>, length: number): boolean {
  return typeof codec.length === 'number' ? length === codec.length : length >= codec.length.least;
}

function dataLength(codec: OptionCodec<NamedOption>, option: NamedOption): number {
  return typeof codec.length === 'number' ? codec.length : codec.length.of(option);
}

function alignmentOf(option: NamedOption | UnknownMobilityOption): Alignment | undefined {
  return option.type === 'unknown' ? undefined : codecOf(option).alignment;
}

function paddingBefore(at: number, alignment: Pick<Alignment, 'factor' | 'rest'> | undefined) {
  if (alignment === undefined) return 0;
  return (alignment.rest - (at % alignment.factor) + alignment.factor) % alignment.factor;
}

function noteMisaligned(reader: Reader, at: number, offset: number, name: string, alignment: Alignment): void {
  const { factor, rest, source } = alignment;
  if ((offset - rest) % factor === 0) return;
  const wanted = rest === 0 ? `${factor}n` : `${factor}n+${rest}`;
  reader.note('warning', at, `${name} starts at offset ${offset}; its alignment is ${wanted} (${source}).`);
}
