/** A message of a session: its names, its numbers, its addresses. Its octets are made from these. */
import type { Alteration, MessageType } from '#detach/message.ts';
import type { MessageInstance } from '#run/trace.ts';

/** Where a message stands in the sequence of its ESP SA (RFC 4303). */
export interface EspNumbers {
  /** 32 bits, chosen by the receiver. */
  readonly spi: number;
  /** 1..2^32 - 1. */
  readonly sequenceNumber: number;
}

/** One Delete payload (RFC 4306 3.11): of the IKE SA, without SPIs, or of ESP SAs, with the sender's inbound SPIs. */
export interface DeletePayload {
  readonly protocolId: 1 | 3;
  readonly spis: readonly number[];
}

/** The numbers of a message, by what it is on the wire. */
export type MessageNumbers =
  | {
      readonly type: 'bindingUpdate';
      /** 0..65535. */
      readonly sequenceNumber: number;
      /** In units of 4 s; 0 deletes the binding. */
      readonly lifetimeUnits: number;
      /** H. */
      readonly homeRegistration: boolean;
      /** K. */
      readonly keyManagement: boolean;
      /** What the Alternate Care-of Address option carries; undefined on IPv4 access, which has option 32 instead. */
      readonly alternateCareOfAddress: string | undefined;
    }
  | {
      readonly type: 'bindingAcknowledgement';
      /** 0..255. */
      readonly status: number;
      /** Copied from the BU; with status 135 the last one accepted. */
      readonly sequenceNumber: number;
      readonly lifetimeUnits: number;
      /** K. */
      readonly keyManagement: boolean;
    }
  | {
      readonly type: 'bindingRevocationIndication';
      readonly sequenceNumber: number;
      /** 1: administrative reason. */
      readonly trigger: number;
      /** V. */
      readonly ipv4Only: boolean;
    }
  | {
      readonly type: 'bindingRevocationAcknowledgement';
      readonly status: number;
      readonly sequenceNumber: number;
      /** V. */
      readonly ipv4Only: boolean;
    }
  | {
      readonly type: 'bindingError';
      /** 1: no binding for the home address; 2: the Mobility Header type is not known. */
      readonly status: number;
      /** From the Home Address option of the message that it answers; `::` where that had none. */
      readonly homeAddress: string;
    }
  /** For further study: it has no name, no numbers and no octets. */
  | { readonly type: 'unnamed'; readonly acknowledges: boolean }
  | {
      readonly type: 'ike';
      readonly initiatorSpi: bigint;
      readonly responderSpi: bigint;
      /** 0..2^32 - 1; a retransmission and the response have that of the request. */
      readonly messageId: number;
      readonly exchange: 'informational' | 'createChildSa';
      /** R. */
      readonly response: boolean;
      /** I: sent by the UE, the original initiator. */
      readonly fromInitiator: boolean;
      readonly deletes: readonly DeletePayload[];
      /** A Notify payload's type: INVALID_SYNTAX 7, TEMPORARY_FAILURE 43. */
      readonly notify: number | undefined;
      /** The SPI of the child SA that is asked for or accepted. */
      readonly childSpi: number | undefined;
    }
  /** A Notify outside any IKE SA: INVALID_IKE_SPI 4. */
  | {
      readonly type: 'unprotectedNotify';
      readonly initiatorSpi: bigint;
      readonly responderSpi: bigint;
      readonly messageId: number;
      readonly notify: number;
      readonly fromInitiator: boolean;
    }
  /** A user packet with the home address. */
  | { readonly type: 'payloadPacket' };

/** From where to where a message travels. IPv6 addresses in the short form, IPv4 in dotted form. */
export interface Addresses {
  readonly source: string;
  readonly destination: string;
  /** UDP ports, where UDP is next. */
  readonly ports?: { readonly source: number; readonly destination: number };
  /** The IPv6 packet inside UDP 4191 (IPv4 access). */
  readonly inner?: { readonly source: string; readonly destination: string };
  /** Where the home address stands outside ESP: the Home Address option of the UE, the routing header of the PDN GW. */
  readonly homeAddressIn?: 'destinationOption' | 'routingHeader';
}

export interface SessionMessage {
  readonly instance: MessageInstance;
  readonly number: number;
  readonly type: MessageType;
  /** The APN of its PDN connection, or of the first one over its IKE SA. */
  readonly apn: string;
  /** "BU", "DELETE request". */
  readonly shortName: string;
  /** "Binding Update", "INFORMATIONAL request, DELETE". */
  readonly title: string;
  /** The field that decides what it does: "lifetime 0", "status 133"; empty where there is none. */
  readonly decisive: string;
  /** As it was sent. */
  readonly numbers: MessageNumbers;
  /** As it arrives, where the network's change has changed the numbers. */
  readonly altered?: MessageNumbers;
  readonly alteration: Alteration | 'none';
  /** Undefined where it is not under ESP, or could not be sent. */
  readonly esp?: EspNumbers;
  readonly addresses: Addresses;
  /** Milliseconds from the start of the run; 0 where it was in flight at the start. */
  readonly sentTime: number;
  /** Undefined while in flight. */
  readonly endTime?: number;
}
