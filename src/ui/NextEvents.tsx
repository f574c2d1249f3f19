/** Next events: one large button that does what Step does, up to three small ones, the full list on request. */
import { useEffect, useState } from 'react';
import { nextEvents, notPossible } from '#store/view.ts';
import './nextEvents.css';
import { useActions, useWalk } from './useWalk.ts';

export function NextEvents() {
  const next = useWalk(nextEvents);
  const hideNext = useWalk((state) => state.settings.hideNext);
  const refusedCount = useWalk((state) => notPossible(state).length);
  const refused = useWalk((state) => state.drawer === 'whyNot');
  const actions = useActions();
  const [listed, setListed] = useState(false);
  const others = next.all.filter((each) => each !== next.primary && each.kind !== 'fault');
  useEffect(() => {
    if (next.all.length === 0) setListed(false);
  }, [next]);
  return (
    <section aria-label="Next events" className="nextEvents">
      <button
        type="button"
        className="nextEventsPrimary"
        aria-label="Step"
        aria-describedby="nextEventTitle"
        disabled={next.primary === undefined}
        onClick={actions.step}
      >
        <span className="nextEventsVerb" aria-hidden="true">
          Step
        </span>
        <span id="nextEventTitle">
          {hideNext ? 'What comes next?' : (next.primary?.title ?? 'At rest: nothing in flight, nothing more to come')}
        </span>
      </button>
      <div className="nextEventsSmall">
        <button
          type="button"
          className="plainButton"
          disabled={next.lose === undefined}
          onClick={actions.lose}
          title="Key L"
        >
          Lose
        </button>
        <button
          type="button"
          className="plainButton"
          disabled={next.duplicate === undefined}
          onClick={actions.duplicate}
          title="Key D"
        >
          Duplicate
        </button>
        <button
          type="button"
          className="plainButton"
          disabled={next.timer === undefined}
          onClick={actions.fireTimer}
          title="Key T"
        >
          Timer
        </button>
        <button
          type="button"
          className="plainButton"
          aria-expanded={listed}
          aria-controls="eventList"
          disabled={next.all.length === 0 || hideNext}
          onClick={() => setListed(!listed)}
        >
          {others.some((each) => each.silent) ? 'Other choices: text silent' : `All ${next.all.length} events`}
        </button>
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
              <button type="button" onClick={() => actions.take(each.event)}>
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
