/** Beside the button: what the check of the reading in use has found, always there, and never without its bound. */
import { sentenceOffWords } from '#store/brokenHere.ts';
import type { CheckSign as Sign } from '#store/checkView.ts';
import { checkSign, signBesideOff } from '#store/checkView.ts';
import { useWalk } from '../useWalk.ts';
import { useChecks } from './useChecks.ts';

/** More characters than a line of the sign holds. */
const LONG_FOUND = 18;
const LONG_WITHIN = 21;

export function CheckSign() {
  const variant = useWalk((state) => state.variant);
  const found = useChecks((state) => checkSign(state, variant));
  const off = useWalk(sentenceOffWords);
  const sign = off === undefined ? found : signBesideOff(found);
  return (
    <p role="status" aria-label="Result of the check" data-kind={sign.kind} data-long={isLong(sign)}>
      <strong>{sign.found}</strong> <span>{sign.within}</span>
    </p>
  );
}

/** What is too long for two lines is set as three of small letters. */
function isLong({ found, within }: Sign): boolean {
  return found.length > LONG_FOUND || within.length > LONG_WITHIN;
}
