/** The select proper, by Base UI: typing finds an entry, arrows move, Esc closes and the button has the focus again. */
import { Select as BaseSelect } from '@base-ui/react/select';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Handover, labelOf, type OptionGroup, type SelectProps } from './choice.ts';
import './popup.css';
import { usePopupPlace } from './popupPlace.ts';
import { SelectMark } from './SelectMark.tsx';

interface Props extends SelectProps {
  readonly handover: RefObject<Handover>;
}

export function SelectBox({ handover, ...props }: Props) {
  const { id, name, describedBy, groups, value, onChoose } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const place = usePopupPlace(trigger);
  // The focus, and a press, that the stand-in had are taken over before anything is painted.
  useLayoutEffect(() => {
    const { focus, open: wanted } = handover.current;
    handover.current = { focus: false, open: false };
    if (focus) trigger.current?.focus();
    if (wanted) setOpen(true);
  }, [handover]);
  return (
    <BaseSelect.Root
      value={value}
      open={open}
      onOpenChange={setOpen}
      onValueChange={(chosen) => {
        if (chosen !== null && chosen !== value) onChoose(chosen);
      }}
    >
      <BaseSelect.Trigger ref={trigger} id={id} className="select" aria-label={name} aria-describedby={describedBy}>
        <BaseSelect.Value className="selectValue">{labelOf(props)}</BaseSelect.Value>
        <SelectMark />
      </BaseSelect.Trigger>
      <BaseSelect.Portal container={place}>
        <BaseSelect.Positioner
          className="popupPlace"
          positionMethod="fixed"
          align="start"
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <BaseSelect.Popup className="popup selectPopup">
            <BaseSelect.List className="selectList">
              {groups.map((group, at) => (
                <Group key={group.title ?? at} group={group} />
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}

function Group({ group: { title, options } }: { readonly group: OptionGroup }) {
  const items = options.map((option) => (
    <BaseSelect.Item key={option.value} value={option.value} className="selectItem">
      <BaseSelect.ItemIndicator className="selectChosen" keepMounted>
        <svg viewBox="0 0 12 10" aria-hidden="true">
          <path d="M1 5l3.5 3.5L11 1" />
        </svg>
      </BaseSelect.ItemIndicator>
      <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
    </BaseSelect.Item>
  ));
  if (title === undefined) return items;
  return (
    <BaseSelect.Group className="selectGroup">
      <BaseSelect.GroupLabel className="selectGroupTitle">{title}</BaseSelect.GroupLabel>
      {items}
    </BaseSelect.Group>
  );
}
