/** Next events: one large button that does what Step does, up to three small ones, the full list on request. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { nextEvents, notPossible } from '#store/view.ts';
import './nextEvents.css';
import { ActionButton } from './ActionButton.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function NextEvents() {
  const next = useWalk(nextEvents);
  const hideNext = useWalk((state) => state.settings.hideNext);
  const refusedCount = useWalk((state) => notPossible(state).length);
  const refused = useWalk((state) => state.drawer === 'whyNot');
  const actions = useActions();
  const [listed, setListed] = useState(false);
  const primary = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLElement>(null);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !listed) return;
    event.stopPropagation();
    setListed(false);
    toggle.current?.querySelector<HTMLElement>('[aria-controls]')?.focus();
  };
  const others = next.all.filter((each) => each !== next.primary && each.kind !== 'fault');
  useEffect(() => {
    if (next.all.length === 0) setListed(false);
  }, [next]);
  return (
    <section
      aria-label="Next events"
      className="nextEvents"
      onKeyDown={closeOnEscape}
      ref={(section) => {
        toggle.current = section;
        primary.current = section?.querySelector<HTMLElement>('.nextEventsPrimary') ?? null;
      }}
    >
      <ActionButton
        className="nextEventsPrimary"
        aria-label="Step"
        aria-describedby="nextEventTitle"
        idle={next.primary === undefined}
        onClick={actions.step}
      >
        <span className="nextEventsVerb" aria-hidden="true">
          Step
        </span>
        <span id="nextEventTitle">
          {hideNext ? 'What comes next?' : (next.primary?.title ?? 'At rest: nothing in flight, nothing more to come')}
        </span>
      </ActionButton>
      <div className="nextEventsSmall">
        <ActionButton className="plainButton" idle={next.lose === undefined} onClick={actions.lose} title="Key L">
          Lose
        </ActionButton>
        <ActionButton
          className="plainButton"
          idle={next.duplicate === undefined}
          onClick={actions.duplicate}
          title="Key D"
        >
          Duplicate
        </ActionButton>
        <ActionButton className="plainButton" idle={next.timer === undefined} onClick={actions.fireTimer} title="Key T">
          Timer
        </ActionButton>
        <ActionButton
          className="plainButton"
          aria-expanded={listed}
          aria-controls="eventList"
          idle={next.all.length === 0 || hideNext}
          onClick={() => setListed(!listed)}
        >
          {others.some((each) => each.silent) ? 'Other choices: text silent' : `All events (${next.all.length})`}
        </ActionButton>
        <button
          type="button"
          className="plainButton"
          aria-expanded={refused}
          onClick={() => actions.open(refused ? undefined : 'whyNot')}
        >
          {refusedCount} not possible: why?
        </button>
      </div>
      {listed && !hideNext && (
        <ol id="eventList" className="nextEventsList" aria-label="All events possible now">
          {next.all.map((each) => (
            <li key={each.event.text}>
              <button
                type="button"
                onClick={() => {
                  actions.take(each.event);
                  setListed(false);
                  primary.current?.focus();
                }}
              >
                <span>{each.title}</span>
                {each.silent && <em>text silent</em>}
                {each.kind === 'fault' && <em>fault</em>}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
