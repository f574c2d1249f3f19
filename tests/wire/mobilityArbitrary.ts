/** Random well-formed Mobility Headers: every message and every option, reserved bits and unknown numbers included. */
import fc from 'fast-check';
import { NO_BINDING_ACKNOWLEDGEMENT_FLAGS } from '#wire/bindingAcknowledgement.ts';
import { NO_BINDING_REVOCATION_FLAGS } from '#wire/bindingRevocation.ts';
import { NO_BINDING_UPDATE_FLAGS } from '#wire/bindingUpdate.ts';
import { encodeMobilityHeader, type MobilityHeader, type MobilityMessage } from '#wire/mobilityHeader.ts';
import { messageTypeOf } from '#wire/mobilityMessage.ts';
import { type MobilityOption, writeMobilityOptions } from '#wire/mobilityOptions.ts';
import { Writer } from '#wire/writer.ts';

const bits = (count: number) => fc.nat(2 ** count - 1);
const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const NO_ADDRESS = new Uint8Array(16);
const address = octets(16);
const ipv4 = octets(4);

/** By `type`: an option without one here does not compile. */
export const options: { readonly [Type in MobilityOption['type']]: fc.Arbitrary<MobilityOption> } = {
  pad1: fc.constant({ type: 'pad1' as const }),
  padN: fc.record({ type: fc.constant('padN' as const), data: fc.uint8Array({ maxLength: 9 }) }),
  bindingRefreshAdvice: fc.record({ type: fc.constant('bindingRefreshAdvice' as const), intervalUnits: bits(16) }),
  alternateCareOfAddress: fc.record({ type: fc.constant('alternateCareOfAddress' as const), address }),
  nonceIndices: fc.record({
    type: fc.constant('nonceIndices' as const),
    homeNonceIndex: bits(16),
    careOfNonceIndex: bits(16),
  }),
  bindingAuthorizationData: fc.record({
    type: fc.constant('bindingAuthorizationData' as const),
    authenticator: octets(12),
  }),
  mobileNetworkPrefix: prefix('mobileNetworkPrefix'),
  mobileNodeIdentifier: fc.record({
    type: fc.constant('mobileNodeIdentifier' as const),
    subtype: bits(8),
    identifier: fc.uint8Array({ maxLength: 30 }),
  }),
  homeNetworkPrefix: prefix('homeNetworkPrefix'),
  ipv4HomeAddress: fc.record({
    type: fc.constant('ipv4HomeAddress' as const),
    prefixLength: bits(6),
    prefixRequested: fc.boolean(),
    reserved: bits(9),
    address: ipv4,
  }),
  ipv4AddressAcknowledgement: fc.record({
    type: fc.constant('ipv4AddressAcknowledgement' as const),
    status: bits(8),
    prefixLength: bits(6),
    reserved: bits(2),
    address: ipv4,
  }),
  natDetection: fc.record({
    type: fc.constant('natDetection' as const),
    udpEncapsulationRequired: fc.boolean(),
    reserved: bits(15),
    refreshSeconds: bits(32),
  }),
  ipv4CareOfAddress: fc.record({ type: fc.constant('ipv4CareOfAddress' as const), reserved: bits(16), address: ipv4 }),
  // Numbers without a codec, and one that has a codec with a length that it does not allow.
  unknown: fc.oneof(
    fc.record({
      type: fc.constant('unknown' as const),
      optionType: fc.constantFrom(7, 9, 21, 23, 33, 200, 255),
      data: fc.uint8Array({ maxLength: 20 }),
    }),
    fc.record({ type: fc.constant('unknown' as const), optionType: fc.constantFrom(3, 29), data: octets(5) }),
  ),
};

/** Options as received: in any order, with any padding between, filled up to a whole number of 8 octets. */
function received(at: number): fc.Arbitrary<readonly MobilityOption[]> {
  return fc.array(fc.oneof(...Object.values(options)), { maxLength: 6 }).map((list) => {
    const writer = new Writer();
    writeMobilityOptions(writer, list);
    const missing = (8 - ((at + writer.length) % 8)) % 8;
    return [...list, ...Array.from({ length: missing }, (): MobilityOption => ({ type: 'pad1' }))];
  });
}

