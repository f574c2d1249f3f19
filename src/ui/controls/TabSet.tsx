/** Tabs of a drawer, by Base UI: their list stays in view, and another tab is read from its beginning. */
import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useRef } from 'react';

interface Props<Name extends string> {
  readonly tabs: readonly { readonly name: Name; readonly title: string; readonly content: ReactNode }[];
  /** The one that is open; without it the first is open at the beginning. */
  readonly value?: Name;
  readonly onTurn?: (name: Name) => void;
}

export function TabSet<Name extends string>({ tabs, value, onTurn }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <Tabs.Root
      {...(value === undefined ? { defaultValue: tabs[0]?.name } : { value })}
      onValueChange={(name: Name) => {
        list.current?.closest('.drawerBody')?.scrollTo(0, 0);
        onTurn?.(name);
      }}
    >
      <Tabs.List ref={list} className="tabList">
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} className="tab" value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} className="tabPanel" value={name}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
