/**
 * Notify payload: an error or a status (RFC 5996 3.10).
 *
 * |  Protocol ID  |   SPI Size    |      Notify Message Type      |
 * |  SPI, then notification data                                  |
 */
import { label, octetsLabel } from './field.ts';
import { PROTOCOL, PROTOCOL_IDS, sayCode } from './ikeCodes.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import { isErrorNotify, NOTIFY, NOTIFY_TYPES } from './ikeNotifyCodes.ts';
import { toHex } from './octets.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeNotify extends GenericPayload {
  readonly type: 'notify';
  /** 0 where there is no SPI; 0..255. */
  readonly protocolId: number;
  /** 0..255 octets; none if the notification is about no existing SA, or the IKE SA itself. */
  readonly spi: Uint8Array;
  /** 0..65535; below 16384 an error. */
  readonly notifyType: number;
  readonly data: Uint8Array;
}

const SOURCE = 'RFC 5996 3.10';
const sayType = sayCode(NOTIFY_TYPES);
const PROTOCOL_ID = label('Protocol ID', SOURCE, { say: sayCode(PROTOCOL_IDS) });
const SPI_SIZE = label('SPI size', SOURCE, { unit: 'octets' });
const NOTIFY_TYPE = label('Notify message type', 'RFC 5996 3.10.1', {
  say: (code) => `${sayType(code)}, ${isErrorNotify(code) ? 'an error' : 'a status'}`,
});
const SPI = octetsLabel('SPI', SOURCE);
const DATA = octetsLabel('Notification data', SOURCE);
const INVALID_SPI = octetsLabel('SPI that is not known', 'RFC 5996 1.5', { say: (spi) => `0x${toHex(spi)}` });
const WINDOW_SIZE = octetsLabel('Window size', 'RFC 5996 2.3', {
  say: (size) => String(size.reduce((value, octet) => value * 256 + octet, 0)),
});
const NAT_HASH = octetsLabel('SHA-1 of the SPIs, address and port', 'RFC 5996 2.23 (unconfirmed)');

/** Reads the body; an SPI size beyond the payload is malformed. */
export function readNotify(reader: Reader, generic: GenericPayload): IkeNotify {
  const start = reader.at;
  const protocolId = reader.u8(PROTOCOL_ID);
  const spiSize = reader.u8(SPI_SIZE);
  const notifyType = reader.u16(NOTIFY_TYPE);
  const spi = readOctets(reader, spiSize, SPI);
  const data = readOctets(reader, reader.left, dataLabel(notifyType));
  if (spiSize === 0 && protocolId !== PROTOCOL.none) {
    reader.note('note', start, `There is no SPI, so that the Protocol ID is sent as 0, not ${protocolId} (${SOURCE}).`);
  }
  if (notifyType === NOTIFY.setWindowSize && data.length !== 4) {
    reader.note('error', start + 4 + spiSize, `The window size has ${data.length} octets, not 4 (RFC 5996 2.3).`);
  }
  return { type: 'notify', ...generic, protocolId, spi, notifyType, data };
}

function dataLabel(notifyType: number): typeof DATA {
  switch (notifyType) {
    case NOTIFY.invalidSpi:
      return INVALID_SPI;
    case NOTIFY.setWindowSize:
      return WINDOW_SIZE;
    case NOTIFY.natDetectionSourceIp:
    case NOTIFY.natDetectionDestinationIp:
      return NAT_HASH;
    default:
      return DATA;
  }
}

/** @throws {RangeError} if a number does not fit, or the SPI has more than 255 octets. */
export function writeNotify(writer: Writer, payload: IkeNotify): void {
  writer.u8(payload.protocolId).u8(payload.spi.length).u16(payload.notifyType).octets(payload.spi).octets(payload.data);
}
