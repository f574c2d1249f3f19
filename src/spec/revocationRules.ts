/** Binding revocation rules B-1 to B-8, in our words (RFC 5846, younger than the contribution and not cited by it). */
import type { RfcRule } from './rfcRule.ts';

export const revocationRules = [
  {
    id: 'B-1',
    document: 'RFC 5846',
    section: null,
    confidence: 'code',
    title: 'How often a BRI is repeated',
    text: 'The PDN GW waits 1 s for the answer to its BRI, doubles the wait up to 2 s and repeats the BRI once.',
  },
  {
    id: 'B-2',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'How BRI and BRA travel',
    text: 'BRI goes to the care-of address with a type 2 routing header, BRA comes back with the Home Address option, both under ESP.',
  },
  {
    id: 'B-3',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'Which BRI the UE takes',
    text: 'The UE discards a BRI in silence unless IPsec accepts it, it names the own home address and a list entry exists.',
  },
  {
    id: 'B-4',
    document: 'RFC 5846',
    section: null,
    confidence: 'quoted',
    title: 'BRA repeats what BRI said',
    text: 'The UE answers a BRI with a BRA that repeats its sequence number and its flags P, V and G.',
  },
  {
    id: 'B-5',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'When the binding goes',
    text: 'The UE drops its binding as it accepts; the PDN GW drops its own when BRA reports success or the repeats are used up.',
  },
  {
    id: 'B-6',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'BRA 128: already gone',
    text: 'BRA status 128 says the UE has no such binding any more, so the PDN GW deletes its own as well.',
  },
  {
    id: 'B-7',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'A UE that knows no revocation',
    text: 'A UE without binding revocation answers BE status 2, which the PDN GW has to read as not supported.',
  },
  {
    id: 'B-8',
    document: 'RFC 5846',
    section: null,
    confidence: 'unconfirmed',
    title: 'A repeated BRI',
    text: 'A repeated BRI keeps its sequence number, because that is what matches the answer, and draws another BRA.',
  },
] as const satisfies readonly RfcRule[];
