/**
 * Certificate and Certificate Request payloads (RFC 5996 3.6, 3.7).
 *
 * | Cert Encoding |   Certificate Data, or hashes of the authorities that are trusted
 */
import { label, octetsLabel } from './field.ts';
import { CERTIFICATE_ENCODINGS, sayCode } from './ikeCodes.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeCertificate extends GenericPayload {
  readonly type: 'certificate' | 'certificateRequest';
  /** 0..255. */
  readonly encoding: number;
  /** The certificate as encoded; in a request, for X.509, SHA-1 hashes of public keys of authorities, 20 octets each. */
  readonly data: Uint8Array;
}

const ENCODING = label('Certificate encoding', 'RFC 5996 3.6 (unconfirmed)', { say: sayCode(CERTIFICATE_ENCODINGS) });
const CERTIFICATE = octetsLabel('Certificate data', 'RFC 5996 3.6 (unconfirmed)');
const AUTHORITY = octetsLabel('Certification authority', 'RFC 5996 3.7 (unconfirmed)');

export function readCertificate(reader: Reader, generic: GenericPayload, type: IkeCertificate['type']): IkeCertificate {
  const encoding = reader.u8(ENCODING);
  return {
    type,
    ...generic,
    encoding,
    data: readOctets(reader, reader.left, type === 'certificate' ? CERTIFICATE : AUTHORITY),
  };
}

/** @throws {RangeError} if the encoding does not fit 8 bits. */
export function writeCertificate(writer: Writer, payload: IkeCertificate): void {
  writer.u8(payload.encoding).octets(payload.data);
}
