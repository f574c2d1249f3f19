/** The union of IKEv2 payloads, and the body of each, read and written by its type (RFC 5996 3.2). */
import { type Label, octetsLabel } from './field.ts';
import { type IkeAuthentication, readAuthentication, writeAuthentication } from './ikeAuthentication.ts';
import { type IkeCertificate, readCertificate, writeCertificate } from './ikeCertificate.ts';
import { codeName, PAYLOAD, PAYLOAD_TYPES } from './ikeCodes.ts';
import { type IkeConfiguration, readConfiguration, writeConfiguration } from './ikeConfiguration.ts';
import { type IkeDelete, readDelete, writeDelete } from './ikeDelete.ts';
import { type IkeEap, readEap, writeEap } from './ikeEap.ts';
import {
  type IkeEncrypted,
  type IkeEncryptedFragment,
  readEncrypted,
  readEncryptedFragment,
  writeEncrypted,
} from './ikeEncrypted.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import { type IkeIdentification, readIdentification, writeIdentification } from './ikeIdentification.ts';
import { type IkeKeyExchange, readKeyExchange, writeKeyExchange } from './ikeKeyExchange.ts';
import { type IkeNonce, readNonce, writeNonce } from './ikeNonce.ts';
import { type IkeNotify, readNotify, writeNotify } from './ikeNotify.ts';
import {
  type IkeSecurityAssociation,
  readSecurityAssociation,
  writeSecurityAssociation,
} from './ikeSecurityAssociation.ts';
import { type IkeTrafficSelectors, readTrafficSelectors, writeTrafficSelectors } from './ikeTrafficSelectors.ts';
import { type IkeVendorId, readVendorId, writeVendorId } from './ikeVendorId.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** A payload whose type has no codec here, kept as it is. */
export interface IkeUnknownPayload extends GenericPayload {
  readonly type: 'unknown';
  /** 1..255. */
  readonly payloadType: number;
  /** All after the generic header. */
  readonly body: Uint8Array;
}

export type IkePayload =
  | IkeSecurityAssociation
  | IkeKeyExchange
  | IkeIdentification
  | IkeCertificate
  | IkeAuthentication
  | IkeNonce
  | IkeNotify
  | IkeDelete
  | IkeVendorId
  | IkeTrafficSelectors
  | IkeEncrypted
  | IkeEncryptedFragment
  | IkeConfiguration
  | IkeEap
  | IkeUnknownPayload;

const UNKNOWN: Label<Uint8Array> = octetsLabel('Payload body', 'RFC 5996 3.2');

/** The payload type that the field before it carries, 1..255. */
export function payloadTypeOf(payload: IkePayload): number {
  return payload.type === 'unknown' ? payload.payloadType : PAYLOAD[payload.type];
}

/** "Delete payload". */
export function payloadTitle(payloadType: number): string {
  const known = PAYLOAD_TYPES.has(payloadType);
  return known ? `${codeName(PAYLOAD_TYPES, payloadType)} payload` : `Payload of unknown type ${payloadType}`;
}

/** Whether nothing can follow: the next payload field of these names what is inside. */
export function endsChain(payloadType: number): boolean {
  return payloadType === PAYLOAD.encrypted || payloadType === PAYLOAD.encryptedFragment;
}

/** Reads a body. @param reader holds the body alone. */
export function readBody(
  reader: Reader,
  payloadType: number,
  generic: GenericPayload,
  nextPayload: number,
): IkePayload {
  switch (payloadType) {
    case PAYLOAD.securityAssociation:
      return readSecurityAssociation(reader, generic);
    case PAYLOAD.keyExchange:
      return readKeyExchange(reader, generic);
    case PAYLOAD.identificationInitiator:
      return readIdentification(reader, generic, 'identificationInitiator');
    case PAYLOAD.identificationResponder:
      return readIdentification(reader, generic, 'identificationResponder');
    case PAYLOAD.certificate:
      return readCertificate(reader, generic, 'certificate');
    case PAYLOAD.certificateRequest:
      return readCertificate(reader, generic, 'certificateRequest');
    case PAYLOAD.authentication:
      return readAuthentication(reader, generic);
    case PAYLOAD.nonce:
      return readNonce(reader, generic);
    case PAYLOAD.notify:
      return readNotify(reader, generic);
    case PAYLOAD.delete:
      return readDelete(reader, generic);
    case PAYLOAD.vendorId:
      return readVendorId(reader, generic);
    case PAYLOAD.trafficSelectorsInitiator:
      return readTrafficSelectors(reader, generic, 'trafficSelectorsInitiator');
    case PAYLOAD.trafficSelectorsResponder:
      return readTrafficSelectors(reader, generic, 'trafficSelectorsResponder');
    case PAYLOAD.encrypted:
      return readEncrypted(reader, generic, nextPayload);
    case PAYLOAD.encryptedFragment:
      return readEncryptedFragment(reader, generic, nextPayload);
    case PAYLOAD.configuration:
      return readConfiguration(reader, generic);
    case PAYLOAD.eap:
      return readEap(reader, generic);
    default:
      return { type: 'unknown', ...generic, payloadType, body: readOctets(reader, reader.left, UNKNOWN) };
  }
}

/** Writes a body, without the generic header. @throws {RangeError} if a value does not fit. */
export function writeBody(writer: Writer, payload: IkePayload): void {
  switch (payload.type) {
    case 'securityAssociation':
      writeSecurityAssociation(writer, payload);
      return;
    case 'keyExchange':
      writeKeyExchange(writer, payload);
      return;
    case 'identificationInitiator':
    case 'identificationResponder':
      writeIdentification(writer, payload);
      return;
    case 'certificate':
    case 'certificateRequest':
      writeCertificate(writer, payload);
      return;
    case 'authentication':
      writeAuthentication(writer, payload);
      return;
    case 'nonce':
      writeNonce(writer, payload);
      return;
    case 'notify':
      writeNotify(writer, payload);
      return;
    case 'delete':
      writeDelete(writer, payload);
      return;
    case 'vendorId':
      writeVendorId(writer, payload);
      return;
    case 'trafficSelectorsInitiator':
    case 'trafficSelectorsResponder':
      writeTrafficSelectors(writer, payload);
      return;
    case 'encrypted':
    case 'encryptedFragment':
      writeEncrypted(writer, payload);
      return;
    case 'configuration':
      writeConfiguration(writer, payload);
      return;
    case 'eap':
      writeEap(writer, payload);
      return;
    case 'unknown':
      writer.octets(payload.body);
      return;
    default:
      payload satisfies never;
  }
}