/** By `type`: a message without one here does not compile. */
export const messages: { readonly [Type in MobilityMessage['type']]: fc.Arbitrary<MobilityMessage> } = {
  bindingRefreshRequest: fc.record({
    type: fc.constant('bindingRefreshRequest' as const),
    reserved: bits(16),
    options: received(8),
  }),
  homeTestInit: testInit('homeTestInit'),
  careOfTestInit: testInit('careOfTestInit'),
  homeTest: test('homeTest'),
  careOfTest: test('careOfTest'),
  bindingUpdate: fc.record({
    type: fc.constant('bindingUpdate' as const),
    sequenceNumber: bits(16),
    flags: flags(NO_BINDING_UPDATE_FLAGS, 4),
    lifetimeUnits: bits(16),
    options: received(12),
  }),
  bindingAcknowledgement: fc.record({
    type: fc.constant('bindingAcknowledgement' as const),
    status: bits(8),
    flags: flags(NO_BINDING_ACKNOWLEDGEMENT_FLAGS, 1),
    sequenceNumber: bits(16),
    lifetimeUnits: bits(16),
    options: received(12),
  }),
  bindingError: fc.record({
    type: fc.constant('bindingError' as const),
    status: bits(8),
    reserved: bits(8),
    homeAddress: address,
    options: received(24),
  }),
  homeAgentSwitch: fc.record({
    type: fc.constant('homeAgentSwitch' as const),
    reserved: bits(8),
    homeAgentAddresses: fc.array(address, { maxLength: 4 }),
    options: received(8),
  }),
  bindingRevocationIndication: fc.record({
    type: fc.constant('bindingRevocationIndication' as const),
    revocationTrigger: bits(8),
    sequenceNumber: bits(16),
    flags: flags(NO_BINDING_REVOCATION_FLAGS, 13),
    options: received(12),
  }),
  bindingRevocationAcknowledgement: fc.record({
    type: fc.constant('bindingRevocationAcknowledgement' as const),
    status: bits(8),
    sequenceNumber: bits(16),
    flags: flags(NO_BINDING_REVOCATION_FLAGS, 13),
    options: received(12),
  }),
  unknown: fc.oneof(
    fc.record({
      type: fc.constant('unknown' as const),
      messageType: fc.constantFrom(8, 11, 13, 19, 77, 255),
      data: fc.nat(3).chain((units) => octets(2 + 8 * units)),
    }),
    // A Binding Revocation of a B.R. Type that is neither of the two.
    fc.record({
      type: fc.constant('unknown' as const),
      messageType: fc.constant(16),
      data: octets(10).map((data) => Uint8Array.of(3, ...data.subarray(1))),
    }),
  ),
};

/** A whole header, its checksum anything; `trailing` on about every second one. */
export function headers(message: fc.Arbitrary<MobilityMessage>): fc.Arbitrary<MobilityHeader> {
  const trailing = fc.option(fc.uint8Array({ minLength: 1, maxLength: 9 }), { nil: undefined });
  return fc
    .tuple(message, bits(8), bits(8), bits(16), trailing)
    .map(([sent, payloadProtocol, reserved, checksum, after]) => ({
      payloadProtocol,
      headerLength: encodeMobilityHeader(sent, NO_ADDRESS, NO_ADDRESS).length / 8 - 1,
      type: messageTypeOf(sent),
      reserved,
      checksum,
      message: sent,
      ...(after === undefined ? {} : { trailing: after }),
    }));
}

function prefix<Type extends 'mobileNetworkPrefix' | 'homeNetworkPrefix'>(type: Type) {
  return fc.record({ type: fc.constant(type), reserved: bits(8), prefixLength: bits(8), prefix: octets(16) });
}

function testInit<Type extends 'homeTestInit' | 'careOfTestInit'>(type: Type) {
  return fc.record({ type: fc.constant(type), reserved: bits(16), initCookie: octets(8), options: received(16) });
}

function test<Type extends 'homeTest' | 'careOfTest'>(type: Type) {
  const cookie = octets(8);
  const token = octets(8);
  return fc.record({
    type: fc.constant(type),
    nonceIndex: bits(16),
    initCookie: cookie,
    keygenToken: token,
    options: received(24),
  });
}

/** Each flag set or clear, and any reserved bits. */
function flags<Set extends Readonly<Record<string, boolean | number>>>(none: Set, reservedBits: number) {
  const keys = Object.keys(none).filter((key) => key !== 'reserved');
  return fc
    .tuple(fc.array(fc.boolean(), { minLength: keys.length, maxLength: keys.length }), bits(reservedBits))
    .map(([values, reserved]): Set => {
      const set = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
      return { ...none, ...set, reserved };
    });
}
