/** The options of a session and their values, in plain words. */
import type { WordsOf } from '#detach/parameterWords.ts';
import { wordsIn } from '#detach/parameterWords.ts';
import type { SessionOptionName, SessionOptions } from '#session/options.ts';

export const optionWords: Record<SessionOptionName, string> = {
  access: 'Access of the UE',
  suite: 'Algorithms',
  sequenceNumber: 'Last BU sequence number before the detach',
  alternateCareOfAddress: 'Alternate Care-of Address of the BU',
  keyManagement: 'K bit of BU and BA',
  deleteResponse: 'What the DELETE response carries',
  bindings: 'Bindings of the home address',
};

const valuesOfOptions: WordsOf<SessionOptions> = {
  access: { trustedIpv6: 'trusted, IPv6', untrusted: 'untrusted, through the ePDG', ipv4Nat: 'IPv4 behind a NAT' },
  suite: { aesGcm16: 'AES-GCM-16', aesCbcSha1: 'AES-CBC, HMAC-SHA1-96', aesCbcSha256: 'AES-CBC, HMAC-SHA2-256-128' },
  alternateCareOfAddress: {
    careOfAddress: 'the care-of address (TS 24.303)',
    homeAddress: 'the home address (RFC 3775 6.1.7)',
  },
  deleteResponse: { empty: 'nothing', deletePayloads: 'Delete payloads' },
};

/** A value of a session option in words; itself where it needs none. */
export function sayOption(name: SessionOptionName, value: string | number): string {
  return wordsIn(valuesOfOptions, name, value);
}
