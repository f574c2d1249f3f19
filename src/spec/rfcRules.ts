/** The rules of Mobile IPv6 (M), IKEv2 (K) and binding revocation (B) that the detach rests on. */
import { ikeRules } from './ikeRules.ts';
import { mobileIpRules } from './mobileIpRules.ts';
import { revocationRules } from './revocationRules.ts';

export const rfcRules = [...mobileIpRules, ...ikeRules, ...revocationRules] as const;

/** M-1 to M-22, K-1 to K-20, B-1 to B-8. */
export type RfcRuleId = (typeof rfcRules)[number]['id'];
