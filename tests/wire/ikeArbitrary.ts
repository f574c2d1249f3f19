/** Well-formed IKEv2 payloads and messages, for laws that hold of all of them. */
import fc from 'fast-check';
import type { IkeMessageContent } from '#wire/ikeMessage.ts';
import type { IkePayload } from '#wire/ikePayload.ts';

const u8 = fc.nat(0xff);
const u16 = fc.nat(0xffff);
const octets = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const some = octets(0, 24);
const unit = fc.constant({});

/** Bits that are kept where they are set, and absent where they are not. */
const generic = fc.oneof(
  unit,
  fc.constant({ critical: true as const }),
  fc.integer({ min: 1, max: 0x7f }).map((bits) => ({ genericReserved: bits })),
);
const reservedOf = (length: number) =>
  fc.oneof(
    { weight: 4, arbitrary: unit },
    { weight: 1, arbitrary: fc.constant({ reserved: new Uint8Array(length).fill(1) }) },
  );

const attribute = fc.record({ attributeType: fc.nat(0x7fff), value: fc.oneof(u16, octets(0, 5)) });
const transform = fc.record({ transformType: u8, transformId: u16, attributes: fc.array(attribute, { maxLength: 2 }) });
const proposal = fc.record({
  number: u8,
  protocolId: u8,
  spi: fc.oneof(octets(0), octets(4), octets(8)),
  transforms: fc.array(transform, { maxLength: 3 }),
});

const range = fc.constantFrom(7 as const, 8 as const).chain((tsType) => {
  const length = tsType === 7 ? 4 : 16;
  return fc.record({
    type: fc.constant('addressRange' as const),
    tsType: fc.constant(tsType),
    ipProtocol: fc.constantFrom(0, 17, 58, 135),
    startPort: u16,
    endPort: u16,
    startAddress: octets(length),
    endAddress: octets(length),
  });
});
const otherSelector = fc.record({
  type: fc.constant('other' as const),
  tsType: fc.integer({ min: 9, max: 255 }),
  ipProtocol: u8,
  body: some,
});

const deletion = fc.nat(8).chain((spiSize) =>
  fc.array(octets(spiSize), { maxLength: spiSize === 0 ? 0 : 4 }).chain((spis) =>
    fc.record({
      type: fc.constant('delete' as const),
      protocolId: u8,
      spiSize: fc.constant(spiSize),
      numberOfSpis: fc.constant(spis.length),
      spis: fc.constant(spis),
    }),
  ),
);

const configuration = fc.record({
  type: fc.constant('configuration' as const),
  configurationType: u8,
  attributes: fc.array(fc.record({ attributeType: fc.nat(0x7fff), value: some }), { maxLength: 3 }),
});
const eap = fc.oneof(
  fc.record({
    type: fc.constant('eap' as const),
    code: fc.constantFrom(1, 2),
    identifier: u8,
    eapType: u8,
    data: some,
  }),
  fc.record({ type: fc.constant('eap' as const), code: fc.constantFrom(3, 4), identifier: u8, data: octets(0) }),
);

function kept<T extends object>(body: fc.Arbitrary<T>, reserved = 0): fc.Arbitrary<T> {
  return fc
    .tuple(body, generic, reserved === 0 ? unit : reservedOf(reserved))
    .map(([a, b, c]) => ({ ...a, ...b, ...c }));
}

/** Any payload that another one may follow. */
const clearPayload: fc.Arbitrary<IkePayload> = fc.oneof(
  kept(
    fc.record({ type: fc.constant('securityAssociation' as const), proposals: fc.array(proposal, { maxLength: 3 }) }),
  ),
  kept(fc.record({ type: fc.constant('keyExchange' as const), group: u16, data: some }), 2),
  kept(
    fc.record({
      type: fc.constantFrom('identificationInitiator' as const, 'identificationResponder' as const),
      idType: u8,
      data: some,
    }),
    3,
  ),
  kept(
    fc.record({
      type: fc.constantFrom('certificate' as const, 'certificateRequest' as const),
      encoding: u8,
      data: some,
    }),
  ),
  kept(fc.record({ type: fc.constant('authentication' as const), method: u8, data: some }), 3),
  kept(fc.record({ type: fc.constant('nonce' as const), nonce: some })),
  kept(
    fc.record({ type: fc.constant('notify' as const), protocolId: u8, spi: octets(0, 8), notifyType: u16, data: some }),
  ),
  kept(deletion),
  kept(fc.record({ type: fc.constant('vendorId' as const), vendorId: some })),
  kept(
    fc.record({
      type: fc.constantFrom('trafficSelectorsInitiator' as const, 'trafficSelectorsResponder' as const),
      selectors: fc.array(fc.oneof(range, otherSelector), { maxLength: 3 }),
    }),
    3,
  ),
  kept(configuration, 3),
  kept(eap),
  kept(
    fc.record({ type: fc.constant('unknown' as const), payloadType: fc.integer({ min: 54, max: 255 }), body: some }),
  ),
);

const encrypted: fc.Arbitrary<IkePayload> = fc.oneof(
  kept(fc.record({ type: fc.constant('encrypted' as const), firstInner: u8, body: some })),
  kept(
    fc.record({ type: fc.constant('encryptedFragment' as const), firstInner: u8, number: u16, total: u16, body: some }),
  ),
);

/** A chain, at times ended by an encrypted payload. */
export const payloadChain: fc.Arbitrary<readonly IkePayload[]> = fc
  .tuple(fc.array(clearPayload, { maxLength: 4 }), fc.option(encrypted, { nil: undefined }))
  .map(([clear, last]) => (last === undefined ? clear : [...clear, last]));

export const ikeMessage: fc.Arbitrary<IkeMessageContent> = fc.record({
  header: fc.record({
    initiatorSpi: fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
    responderSpi: fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
    majorVersion: fc.nat(15),
    minorVersion: fc.nat(15),
    exchangeType: u8,
    flags: fc.record({
      initiator: fc.boolean(),
      version: fc.boolean(),
      response: fc.boolean(),
      reserved: u8.map((bits) => bits & 0xc7),
    }),
    messageId: fc.nat(0xffff_ffff),
  }),
  payloads: payloadChain,
});
