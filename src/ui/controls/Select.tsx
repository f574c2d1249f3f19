/**
 * A choice of one out of many, in groups. Its list is loaded later: until then the same button stands in, which can be focused,
 * named and pressed, and hands the focus and the press on.
 */
import { useRef, useState } from 'react';
import { type Handover, labelOf, type SelectProps } from './choice.ts';
import { later, useLater } from './later.ts';
import { SelectMark } from './SelectMark.tsx';
import './select.css';

const selectBox = later(() => import('./SelectBox.tsx').then((module) => module.SelectBox));

export function Select(props: SelectProps) {
  const Box = useLater(selectBox);
  const handover = useRef<Handover>({ focus: false, open: false });
  // A press that has begun on the stand-in ends on it: the swap waits for that.
  const [pressed, setPressed] = useState(false);
  if (Box !== undefined && !pressed) return <Box {...props} handover={handover} />;
  const open = () => {
    handover.current = { focus: true, open: true };
    selectBox.need();
  };
  return (
    <button
      type="button"
      id={props.id}
      className="select"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      onPointerEnter={selectBox.need}
      onPointerDown={() => setPressed(true)}
      onPointerUp={() => setTimeout(() => setPressed(false))}
      onPointerCancel={() => setPressed(false)}
      onPointerLeave={() => setPressed(false)}
      onFocus={() => {
        handover.current = { focus: true, open: false };
        selectBox.need();
      }}
      onBlur={() => {
        handover.current = { focus: false, open: false };
      }}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          open();
        }
      }}
    >
      <span className="selectValue">{labelOf(props)}</span>
      <SelectMark />
    </button>
  );
}
