/** The popover proper: Esc or a press elsewhere closes it. */
import { Popover as BasePopover } from '@base-ui/react/popover';
import type { PopoverProps } from './Popover.tsx';
import './popup.css';

export function PopoverBox({ name, open, toggle, focusAfter, onClose, children }: PopoverProps) {
  return (
    <BasePopover.Root
      open={open}
      onOpenChange={(isOpen, { event }) => {
        // A press on the toggle is the toggle's own affair: it would close here and open there.
        const onToggle = event.target instanceof Node && toggle.current?.contains(event.target);
        if (!isOpen && !(onToggle && event.type !== 'keydown')) onClose();
      }}
    >
      <BasePopover.Portal>
        <BasePopover.Positioner
          className="popupPlace"
          anchor={toggle}
          side="top"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <BasePopover.Popup className="popup" aria-label={name} finalFocus={focusAfter}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
