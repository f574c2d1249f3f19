/** What opens beside a button, by Base UI; its code is loaded when the browser is idle, or at the first opening. */
import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import { later, useLater } from './later.ts';

export interface PopoverProps {
  readonly name: string;
  readonly open: boolean;
  /** The button that opens it, and that it stands beside. */
  readonly toggle: RefObject<HTMLElement | null>;
  /** What has the focus when it has closed. */
  readonly focusAfter: () => HTMLElement | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const popoverBox = later(() => import('./PopoverBox.tsx').then((module) => module.PopoverBox));

export function Popover(props: PopoverProps) {
  const Box = useLater(popoverBox);
  const { open } = props;
  useLayoutEffect(() => {
    if (open) popoverBox.need();
  }, [open]);
  return Box === undefined ? null : <Box {...props} />;
}
