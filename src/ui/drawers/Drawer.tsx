/** A drawer over the main row: titled, Esc closes it, the walk below goes on. */
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useEffect, useState } from 'react';
import './drawer.css';

interface Props {
  readonly title: string;
  /** The column beside the diagram; the place of the diagram; or all below the top bar. */
  readonly width: 'column' | 'wide' | 'whole';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What had the focus, or what is drawn now in its place; where nothing had it, Step. */
function placeAfter(before: Element | null): HTMLElement | null {
  const row = before?.getAttribute('data-row');
  const again = row === null || row === undefined ? before : document.querySelector(`[data-row="${CSS.escape(row)}"]`);
  const place = again?.isConnected && again !== document.body ? again : document.querySelector('.nextEventsPrimary');
  // A message of the diagram is an SVG element: it takes the focus as any other.
  return place as HTMLElement | null;
}

export function Drawer({ title, width, onClose, children }: Props) {
  // What had the focus when it was opened, a message of the diagram too, has it again when it is closed.
  const [before] = useState(() => document.activeElement);
  // A message may be drawn anew while the drawer closes: then nothing has the focus, and it is given once more.
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body) placeAfter(before)?.focus();
      }, 50);
    },
    [before],
  );
  return (
    <Dialog.Root
      open
      modal={false}
      disablePointerDismissal
      onOpenChange={(isOpen, { event }) => {
        // Esc takes away a hint first, wherever the pointer has called it up.
        const hinted = event.type === 'keydown' && document.querySelector('.hint') !== null;
        if (!isOpen && !hinted) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          className="drawer"
          data-width={width}
          finalFocus={() => placeAfter(before)}
          onKeyDown={(event) => {
            // The library keeps arrows, Home and End to itself; here the walk below goes on by them.
            if (/^(Arrow|Home|End)/.test(event.key)) event.preventBaseUIHandler();
          }}
        >
          <header className="drawerHead">
            <Dialog.Title className="drawerTitle">{title}</Dialog.Title>
            <Dialog.Close className="plainButton">Close</Dialog.Close>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className="drawerBody" tabIndex={0}>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
