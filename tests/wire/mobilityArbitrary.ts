/** Random well-formed Mobility Headers: every message and every option, reserved bits and unknown numbers included. */
import fc from 'fast-check';
import { NO_BINDING_ACKNOWLEDGEMENT_FLAGS } from '#wire/bindingAcknowledgement.ts';
import { NO_BINDING_REVOCATION_FLAGS } from '#wire/bindingRevocation.ts';
import { NO_BINDING_UPDATE_FLAGS } from '#wire/bindingUpdate.ts';
import { encodeMobilityHeader, type MobilityHeader, type MobilityMessage } from '#wire/mobilityHeader.ts';
import { messageTypeOf } from '#wire/mobilityMessage.ts';
import { layOut, type MobilityOption } from '#wire/mobilityOptions.ts';

const bits = (count: number) => fc.nat(2 ** count - 1);
const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

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

/** Options as received: in any order, with any padding between, filled up to a whole number of 8 octets from there. */
export function received(at: number): fc.Arbitrary<readonly MobilityOption[]> {
  return fc.array(fc.oneof(...Object.values(options)), { maxLength: 6 }).map((list) => filled(list, at));
}

function filled(list: readonly MobilityOption[], at: number): readonly MobilityOption[] {
  const all = [...list];
  const length = () => encodedLength(all);
  while ((at + length()) % 8 !== 0) all.push({ type: 'pad1' });
  return all;
}

function encodedLength(list: readonly MobilityOption[]): number {
  const fixed = 12;
  const laidOut = layOut([], fixed);
  const padding = Array.from({ length: 8 }, (): MobilityOption => ({ type: 'pad1' }));
  const none = new Uint8Array(16);
  for (let more = 0; more < 8; more += 1) {
    const message: MobilityMessage = {
      type: 'bindingUpdate',
      sequenceNumber: 0,
      flags: NO_BINDING_UPDATE_FLAGS,
      lifetimeUnits: 0,
      options: [...list, ...padding.slice(0, more), ...laidOut.slice(0, 0)],
    };
    try {
      return encodeMobilityHeader(message, none, none).length - fixed - more;
    } catch (reason) {
      if (!(reason instanceof RangeError)) throw reason;
    }
  }
  throw new Error('no padding makes it a whole number of 8 octets');
}
