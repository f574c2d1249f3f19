/** What a change on the way does to a message's octets, where nobody has changed them by hand. */
import type { Alteration } from '#detach/message.ts';

/** A change that is in the octets alone; the others are changes of the numbers. */
export type OctetFault = Extract<Alteration, 'icvFails' | 'malformed' | 'unknownType'> | 'none';

/** Of an alteration, what is in the octets alone. */
export function faultOf(alteration: Alteration | 'none'): OctetFault {
  switch (alteration) {
    case 'icvFails':
    case 'malformed':
    case 'unknownType':
      return alteration;
    case 'none':
    case 'sequenceOutOfWindow':
    case 'registrationTypeDiffers':
    case 'forgedNotify':
      return 'none';
    default:
      throw alteration satisfies never;
  }
}

/** The octets with their last bit the other way round: an integrity check value that no longer fits. */
export function flipLastBit(octets: Uint8Array): Uint8Array {
  const changed = octets.slice();
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
}
