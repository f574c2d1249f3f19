/** What a change on the way makes of a message's numbers. */
import type { Fixture } from './fixture.ts';
import { ikeFixture } from './fixture.ts';
import type { MessageNumbers, SessionMessage } from './message.ts';
import { before } from './sequenceNumber.ts';

/** INVALID_IKE_SPI (RFC 4306 3.10.1). */
const INVALID_IKE_SPI = 4;

/**
 * The numbers as they arrive; undefined where the change leaves them as they are and is in the octets alone.
 * @param lastAccepted the sequence number that the PDN GW has accepted last, which no window takes again.
 */
export function alteredNumbers(
  message: SessionMessage,
  lastAccepted: number,
  fixture: Fixture,
): MessageNumbers | undefined {
  const { numbers, alteration } = message;
  switch (alteration) {
    case 'sequenceOutOfWindow':
      return numbers.type === 'bindingUpdate'
        ? { ...numbers, sequenceNumber: outOfWindow(numbers.sequenceNumber, lastAccepted) }
        : undefined;
    case 'registrationTypeDiffers':
      return numbers.type === 'bindingUpdate' ? { ...numbers, homeRegistration: false } : undefined;
    case 'forgedNotify': {
      const { initiatorSpi, responderSpi } =
        numbers.type === 'ike' || numbers.type === 'unprotectedNotify' ? numbers : ikeFixture(fixture, message.apn);
      const messageId = numbers.type === 'ike' ? numbers.messageId : 0;
      const fromInitiator = message.instance.from === 'ue';
      return {
        type: 'unprotectedNotify',
        initiatorSpi,
        responderSpi,
        messageId,
        notify: INVALID_IKE_SPI,
        fromInitiator,
      };
    }
    case 'none':
    case 'icvFails':
    case 'malformed':
    case 'unknownType':
      return undefined;
    default:
      throw alteration satisfies never;
  }
}

/** The number accepted last; for a copy of the very BU that had it the one before, so that the change is one. */
function outOfWindow(own: number, lastAccepted: number): number {
  return own === lastAccepted ? before(lastAccepted) : lastAccepted;
}
