/**
 * Keys beside a capture, in the two files that Wireshark reads and writes: `ikev2_decryption_table` and `esp_sa`.
 *
 * The first row that fits wins. Where a Home Address option or a type 2 routing header precedes ESP, Wireshark looks for
 * the home address; a row with either address fits here.
 */

import { addressText, parseIpv4, parseIpv6 } from '#wire/ipAddress.ts';
import { equalOctets, fromHex, toHex } from '#wire/octets.ts';
import { type EspKeys, type IkeKeys, isCombined } from '#wire/suites.ts';
import { encodeUtf8 } from '#wire/utf8.ts';
import {
  encryptionNamed,
  espEncryptions,
  espIntegrities,
  ikeEncryptions,
  ikeIntegrities,
  integrityNamed,
} from './keyAlgorithms.ts';
import { BadRow, type Cell, type Row, rowsOf } from './keyTable.ts';

export const IKE_KEY_FILE = 'ikev2_decryption_table';
export const ESP_KEY_FILE = 'esp_sa';

export interface IkeKeyRow {
  readonly initiatorSpi: bigint;
  readonly responderSpi: bigint;
  readonly keys: IkeKeys;
}

export interface EspKeyRow {
  readonly version: 'IPv4' | 'IPv6';
  /** 4 or 16 octets; undefined fits any. */
  readonly source: Uint8Array | undefined;
  readonly destination: Uint8Array | undefined;
  /** Undefined fits any. */
  readonly spi: number | undefined;
  /** Undefined: an algorithm that nothing here opens; the row still wins. */
  readonly keys: EspKeys | undefined;
}

export interface KeyRows {
  readonly ike: readonly IkeKeyRow[];
  readonly esp: readonly EspKeyRow[];
}

export type ReadKeys =
  | { readonly ok: true; readonly value: KeyRows }
  /** One sentence with file, line and column. */
  | { readonly ok: false; readonly error: string };

/** Reads both files; one that is not there is an empty text. */
export function readKeyFiles(ikeText: string, espText: string): ReadKeys {
  let file = IKE_KEY_FILE;
  try {
    const ike = rowsOf(ikeText).map(ikeRow);
    file = ESP_KEY_FILE;
    return { ok: true, value: { ike, esp: rowsOf(espText).map(espRow) } };
  } catch (reason) {
    if (!(reason instanceof BadRow)) throw reason;
    return { ok: false, error: `${file}, line ${reason.line}, column ${reason.column}: ${reason.message}.` };
  }
}

/** The two files with these rows. @throws {RangeError} on an algorithm that Wireshark has no name for. */
export function writeKeyFiles(rows: KeyRows): { readonly ike: string; readonly esp: string } {
  const lines = (list: readonly string[]): string => list.map((line) => `${line}\n`).join('');
  return { ike: lines(rows.ike.map(ikeLine)), esp: lines(rows.esp.map(espLine)) };
}

/** What opens the packets of a capture. */
export interface Keyring {
  readonly esp: (spi: number, source: Uint8Array, destination: Uint8Array) => EspKeys | undefined;
  readonly ike: (initiatorSpi: bigint, responderSpi: bigint) => IkeKeys | undefined;
}

export function keyringOf(rows: KeyRows): Keyring {
  const ike = new Map<string, IkeKeys>();
  for (const { initiatorSpi, responderSpi, keys } of rows.ike) {
    const name = `${initiatorSpi},${responderSpi}`;
    if (!ike.has(name)) ike.set(name, keys);
  }
  return {
    ike: (initiatorSpi, responderSpi) => ike.get(`${initiatorSpi},${responderSpi}`),
    esp: (spi, source, destination) => {
      const row = rows.esp.find(
        (each) =>
          (each.spi === undefined || each.spi === spi) &&
          source.length === (each.version === 'IPv4' ? 4 : 16) &&
          (each.source === undefined || equalOctets(each.source, source)) &&
          (each.destination === undefined || equalOctets(each.destination, destination)),
      );
      return row?.keys;
    },
  };
}

function ikeRow(row: Row): IkeKeyRow {
  const [spiI, spiR, ei, er, encryptionCell, ai, ar, integrityCell] = eight(row);
  const encryption = pick(row, encryptionCell, ikeEncryptions);
  const integrity = pick(row, integrityCell, ikeIntegrities);
  if (encryption.encryption === undefined) throw bad(row, encryptionCell, 'nothing here opens this encryption');
  if (isCombined(encryption.encryption.algorithm) && integrity.integrity.algorithm !== 'none') {
    throw bad(row, integrityCell, 'AES-GCM and AES-CCM go with "NONE [RFC4306]" only');
  }
  const key = (cell: Cell, lengths: readonly number[] | undefined): Uint8Array =>
    keyOf(row, cell, bareHex(row, cell), lengths);
  return {
    initiatorSpi: spiOf(row, spiI),
    responderSpi: spiOf(row, spiR),
    keys: {
      encryption: encryption.encryption,
      integrity: integrity.integrity,
      skEi: key(ei, encryption.keyLengths),
      skEr: key(er, encryption.keyLengths),
      skAi: key(ai, integrity.keyLengths),
      skAr: key(ar, integrity.keyLengths),
    },
  };
}

