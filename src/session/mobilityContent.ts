/**
 * What stands in a message of the Mobility Header, made from its numbers: flags and mobility options with their padding.
 *
 * The options are those of TS 24.303 A.5 and A.6. Over IPv6 a BU has the Alternate Care-of Address; over IPv4 it has the
 * IPv4 Care-of Address and the IPv4 Home Address in its place, and an accepting BA answers both (RFC 5555).
 */
import { NO_BINDING_ACKNOWLEDGEMENT_FLAGS } from '#wire/bindingAcknowledgement.ts';
import { NO_BINDING_REVOCATION_FLAGS } from '#wire/bindingRevocation.ts';
import { NO_BINDING_UPDATE_FLAGS } from '#wire/bindingUpdate.ts';
import type { MobilityMessage } from '#wire/mobilityMessage.ts';
import type { MobilityOption } from '#wire/mobilityOptions.ts';
import { layOut } from '#wire/mobilityOptions.ts';
import { addressOctets } from './addressOctets.ts';
import { connectionFixture } from './fixture.ts';
import type { MessageNumbers } from './message.ts';
import type { Session } from './session.ts';

export type MobilityNumbers = Extract<
  MessageNumbers,
  {
    type:
      | 'bindingUpdate'
      | 'bindingAcknowledgement'
      | 'bindingRevocationIndication'
      | 'bindingRevocationAcknowledgement'
      | 'bindingError';
  }
>;

/** Offset of the first option from the start of the Mobility Header, the same for BU, BA, BRI and BRA. */
const OPTIONS_AT = 12;
/** One IPv4 address, not a prefix. */
const WHOLE_ADDRESS = 32;
/** Between keepalives of the NAT binding, in seconds: the default that RFC 5555 recommends. */
const NAT_REFRESH_SECONDS = 110;

/** Whether the numbers are those of a message of the Mobility Header. */
export function isMobility(numbers: MessageNumbers): numbers is MobilityNumbers {
  return numbers.type !== 'ike' && !['unprotectedNotify', 'payloadPacket', 'unnamed'].includes(numbers.type);
}

/** The message of a PDN connection, ready to be encoded. */
export function mobilityContent(session: Session, apn: string, numbers: MobilityNumbers): MobilityMessage {
  switch (numbers.type) {
    case 'bindingUpdate':
      return {
        type: 'bindingUpdate',
        sequenceNumber: numbers.sequenceNumber,
        flags: {
          ...NO_BINDING_UPDATE_FLAGS,
          acknowledge: true,
          homeRegistration: numbers.homeRegistration,
          keyManagementMobility: numbers.keyManagement,
        },
        lifetimeUnits: numbers.lifetimeUnits,
        options: layOut(updateOptions(session, apn, numbers.alternateCareOfAddress), OPTIONS_AT),
      };
    case 'bindingAcknowledgement':
      return {
        type: 'bindingAcknowledgement',
        status: numbers.status,
        flags: { ...NO_BINDING_ACKNOWLEDGEMENT_FLAGS, keyManagementMobility: numbers.keyManagement },
        sequenceNumber: numbers.sequenceNumber,
        lifetimeUnits: numbers.lifetimeUnits,
        options: layOut(acknowledgementOptions(session, apn, numbers.status), OPTIONS_AT),
      };
    case 'bindingRevocationIndication':
      return {
        type: 'bindingRevocationIndication',
        revocationTrigger: numbers.trigger,
        sequenceNumber: numbers.sequenceNumber,
        flags: { ...NO_BINDING_REVOCATION_FLAGS, ipv4HomeAddressBindingOnly: numbers.ipv4Only },
        options: layOut(numbers.ipv4Only ? [homeAddressOption(session, apn)] : [], OPTIONS_AT),
      };
    case 'bindingRevocationAcknowledgement':
      return {
        type: 'bindingRevocationAcknowledgement',
        status: numbers.status,
        sequenceNumber: numbers.sequenceNumber,
        flags: { ...NO_BINDING_REVOCATION_FLAGS, ipv4HomeAddressBindingOnly: numbers.ipv4Only },
        options: layOut([], OPTIONS_AT),
      };
    case 'bindingError':
      return {
        type: 'bindingError',
        status: numbers.status,
        reserved: 0,
        homeAddress: addressOctets(numbers.homeAddress),
        options: [],
      };
    default:
      throw numbers satisfies never;
  }
}

/** Over IPv4 there is no Alternate Care-of Address: the care-of address is none of IPv6. */
function updateOptions(session: Session, apn: string, alternate: string | undefined): readonly MobilityOption[] {
  if (alternate !== undefined) return [{ type: 'alternateCareOfAddress', address: addressOctets(alternate) }];
  const careOf = addressOctets(session.fixture.ipv4CareOfAddress);
  return [homeAddressOption(session, apn), { type: 'ipv4CareOfAddress', reserved: 0, address: careOf }];
}

/** A BA that refuses says nothing of the IPv4 home address: the BU was not looked at so far. */
function acknowledgementOptions(session: Session, apn: string, status: number): readonly MobilityOption[] {
  if (session.options.access !== 'ipv4Nat' || status >= 128) return [];
  return [
    {
      type: 'ipv4AddressAcknowledgement',
      status: 0,
      prefixLength: WHOLE_ADDRESS,
      reserved: 0,
      address: ipv4HomeAddress(session, apn),
    },
    { type: 'natDetection', udpEncapsulationRequired: true, reserved: 0, refreshSeconds: NAT_REFRESH_SECONDS },
  ];
}

function homeAddressOption(session: Session, apn: string): MobilityOption {
  return {
    type: 'ipv4HomeAddress',
    prefixLength: WHOLE_ADDRESS,
    prefixRequested: false,
    reserved: 0,
    address: ipv4HomeAddress(session, apn),
  };
}

function ipv4HomeAddress(session: Session, apn: string): Uint8Array {
  return addressOctets(connectionFixture(session.fixture, apn).ipv4HomeAddress);
}
