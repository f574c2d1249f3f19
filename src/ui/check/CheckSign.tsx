/** Beside the button: what the check of the reading in use has found, always there, and never without its bound. */
import { sentenceOffWords } from '#store/brokenHere.ts';
import { checkSign, signBesideOff } from '#store/checkView.ts';
import { useWalk } from '../useWalk.ts';
import { useChecks } from './useChecks.ts';

export function CheckSign() {
  const variant = useWalk((state) => state.variant);
  const found = useChecks((state) => checkSign(state, variant));
  const off = useWalk(sentenceOffWords);
  const sign = off === undefined ? found : signBesideOff(found);
  return (
    <p role="status" aria-label="Result of the check" data-kind={sign.kind}>
      <strong>{sign.found}</strong> <span>{sign.within}</span>
    </p>
  );
}
