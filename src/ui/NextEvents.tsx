/** Next events: one large button that does what Step does, up to three small ones, the full list on request. */

import { useRef, useState } from 'react';
import { nextEvents, notPossible } from '#store/view.ts';
import { hidesNext } from '#store/walkState.ts';
import { ActionButton } from './ActionButton.tsx';
import { KeyButton } from './controls/KeyButton.tsx';
import { Popover } from './controls/Popover.tsx';
import { EventList } from './EventList.tsx';
import './nextEvents.css';
import { useActions, useWalk } from './useWalk.ts';

/** More characters than two lines of large letters hold. */
const LONG_TITLE = 54;

export function NextEvents() {
  const next = useWalk(nextEvents);
  const run = useWalk((state) => state.run);
  const hideNext = useWalk(hidesNext);
  // While it is asked what is possible, no control may look as if it were not.
  const guess = useWalk((state) => state.asking !== undefined && hidesNext(state));
  const refusedCount = useWalk((state) => notPossible(state).length);
  const refused = useWalk((state) => state.drawer === 'whyNot');
  const actions = useActions();
  // The list belongs to the run that it was opened on: as soon as that is another one it is closed, so that no number moves.
  const [listedOn, setListedOn] = useState<typeof run>();
  const listed = listedOn === run && !hideNext;
  const primary = useRef<HTMLButtonElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const title = hideNext
    ? 'What comes next?'
    : (next.primary?.title ?? 'At rest: nothing in flight, nothing more to come');
  const others = next.all.filter((each) => each !== next.primary && each.kind !== 'fault');
  return (
    <section aria-label="Next events" className="nextEvents">
      <ActionButton
        ref={primary}
        className="nextEventsPrimary"
        aria-label="Step"
        aria-describedby="nextEventTitle"
        aria-keyshortcuts="ArrowRight PageDown Space"
        idle={next.primary === undefined && !guess}
        onClick={actions.step}
      >
        <span className="nextEventsVerb" aria-hidden="true">
          Step
        </span>
        <span id="nextEventTitle" data-long={title.length > LONG_TITLE}>
          {title}
        </span>
      </ActionButton>
      <div className="nextEventsSmall">
        <KeyButton
          className="plainButton"
          keys="Key L"
          shortcuts="L"
          idle={next.lose === undefined && !guess}
          onClick={actions.lose}
        >
          Lose
        </KeyButton>
        <KeyButton
          className="plainButton"
          keys="Key D"
          shortcuts="D"
          idle={next.duplicate === undefined && !guess}
          onClick={actions.duplicate}
        >
          Duplicate
        </KeyButton>
        <KeyButton
          className="plainButton"
          keys="Key T"
          shortcuts="T"
          idle={next.timer === undefined && !guess}
          onClick={actions.fireTimer}
        >
          Timer
        </KeyButton>
        <ActionButton
          ref={toggle}
          className="plainButton nextEventsMore"
          aria-haspopup="dialog"
          aria-expanded={listed}
          idle={next.all.length === 0 || hideNext}
          onClick={() => {
            actions.play(false);
            setListedOn(listed ? undefined : run);
          }}
        >
          {guess && 'All events'}
          {!guess &&
            (others.some((each) => each.silent) ? 'Other choices: text silent' : `All events (${next.all.length})`)}
        </ActionButton>
        <ActionButton
          className="plainButton nextEventsMore"
          aria-expanded={refused}
          idle={guess}
          onClick={() => actions.open(refused ? undefined : 'whyNot')}
        >
          {guess ? 'Not possible: why?' : `${refusedCount} not possible: why?`}
        </ActionButton>
      </div>
      <Popover
        name="All events possible now"
        open={listed}
        toggle={toggle}
        focusAfter={() => (listedOn === undefined ? toggle.current : primary.current)}
        onClose={() => setListedOn(undefined)}
      >
        <EventList events={next.all} onTake={actions.take} />
      </Popover>
    </section>
  );
}
