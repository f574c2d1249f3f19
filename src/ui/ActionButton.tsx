/** A button that keeps the focus where it can do nothing at the moment: it says so, and does nothing. */
import type { ButtonHTMLAttributes } from 'react';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> {
  readonly idle: boolean;
}

export function ActionButton({ idle, onClick, ...rest }: Props) {
  return <button type="button" aria-disabled={idle} onClick={idle ? undefined : onClick} {...rest} />;
}
