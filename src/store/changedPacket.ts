/** A message's packet as it arrives after a change, read again with the session's keys. */
import { openerOf } from '#session/keys.ts';
import { madeRight } from '#session/makeRight.ts';
import { octetsOf } from '#session/messageOctets.ts';
import type { Patch } from '#session/patch.ts';
import { changedBuffers } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { dissect } from '#wire/packet.ts';
import type { Packet } from '#wire/packetLayers.ts';

/** Undefined where the message has no octets, or not the octets that are to be changed. */
export function changedPacket(
  concrete: Session,
  { message, mode, changes }: Pick<Patch, 'message' | 'mode' | 'changes'>,
): Packet | undefined {
  const sent = octetsOf(concrete, message);
  if (sent.dissection === undefined) return undefined;
  const { dissection } = sent;
  const opener = openerOf(concrete);
  const octets =
    mode === 'peer'
      ? madeRight(dissection, changes, opener)
      : changedBuffers(dissection.buffers.slice(0, 1), changes)?.[0];
  return octets === undefined ? undefined : dissect(octets, 'ip', opener, { fields: true });
}
