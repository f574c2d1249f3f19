/** The Mobility Header types that the BU/BA SAs are for (RFC 4301 4.4.1.1). */
import { circumstances } from '#detach/fields.ts';
import { read } from '#model/state.ts';
import type { Session } from '../session.ts';

const BINDING_UPDATE = 5;
const BINDING_ACKNOWLEDGEMENT = 6;
export const BINDING_REVOCATION = 16;

/** Whether the policy of this run has a row for binding revocation. */
export function coversRevocation(session: Session): boolean {
  const { places } = session.trace.system;
  return (
    session.parts.variant.notification === 'bri' &&
    read(places, session.trace.initial, circumstances.spdCoversRevocation)
  );
}

/** What each end may send under them: "5", or "5, 16" where binding revocation is covered too. */
export function signallingTypes(session: Session): { readonly ue: string; readonly pdnGw: string } {
  const more = coversRevocation(session) ? `, ${BINDING_REVOCATION}` : '';
  return { ue: `${BINDING_UPDATE}${more}`, pdnGw: `${BINDING_ACKNOWLEDGEMENT}${more}` };
}
