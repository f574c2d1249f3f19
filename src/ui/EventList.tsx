/** All events possible now, numbered as the keys 1 to 9 take them; arrows move among them. */
import type { KeyboardEvent } from 'react';
import type { nextEvents } from '#store/view.ts';

type Next = ReturnType<typeof nextEvents>['all'];

interface Props {
  readonly events: Next;
  readonly onTake: (event: Next[number]['event']) => void;
}

export function EventList({ events, onTake }: Props) {
  return (
    <ol className="eventList" aria-label="All events possible now" onKeyDown={moveFocus}>
      {events.map((each) => (
        <li key={each.event.text}>
          <button type="button" onClick={() => onTake(each.event)}>
            <span>{each.title}</span>
            {each.silent && <em>text silent</em>}
            {each.kind === 'fault' && <em>fault</em>}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Arrows, Home and End move the focus among the entries, and stop at the ends. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
