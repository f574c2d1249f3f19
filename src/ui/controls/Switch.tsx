/** Something that is on or off, with its words beside it. */
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import './switch.css';

interface Props {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

export function Switch({ on, onChange, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
    <label className="switchLine">
      <BaseSwitch.Root className="switch" checked={on} onCheckedChange={(checked) => onChange(checked)}>
        <BaseSwitch.Thumb className="switchThumb" />
      </BaseSwitch.Root>
      {children}
    </label>
  );
}
