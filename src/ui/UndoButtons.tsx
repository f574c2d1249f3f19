/** Undo and Redo of what was done to the walk: there as soon as there is something to take back. */
import type { ComponentProps } from 'react';
import { KeyButton } from './controls/KeyButton.tsx';
import { useActions, useHistory } from './useWalk.ts';

export function UndoButtons() {
  const { canUndo, canRedo } = useHistory();
  const { undo, redo } = useActions();
  if (!canUndo && !canRedo) return null;
  return (
    <div className="timelineUndo">
      <One name="Undo" keys="Ctrl+Z" shortcuts="Control+Z Meta+Z" idle={!canUndo} onClick={undo}>
        <path d="M8 3 3 8l5 5M3.5 8H12a5 5 0 0 1 0 10H8" />
      </One>
      <One
        name="Redo"
        keys="Ctrl+Shift+Z, or Ctrl+Y"
        shortcuts="Control+Shift+Z Control+Y Meta+Shift+Z"
        idle={!canRedo}
        onClick={redo}
      >
        <path d="M12 3l5 5-5 5M16.5 8H8a5 5 0 0 0 0 10h4" />
      </One>
    </div>
  );
}

interface OneProps extends ComponentProps<typeof KeyButton> {
  readonly name: string;
}

/** A button whose name is a picture. */
function One({ name, children, ...rest }: OneProps) {
  return (
    <KeyButton className="plainButton" aria-label={name} {...rest}>
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        {children}
      </svg>
    </KeyButton>
  );
}
