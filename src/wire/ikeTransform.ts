/**
 * One transform of a proposal: an algorithm, with attributes such as the key length (RFC 5996 3.3.2, 3.3.5).
 *
 * | 0 (last) or 3 |   RESERVED    |        Transform Length       |
 * |Transform Type |   RESERVED    |          Transform ID         |
 * then each attribute:
 * |A|       Attribute Type        |  A=0: Length  |  A=1: Value   |
 */
import { type Label, label, octetsLabel } from './field.ts';
import { codeTable, sayCode } from './ikeCodes.ts';
import { KEY_LENGTH, TRANSFORM_ATTRIBUTES, TRANSFORM_TYPES, transformIds } from './ikeTransformCodes.ts';
import type { Reader } from './reader.ts';
import { Writer } from './writer.ts';

export interface TransformAttribute {
  /** 0..32767; 14 is the key length. */
  readonly attributeType: number;
  /** A number where the attribute has the short form (A=1), 0..65535; else octets. */
  readonly value: number | Uint8Array;
}

export interface Transform {
  /** 0..255. */
  readonly transformType: number;
  /** 0..65535. */
  readonly transformId: number;
  readonly attributes: readonly TransformAttribute[];
  /** The two reserved octets as one number, the first one high; absent where both are 0, as they should be. */
  readonly reserved?: number;
  /** The first octet where it is neither 0 for the last one nor 3 for another. */
  readonly wrongLast?: number;
}

const SOURCE = 'RFC 5996 3.3.2 (unconfirmed)';
const ATTRIBUTE_SOURCE = 'RFC 5996 3.3.5 (unconfirmed)';
const MORE = 3;
const LAST = label('Last substructure', SOURCE, {
  say: sayCode(codeTable(['RFC 5996 3.3.2', { 0: 'last transform', [MORE]: 'more transforms follow' }])),
});
const RESERVED = label('Reserved', SOURCE);
const LENGTH = label('Transform length', SOURCE, { unit: 'octets' });
const TYPE = label('Transform type', SOURCE, { say: sayCode(TRANSFORM_TYPES) });
const FORMAT_AND_TYPE = label('Attribute format and type', ATTRIBUTE_SOURCE);
const FORMAT = label('Attribute format', ATTRIBUTE_SOURCE, {
  say: (bit) => (bit === 1 ? 'type and value' : 'type, length and value'),
});
const ATTRIBUTE_TYPE = label('Attribute type', ATTRIBUTE_SOURCE, { say: sayCode(TRANSFORM_ATTRIBUTES) });
const NUMBER = label('Attribute value', ATTRIBUTE_SOURCE);
const KEY_BITS = label('Attribute value', ATTRIBUTE_SOURCE, { unit: 'bits' });
const ATTRIBUTE_LENGTH = label('Attribute length', ATTRIBUTE_SOURCE, { unit: 'octets' });
const OCTETS = octetsLabel('Attribute value', ATTRIBUTE_SOURCE);
const BODY: Label<unknown> = { name: 'Transform', source: SOURCE };

/** In octets, before the attributes. */
const HEADER_LENGTH = 8;

/** Reads one transform; a length below 8 is malformed. A last-octet that disagrees with what follows is noted as an error. */
export function readTransform(reader: Reader): Transform {
  const start = reader.at;
  const last = reader.u8(LAST);
  const firstReserved = reader.u8(RESERVED);
  const length = reader.u16(LENGTH);
  if (length < HEADER_LENGTH) reader.malformed(`The transform length ${length} is less than 8.`, start + 2);
  return reader.within(length - 4, BODY, (inner) => {
    const transformType = inner.u8(TYPE);
    const secondReserved = inner.u8(RESERVED);
    const transformId = inner.u16(label('Transform ID', SOURCE, { say: sayCode(transformIds(transformType)) }));
    const attributes: TransformAttribute[] = [];
    while (inner.left > 0) {
      attributes.push(inner.group('Transform attribute', ATTRIBUTE_SOURCE, () => readAttribute(inner)));
    }
    const more = inner.end < reader.end;
    const wrong = last !== (more ? MORE : 0);
    if (wrong) {
      inner.note(
        'error',
        start,
        `The transform says ${last}, but is ${more ? 'not ' : ''}the last one (RFC 5996 3.3.2).`,
      );
    }
    const reserved = firstReserved * 256 + secondReserved;
    return {
      transformType,
      transformId,
      attributes,
      ...(reserved === 0 ? {} : { reserved }),
      ...(wrong ? { wrongLast: last } : {}),
    };
  });
}

function readAttribute(reader: Reader): TransformAttribute {
  const bits = reader.u16(FORMAT_AND_TYPE);
  const short = reader.bits(FORMAT, 0, 1, bits >> 15) === 1;
  const attributeType = reader.bits(ATTRIBUTE_TYPE, 1, 15, bits & 0x7fff);
  if (short) return { attributeType, value: reader.u16(attributeType === KEY_LENGTH ? KEY_BITS : NUMBER) };
  return { attributeType, value: reader.take(reader.u16(ATTRIBUTE_LENGTH), OCTETS) };
}

/** @throws {RangeError} if a number does not fit. */
export function writeTransform(writer: Writer, transform: Transform, isLast: boolean): void {
  const reserved = transform.reserved ?? 0;
  const attributes = new Writer();
  for (const { attributeType, value } of transform.attributes) {
    if (attributeType > 0x7fff) throw new RangeError(`${attributeType} does not fit 15 bits`);
    if (typeof value === 'number') attributes.u16(0x8000 + attributeType).u16(value);
    else attributes.u16(attributeType).u16(value.length).octets(value);
  }
  writer
    .u8(transform.wrongLast ?? (isLast ? 0 : MORE))
    .u8(reserved >> 8)
    .u16(HEADER_LENGTH + attributes.length)
    .u8(transform.transformType)
    .u8(reserved & 0xff)
    .u16(transform.transformId)
    .octets(attributes.done());
}
