/** A button that keeps the focus where it can do nothing at the moment: it says so, and does nothing. */
import type { ComponentProps } from 'react';

export interface ActionButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'type'> {
  readonly idle: boolean;
}

export function ActionButton({ idle, onClick, ...rest }: ActionButtonProps) {
  return <button type="button" aria-disabled={idle} onClick={idle ? undefined : onClick} {...rest} />;
}
