/** A keyring with the keys behind the protected vectors. */
import { fromHex } from '#wire/octets.ts';
import type { Opener } from '#wire/packet.ts';
import { aesCbcSha1, aesGcm16, algorithmsOf, type EspKeys, type EspSuite, type IkeKeys } from '#wire/suites.ts';
import {
  INITIATOR_SPI,
  type KeySet,
  modern,
  period,
  RESPONDER_SPI,
  SPI_HOME_AGENT_TO_UE,
  SPI_UE_TO_HOME_AGENT,
} from './vectors/keys.ts';

function openerOf(keys: KeySet, suite: EspSuite): Opener {
  const espKeys = (side: KeySet['espToUe']): EspKeys => ({
    ...algorithmsOf(suite),
    encryptionKey: fromHex(side.encryption),
    integrityKey: fromHex(side.integrity),
  });
  const toHomeAgent = espKeys(keys.espToHomeAgent);
  const toUe = espKeys(keys.espToUe);
  const ike: IkeKeys = {
    ...algorithmsOf(suite),
    skEi: fromHex(keys.skEi),
    skEr: fromHex(keys.skEr),
    skAi: fromHex(keys.skAi),
    skAr: fromHex(keys.skAr),
  };
  return {
    esp: (spi) => (spi === SPI_UE_TO_HOME_AGENT ? toHomeAgent : spi === SPI_HOME_AGENT_TO_UE ? toUe : undefined),
    ike: (initiator, responder) => (initiator === INITIATOR_SPI && responder === RESPONDER_SPI ? ike : undefined),
  };
}

/** AES-CBC-128, HMAC-SHA1-96: V5, V7, V20, V21. */
export const periodOpener = openerOf(period, aesCbcSha1);

/** AES-GCM-16: V6, V8, V11, V17, V22 to V25, V28. */
export const modernOpener = openerOf(modern, aesGcm16);
