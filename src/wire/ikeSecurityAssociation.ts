/**
 * Security Association payload: proposals, in order of preference, each a set of transforms (RFC 5996 3.3).
 *
 * | 0 (last) or 2 |   RESERVED    |         Proposal Length       |
 * | Proposal Num  |  Protocol ID  |    SPI Size   |Num  Transforms|
 * |  SPI, then the transforms                                     |
 */
import { type Label, label, octetsLabel } from './field.ts';
import { codeTable, PROTOCOL_IDS, sayCode } from './ikeCodes.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import { readTransform, type Transform, writeTransform } from './ikeTransform.ts';
import type { Reader } from './reader.ts';
import { Writer } from './writer.ts';

export interface Proposal {
  /** 1 for the first one, 0..255. */
  readonly number: number;
  /** 1 IKE, 2 AH, 3 ESP; 0..255. */
  readonly protocolId: number;
  /** None in the first exchange, 8 octets when an IKE SA is rekeyed, 4 for AH and ESP; 0..255. */
  readonly spi: Uint8Array;
  /** 0..255 of them. */
  readonly transforms: readonly Transform[];
  /** Absent where it is 0, as it should be. */
  readonly reserved?: number;
  /** The first octet where it is neither 0 for the last one nor 2 for another. */
  readonly wrongLast?: number;
  /** The number of transforms as sent, where it is not that of `transforms`. */
  readonly wrongCount?: number;
}

export interface IkeSecurityAssociation extends GenericPayload {
  readonly type: 'securityAssociation';
  readonly proposals: readonly Proposal[];
}

const SOURCE = 'RFC 5996 3.3.1 (unconfirmed)';
const MORE = 2;
const LAST = label('Last substructure', SOURCE, {
  say: sayCode(codeTable(['RFC 5996 3.3.1', { 0: 'last proposal', [MORE]: 'more proposals follow' }])),
});
const RESERVED = label('Reserved', SOURCE);
const LENGTH = label('Proposal length', SOURCE, { unit: 'octets' });
const NUMBER = label('Proposal number', SOURCE);
const PROTOCOL_ID = label('Protocol ID', SOURCE, { say: sayCode(PROTOCOL_IDS) });
const SPI_SIZE = label('SPI size', SOURCE, { unit: 'octets' });
const COUNT = label('Number of transforms', SOURCE);
const SPI = octetsLabel('SPI', SOURCE);
const BODY: Label<unknown> = { name: 'Proposal', source: SOURCE };

/** In octets, before the SPI. */
const HEADER_LENGTH = 8;

/** Reads the body; lengths that do not fit into each other are malformed, counts that disagree are noted as errors. */
export function readSecurityAssociation(reader: Reader, generic: GenericPayload): IkeSecurityAssociation {
  const proposals: Proposal[] = [];
  while (reader.left > 0) proposals.push(reader.group('Proposal', SOURCE, () => readProposal(reader)));
  return { type: 'securityAssociation', ...generic, proposals };
}

function readProposal(reader: Reader): Proposal {
  const start = reader.at;
  const last = reader.u8(LAST);
  const reserved = reader.u8(RESERVED);
  const length = reader.u16(LENGTH);
  if (length < HEADER_LENGTH) reader.malformed(`The proposal length ${length} is less than 8.`, start + 2);
  return reader.within(length - 4, BODY, (inner) => {
    const number = inner.u8(NUMBER);
    const protocolId = inner.u8(PROTOCOL_ID);
    const spiSize = inner.u8(SPI_SIZE);
    const count = inner.u8(COUNT);
    const spi = readOctets(inner, spiSize, SPI);
    const transforms: Transform[] = [];
    while (inner.left > 0) {
      transforms.push(inner.group('Transform', 'RFC 5996 3.3.2 (unconfirmed)', () => readTransform(inner)));
    }
    const more = inner.end < reader.end;
    const wrong = last !== (more ? MORE : 0);
    if (wrong) {
      inner.note(
        'error',
        start,
        `The proposal says ${last}, but is ${more ? 'not ' : ''}the last one (RFC 5996 3.3.1).`,
      );
    }
    if (count !== transforms.length) {
      inner.note(
        'error',
        start + 7,
        `${count} transforms are announced, but ${transforms.length} are there (RFC 5996 3.3.1).`,
      );
    }
    return {
      number,
      protocolId,
      spi,
      transforms,
      ...(reserved === 0 ? {} : { reserved }),
      ...(wrong ? { wrongLast: last } : {}),
      ...(count === transforms.length ? {} : { wrongCount: count }),
    };
  });
}

/** @throws {RangeError} if a number does not fit. */
export function writeSecurityAssociation(writer: Writer, payload: IkeSecurityAssociation): void {
  payload.proposals.forEach((proposal, i) => {
    const transforms = new Writer();
    proposal.transforms.forEach((transform, j) => {
      writeTransform(transforms, transform, j === proposal.transforms.length - 1);
    });
    writer
      .u8(proposal.wrongLast ?? (i === payload.proposals.length - 1 ? 0 : MORE))
      .u8(proposal.reserved ?? 0)
      .u16(HEADER_LENGTH + proposal.spi.length + transforms.length)
      .u8(proposal.number)
      .u8(proposal.protocolId)
      .u8(proposal.spi.length)
      .u8(proposal.wrongCount ?? proposal.transforms.length)
      .octets(proposal.spi)
      .octets(transforms.done());
  });
}
