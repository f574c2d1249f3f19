/** What IPsec itself does with a packet. RFC 4301 and RFC 4303 are not named by the contribution; RFC 4306 builds on both. */
import type { Fact } from './fact.ts';

export const ipsecFacts = [
  {
    id: 'IPSEC-1',
    title: 'No SA at the receiver: dropped',
    document: 'RFC 4301',
    section: '5.2',
    force: 'cited RFC',
    confidence: 'unconfirmed',
    text: 'A packet that the policy wants protected is dropped by a receiver that has no SA for it.',
  },
  {
    id: 'IPSEC-2',
    title: 'No SA at the sender: not sent',
    document: 'RFC 4301',
    section: '5.1',
    force: 'cited RFC',
    confidence: 'unconfirmed',
    text: 'A sender whose policy asks for protection cannot send without a matching SA.',
  },
  {
    id: 'IPSEC-3',
    title: 'ESP anti-replay',
    document: 'RFC 4303',
    section: '3.4.3',
    force: 'cited RFC',
    confidence: 'unconfirmed',
    text: 'Of two equal ESP packets the receiver takes the first and drops the second.',
  },
  {
    id: 'IPSEC-4',
    title: 'ICV fails: dropped',
    document: 'RFC 4303',
    section: '3.4.4',
    force: 'cited RFC',
    confidence: 'unconfirmed',
    text: 'A packet whose integrity check fails is discarded without an answer.',
  },
  {
    id: 'IPSEC-5',
    title: 'Selectors know Mobility Header types',
    document: 'RFC 4301',
    section: '4.4.1.1, 4.4.1.3',
    force: 'cited RFC',
    confidence: 'read',
    text: 'A policy can name single Mobility Header types, so an SA made for BU and BA alone does not cover a BRI.',
  },
] as const satisfies readonly Fact[];

/** IPSEC-1 to IPSEC-5. */
export type IpsecFactId = (typeof ipsecFacts)[number]['id'];
