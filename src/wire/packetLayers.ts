/** The layers of a whole packet, as `dissect` (packet.ts) gives them. */
import type { WireError } from './decoded.ts';
import type { OptionsHeader } from './destinationOptions.ts';
import type { Esp } from './esp.ts';
import type { FragmentHeader, OtherHeader } from './extensionHeader.ts';
import type { WireField, WireNote } from './field.ts';
import type { IkeMessage } from './ikeMessage.ts';
import type { IkePayload } from './ikePayload.ts';
import type { Ipv4Header } from './ipv4.ts';
import type { Ipv6Header } from './ipv6.ts';
import type { MobilityHeader } from './mobilityHeader.ts';
import type { OpenError } from './protectedOctets.ts';
import type { RoutingHeader } from './routingHeader.ts';
import type { EspKeys, IkeKeys } from './suites.ts';
import type { UdpHeader } from './udp.ts';

/** What became of octets that are protected. */
export type Opening =
  /** The opener has no keys for them. */
  | { readonly type: 'noKeys' }
  /** `buffer`: where the plaintext is; `icvOk`: undefined if the keys say that it is not checked. */
  | { readonly type: 'opened'; readonly buffer: number; readonly icvOk: true | undefined }
  /** With `reason` "integrity" the integrity check value is wrong. */
  | { readonly type: 'refused'; readonly error: OpenError };

export interface EspLayer extends Esp {
  readonly opening: Opening;
}

export interface IkeLayer extends IkeMessage {
  /** Of the Encrypted payload; `undefined` if there is none. */
  readonly opening?: Opening;
}

export type ExtensionHeader =
  | ({ readonly type: 'hopByHop' } & OptionsHeader)
  | ({ readonly type: 'fragment' } & FragmentHeader)
  | ({ readonly type: 'authentication' } & OtherHeader)
  | ({ readonly type: 'other' } & OtherHeader);

/** Octets that no decoder here takes further. */
export interface Payload {
  readonly octets: Uint8Array;
  /** The Next Header or Protocol that announced them; absent where none did. */
  readonly protocol?: number;
}

/** A header that could not be read to its end. */
export interface Unreadable {
  readonly of: Exclude<LayerName, 'unreadable' | 'payload'>;
  /** The properties that were read before, by the names of the whole one. */
  readonly partial: Readonly<Record<string, unknown>>;
}

export type LayerContent =
  | { readonly name: 'ipv6'; readonly value: Ipv6Header }
  | { readonly name: 'ipv4'; readonly value: Ipv4Header }
  | { readonly name: 'destinationOptions'; readonly value: OptionsHeader }
  | { readonly name: 'routingHeader'; readonly value: RoutingHeader }
  | { readonly name: 'extensionHeader'; readonly value: ExtensionHeader }
  | { readonly name: 'udp'; readonly value: UdpHeader }
  /** The tunnel in UDP 4191 (RFC 5555), which has no octets of its own. */
  | { readonly name: 'dsmipv6'; readonly value: Readonly<Record<string, never>> }
  /** Four octets of zero (RFC 3948 2.2). */
  | { readonly name: 'nonEspMarker'; readonly value: Readonly<Record<string, never>> }
  | { readonly name: 'esp'; readonly value: EspLayer }
  /** Behind the payload in the plaintext's buffer. */
  | { readonly name: 'espTrailer'; readonly value: { readonly padLength: number; readonly nextHeader: number } }
  | { readonly name: 'mobilityHeader'; readonly value: MobilityHeader }
  | { readonly name: 'ike'; readonly value: IkeLayer }
  /** The payloads inside an Encrypted payload. */
  | { readonly name: 'ikePayloads'; readonly value: { readonly payloads: readonly IkePayload[] } }
  /** Behind these payloads in the plaintext's buffer. */
  | { readonly name: 'skTrailer'; readonly value: { readonly padLength: number } }
  | { readonly name: 'payload'; readonly value: Payload }
  | { readonly name: 'unreadable'; readonly value: Unreadable };

export type LayerName =
  | 'ipv6'
  | 'ipv4'
  | 'destinationOptions'
  | 'routingHeader'
  | 'extensionHeader'
  | 'udp'
  | 'dsmipv6'
  | 'nonEspMarker'
  | 'esp'
  | 'espTrailer'
  | 'mobilityHeader'
  | 'ike'
  | 'ikePayloads'
  | 'skTrailer'
  | 'payload'
  | 'unreadable';

export type Layer = LayerContent & {
  /** For a person: "Mobility Header: Binding Update". */
  readonly title: string;
  /** Index in `Packet.buffers`. */
  readonly buffer: number;
  /** Offset in its buffer of the first octet of its own. */
  readonly at: number;
  /** Its own octets, without those of the layers inside it. */
  readonly length: number;
  /** Empty unless asked for; else they own each of its octets. */
  readonly fields: readonly WireField[];
};

export interface Packet {
  /** The first as sent; then each decrypted plaintext in order. */
  readonly buffers: readonly Uint8Array[];
  /** "as sent", "ESP plaintext", "SK plaintext". */
  readonly bufferTitles: readonly string[];
  /** Outermost first; each octet of each buffer belongs to exactly one. */
  readonly layers: readonly Layer[];
  readonly notes: readonly (WireNote & { readonly buffer: number })[];
  /** The outermost thing that could not be read; octets that stay closed are no error but a note. */
  readonly error?: WireError & { readonly buffer: number };
}

/** A keyring. The same object is to be given for the same SA: what is prepared from its keys is kept with it. */
export interface Opener {
  /** Asked with the addresses of the IP header, then with the home address in the place of the care-of address. */
  esp(spi: number, source: Uint8Array, destination: Uint8Array): EspKeys | undefined;
  ike(initiatorSpi: bigint, responderSpi: bigint): IkeKeys | undefined;
}
