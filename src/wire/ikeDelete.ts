/**
 * Delete payload: the sender has removed these SAs (RFC 5996 3.11).
 *
 * |  Protocol ID  |   SPI Size    |          Number of SPIs       |
 * |                SPIs, each of SPI Size octets                  |
 */
import { label, octetsLabel } from './field.ts';
import { PROTOCOL, PROTOCOL_IDS, sayCode } from './ikeCodes.ts';
import type { GenericPayload } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeDelete extends GenericPayload {
  readonly type: 'delete';
  /** 1 IKE, 2 AH, 3 ESP; 0..255. */
  readonly protocolId: number;
  /** Octets of each SPI, 0..255: 0 for IKE, 4 for AH and ESP. */
  readonly spiSize: number;
  /** As sent, 0..65535; normally the length of `spis`. */
  readonly numberOfSpis: number;
  /** The sender's inbound SPIs, `spiSize` octets each. */
  readonly spis: readonly Uint8Array[];
  /** Octets that the number of SPIs does not account for; absent where there are none. */
  readonly rest?: Uint8Array;
}

/** The Delete of the IKE SA that carries it, and so of all its child SAs: Protocol ID 1 and no SPI. */
export function deleteOfIkeSa(): IkeDelete {
  return { type: 'delete', protocolId: PROTOCOL.ike, spiSize: 0, numberOfSpis: 0, spis: [] };
}

/** The Delete of some ESP SAs. @param spis the sender's inbound ones, 32 bits each. */
export function deleteOfEspSas(spis: readonly number[]): IkeDelete {
  const octets = spis.map((spi) => new Uint8Array([spi >>> 24, (spi >>> 16) & 0xff, (spi >>> 8) & 0xff, spi & 0xff]));
  return { type: 'delete', protocolId: PROTOCOL.esp, spiSize: 4, numberOfSpis: octets.length, spis: octets };
}

const SOURCE = 'RFC 5996 3.11';
const PROTOCOL_ID = label('Protocol ID', SOURCE, { say: sayCode(PROTOCOL_IDS) });
const SPI_SIZE = label('SPI size', SOURCE, { unit: 'octets' });
const NUMBER_OF_SPIS = label('Number of SPIs', SOURCE);
const SPI = octetsLabel('SPI', SOURCE);
const REST = octetsLabel('Octets beside the SPIs', SOURCE);

/** Reads the body; an SPI size or number that does not fit is noted as an error, and the octets are kept. */
export function readDelete(reader: Reader, generic: GenericPayload): IkeDelete {
  const start = reader.at;
  const protocolId = reader.u8(PROTOCOL_ID);
  const spiSize = reader.u8(SPI_SIZE);
  const numberOfSpis = reader.u16(NUMBER_OF_SPIS);
  noteSize(reader, start, protocolId, spiSize);
  const { left } = reader;
  const fitting = spiSize === 0 ? 0 : Math.min(numberOfSpis, Math.floor(left / spiSize));
  const spis: Uint8Array[] = [];
  for (let i = 0; i < fitting; i += 1) spis.push(reader.take(spiSize, SPI));
  if (numberOfSpis * spiSize !== left || (spiSize === 0 && numberOfSpis > 0)) {
    const text = `${numberOfSpis} SPIs of ${spiSize} octets do not fit the ${left} octets that are there (${SOURCE}).`;
    reader.note('error', start + 2, text);
  } else if (numberOfSpis === 0 && protocolId !== PROTOCOL.ike) {
    reader.note('warning', start + 2, `The Delete names no SPI, so that it deletes nothing (${SOURCE}).`);
  }
  const rest = reader.left > 0 ? { rest: reader.rest(REST) } : {};
  return { type: 'delete', ...generic, protocolId, spiSize, numberOfSpis, spis, ...rest };
}

function noteSize(reader: Reader, at: number, protocolId: number, spiSize: number): void {
  switch (protocolId) {
    case PROTOCOL.ike:
      reader.note(
        'note',
        at,
        'Protocol ID 1 is read as the IKE SA with all its ESP SAs: clause 8.4.3 says "all ESP SAs", RFC 4306 3.11 the IKE SA.',
      );
      if (spiSize !== 0) {
        reader.note('error', at + 1, `The SPI size is ${spiSize}, but must be 0 for the IKE SA (${SOURCE}).`);
      }
      return;
    case PROTOCOL.ah:
    case PROTOCOL.esp:
      if (spiSize !== 4) reader.note('error', at + 1, `The SPI size is ${spiSize}, but must be 4 (${SOURCE}).`);
      return;
    default:
      reader.note('warning', at, `A Delete has no meaning for Protocol ID ${protocolId} (${SOURCE}).`);
  }
}

/** @throws {RangeError} if an SPI has not `spiSize` octets, or a number does not fit. */
export function writeDelete(writer: Writer, payload: IkeDelete): void {
  writer.u8(payload.protocolId).u8(payload.spiSize).u16(payload.numberOfSpis);
  for (const spi of payload.spis) {
    if (spi.length !== payload.spiSize) throw new RangeError(`an SPI of ${spi.length} octets, not ${payload.spiSize}`);
    writer.octets(spi);
  }
  if (payload.rest !== undefined) writer.octets(payload.rest);
}
