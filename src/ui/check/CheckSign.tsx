/** Beside the button: what the check of the reading in use has found, always there, and never without its bound. */
import { checkSign } from '#store/checkView.ts';
import { useWalk } from '../useWalk.ts';
import { useChecks } from './useChecks.ts';

export function CheckSign() {
  const variant = useWalk((state) => state.variant);
  const sign = useChecks((state) => checkSign(state, variant));
  return (
    <p role="status" aria-label="Result of the check" data-kind={sign.kind}>
      <strong>{sign.found}</strong> <span>{sign.within}</span>
    </p>
  );
}
