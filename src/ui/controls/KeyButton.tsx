/** A button that a single key stands for: the key is its hint, and what a screen reader announces, while single keys are on. */
import { ActionButton, type ActionButtonProps } from '../ActionButton.tsx';
import { useWalk } from '../useWalk.ts';
import { Hint } from './Hint.tsx';

interface Props extends Omit<ActionButtonProps, 'ref' | 'aria-describedby'> {
  /** The keys in the words of the help. */
  readonly keys: string;
  /** The same keys as `aria-keyshortcuts` names them, separated by spaces. */
  readonly shortcuts: string;
}

export function KeyButton({ keys, shortcuts, ...rest }: Props) {
  const active = useWalk((state) => state.settings.keys);
  if (!active) return <ActionButton {...rest} />;
  return <Hint words={keys}>{(trigger) => <ActionButton {...rest} {...trigger} aria-keyshortcuts={shortcuts} />}</Hint>;
}
