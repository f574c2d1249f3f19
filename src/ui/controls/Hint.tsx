/**
 * A word of help at a control: on hover, on keyboard focus, and on a long press of a finger. The words are the control's
 * description too, so that nothing depends on the sight of the box; the box itself is Base UI's tooltip, loaded later.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { later, useLater } from './later.ts';

const hintBox = later(() => import('./HintBox.tsx').then((module) => module.HintBox));
const waitMilliseconds = 500;
const graceMilliseconds = 150;

/** What the control takes on to have a hint. */
interface HintTrigger {
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-describedby'?: string;
  readonly 'aria-description'?: string;
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
  readonly onClickCapture: (event: MouseEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Props {
  readonly words: string;
  /** For a control that has no act of its own: a press shows the words, and another hides them. */
  readonly onPress?: boolean;
  /** Within a text, which stays as it is: the description is no part of the page then. */
  readonly inText?: boolean;
  readonly children: (trigger: HintTrigger) => ReactElement;
}

export function Hint({ words, onPress = false, inText = false, children }: Props) {
  const Box = useLater(hintBox);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressedAt = useRef(0);
  const longPress = useRef(false);
  const [open, setOpen] = useState(false);
  const after = (milliseconds: number, shown: boolean) => {
    clearTimeout(timer.current);
    if (shown) hintBox.need();
    timer.current = setTimeout(() => setOpen(shown), milliseconds);
  };
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const trigger: HintTrigger = {
    ref: anchor,
    ...(inText ? { 'aria-description': words } : { 'aria-describedby': id }),
    onPointerEnter: (event) => {
      if (event.pointerType !== 'touch') after(waitMilliseconds, true);
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'touch') after(graceMilliseconds, false);
    },
    onPointerDown: (event) => {
      longPress.current = false;
      pressedAt.current = event.timeStamp;
      if (onPress) after(0, !open);
      else if (event.pointerType === 'touch') after(waitMilliseconds, true);
      else close();
    },
    // A short press is the control's own; after a long one the words stay until the next press elsewhere.
    onPointerUp: (event) => {
      if (onPress || event.pointerType !== 'touch') return;
      longPress.current = event.timeStamp - pressedAt.current >= waitMilliseconds;
      if (!longPress.current) close();
    },
    onPointerCancel: close,
    // The click that ends a long press is no act of the control.
    onClickCapture: (event) => {
      if (!longPress.current) return;
      longPress.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus: () => {
      if (anchor.current?.matches(':focus-visible')) after(waitMilliseconds, true);
    },
    onBlur: close,
    onKeyDown: (event) => {
      const { key } = event;
      // Esc takes away the words alone, not the drawer that they are in.
      if (key === 'Escape' && open) event.stopPropagation();
      if (onPress && (key === 'Enter' || key === ' ')) after(0, !open);
      else if (key !== 'Shift' && key !== 'Tab') close();
    },
  };
  return (
    <>
      {children(trigger)}
      {!inText && (
        <span hidden id={id}>
          {words}
        </span>
      )}
      {Box !== undefined && open && (
        <Box words={words} anchor={anchor} onStay={() => clearTimeout(timer.current)} onClose={close} />
      )}
    </>
  );
}