function espRow(row: Row): EspKeyRow {
  const cells = eight(row);
  const bare = cells.find(({ quoted }) => !quoted);
  if (bare !== undefined) throw bad(row, bare, 'every column of this table stands in double quotes');
  const [versionCell, source, destination, spi, encryptionCell, encryptionKey, integrityCell, integrityKey] = cells;
  const version = versionCell.text;
  if (version !== 'IPv4' && version !== 'IPv6') throw bad(row, versionCell, 'the protocol is neither IPv4 nor IPv6');
  const encryption = pick(row, encryptionCell, espEncryptions);
  const { integrity } = pick(row, integrityCell, espIntegrities);
  const key = keyOf(row, encryptionKey, octetsOf(row, encryptionKey), encryption.keyLengths);
  const integrityOctets = octetsOf(row, integrityKey);
  return {
    version,
    source: addressOf(row, source, version),
    destination: addressOf(row, destination, version),
    spi: espSpiOf(row, spi),
    keys:
      encryption.encryption === undefined
        ? undefined
        : { encryption: encryption.encryption, encryptionKey: key, integrity, integrityKey: integrityOctets },
  };
}

type Eight = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

function eight(row: Row): Eight {
  if (row.cells.length !== 8) {
    throw new BadRow(row.line, row.cells[8]?.column ?? 1, `the row has ${row.cells.length} columns, not 8`);
  }
  return row.cells as unknown as Eight;
}

function bad(row: Row, cell: Cell, text: string): BadRow {
  return new BadRow(row.line, cell.column, text);
}

function pick<Named extends { readonly name: string }>(row: Row, cell: Cell, list: readonly Named[]): Named {
  const found = cell.quoted ? list.find(({ name }) => name === cell.text) : undefined;
  if (found !== undefined) return found;
  throw bad(row, cell, cell.quoted ? 'there is no algorithm of that name' : 'the name stands in double quotes');
}

function bareHex(row: Row, cell: Cell): Uint8Array {
  if (cell.quoted || !/^(?:[0-9a-f]{2})*$/i.test(cell.text)) {
    throw bad(row, cell, 'hex digits are expected, an even number, without quotes and 0x');
  }
  return fromHex(cell.text);
}

function spiOf(row: Row, cell: Cell): bigint {
  if (cell.quoted || !/^[0-9a-f]{16}$/i.test(cell.text)) throw bad(row, cell, 'an SPI has 16 hex digits, without 0x');
  return BigInt(`0x${cell.text}`);
}

function keyOf(row: Row, cell: Cell, octets: Uint8Array, lengths: readonly number[] | undefined): Uint8Array {
  if (lengths === undefined || lengths.includes(octets.length)) return octets;
  throw bad(row, cell, `the key has ${octets.length} octets, and the algorithm takes ${lengths.join(', ')}`);
}

/** Hex digits after 0x; anything else is the key itself, as Wireshark takes it. */
function octetsOf(row: Row, cell: Cell): Uint8Array {
  if (!/^0x/i.test(cell.text)) return encodeUtf8(cell.text);
  const digits = cell.text.slice(2);
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) throw bad(row, cell, 'an even number of hex digits is expected after 0x');
  return fromHex(digits);
}

function addressOf(row: Row, cell: Cell, version: 'IPv4' | 'IPv6'): Uint8Array | undefined {
  if (cell.text === '*') return undefined;
  const address = version === 'IPv4' ? parseIpv4(cell.text) : parseIpv6(cell.text);
  if (address === undefined) throw bad(row, cell, `this is no ${version} address`);
  return address;
}

function espSpiOf(row: Row, cell: Cell): number | undefined {
  if (cell.text === '*') return undefined;
  const spi = /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(cell.text) ? Number(cell.text) : Number.NaN;
  if (!(spi <= 0xffff_ffff)) throw bad(row, cell, 'an SPI is 0x and at most 8 hex digits, a decimal number, or *');
  return spi;
}

function ikeLine({ initiatorSpi, responderSpi, keys }: IkeKeyRow): string {
  const spi = (value: bigint): string => value.toString(16).padStart(16, '0');
  const integrity = isCombined(keys.encryption.algorithm)
    ? { algorithm: 'none' as const, icvLength: 0, checked: false }
    : keys.integrity;
  const encryptionName = encryptionNamed(ikeEncryptions, keys.encryption, keys.skEi.length);
  const integrityName = integrityNamed(ikeIntegrities, integrity);
  const encryption = `${toHex(keys.skEi)},${toHex(keys.skEr)},"${encryptionName}"`;
  return `${spi(initiatorSpi)},${spi(responderSpi)},${encryption},${toHex(keys.skAi)},${toHex(keys.skAr)},"${integrityName}"`;
}

function espLine({ version, source, destination, spi, keys }: EspKeyRow): string {
  if (keys === undefined) throw new RangeError('a row needs keys');
  const key = (octets: Uint8Array): string => (octets.length === 0 ? '' : `0x${toHex(octets)}`);
  const address = (octets: Uint8Array | undefined): string => (octets === undefined ? '*' : addressText(octets));
  const integrity = isCombined(keys.encryption.algorithm)
    ? { algorithm: 'none' as const, icvLength: 0, checked: false }
    : keys.integrity;
  const cells = [
    version,
    address(source),
    address(destination),
    spi === undefined ? '*' : `0x${spi.toString(16).padStart(8, '0')}`,
    encryptionNamed(espEncryptions, keys.encryption, keys.encryptionKey.length),
    key(keys.encryptionKey),
    integrityNamed(espIntegrities, integrity),
    key(keys.integrityKey),
  ];
  return cells.map((cell) => `"${cell}"`).join(',');
}
