/** The box of a hint: it can be pointed at, and Esc or a press elsewhere closes it. */
import { Tooltip } from '@base-ui/react/tooltip';
import type { RefObject } from 'react';
import './popup.css';
import './hint.css';
import { usePopupPlace } from './popupPlace.ts';

interface Props {
  readonly words: string;
  readonly anchor: RefObject<HTMLElement | null>;
  /** The pointer has come onto the box: it stays. */
  readonly onStay: () => void;
  readonly onClose: () => void;
}

export function HintBox({ words, anchor, onStay, onClose }: Props) {
  const place = usePopupPlace(anchor);
  return (
    <Tooltip.Root
      open
      onOpenChange={(isOpen, { event }) => {
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
        if (!isOpen && !(onAnchor && event.type !== 'keydown')) onClose();
      }}
    >
      <Tooltip.Portal container={place}>
        <Tooltip.Positioner
          className="popupPlace"
          positionMethod="fixed"
          anchor={anchor}
          side="top"
          sideOffset={6}
          collisionPadding={8}
        >
          <Tooltip.Popup
            className="popup hint"
            role="tooltip"
            onPointerEnter={onStay}
            onPointerLeave={(event) => {
              if (event.pointerType !== 'touch') onClose();
            }}
          >
            {words}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
