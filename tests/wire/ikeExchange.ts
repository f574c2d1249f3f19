/**
 * The first exchange of a UE with its Home Agent, put together octet by octet from the figures of the standard, without the encoder.
 *
 * Message 1 is IKE_SA_INIT; the other is the inside of an IKE_AUTH request, as it is before encryption.
 */
import { fromHex } from '#wire/octets.ts';

/** SA (two proposals), KE (group 14), Nonce, NAT detection: 28 + 88 + 136 + 36 + 28 + 28 octets. */
export const saInitRequest: Uint8Array = fromHex(`
  a1a2a3a4a5a6a7a8 0000000000000000 21 20 22 08 00000000 00000158
  22 00 0058
    02 00 002c 01 01 00 04
      03 00 000c 01 00 000c 800e 0080
      03 00 0008 02 00 0002
      03 00 0008 03 00 0002
      00 00 0008 04 00 000e
    00 00 0028 02 01 00 04
      03 00 0008 01 00 0003
      03 00 0008 02 00 0002
      03 00 0008 03 00 0002
      00 00 0008 04 00 0002
  28 00 0088 000e 0000 ${'5a'.repeat(128)}
  29 00 0024 ${'00112233445566778899aabbccddeeff'.repeat(2)}
  29 00 001c 00 00 4004 ${'c1'.repeat(20)}
  00 00 001c 00 00 4005 ${'c2'.repeat(20)}
`);

/** Type of the first payload inside: Identification - Initiator. */
export const authFirst = 35;

/** "0001010123456789@nai.epc" */
const NAI = '3030303130313031323334353637383940 6e61692e657063';
const HOME_ADDRESS = '20010db8000a00010000000000000010';
const HOME_AGENT = '20010db8000a00000000000000000001';

/** IDi (NAI), IDr (APN as FQDN), AUTH, CP with MIP6_HOME_PREFIX, SA for ESP, TSi and TSr for Mobility Headers, EAP, Notify. */
export const authInner: Uint8Array = fromHex(`
  24 00 0020 03 000000 ${NAI}
  2f 00 0010 02 000000 696e7465726e6574
  27 00 0025 01 000000
    0010 0015 00000e10 20010db8000a00010000000000000000 40
    0008 0000
  21 00 0010 02 000000 0102030405060708
  2c 00 002c
    00 00 0028 01 03 04 03 0000d001
      03 00 000c 01 00 0014 800e 0080
      03 00 0008 04 00 0000
      00 00 0008 05 00 0000
  2d 00 0030 01 000000
    08 87 0028 0500 0500 ${HOME_ADDRESS} ${HOME_ADDRESS}
  30 00 0030 01 000000
    08 87 0028 0600 0600 ${HOME_AGENT} ${HOME_AGENT}
  29 00 000c 02 01 0008 17 010000
  00 00 0008 00 00 4007
`);
