/** Questions about what may happen: what is right is enabled in the state, what is wrong is a rule of which a condition fails. */
import type { Event } from '#model/event.ts';
import { sayCondition } from '#model/words.ts';
import type { FailingCondition } from '#run/failing.ts';
import { sayFailing } from '#run/failing.ts';
import { flightAt, stateAt } from '#run/trace.ts';
import { refusals } from '#run/whyNot.ts';
import type { Session } from '#session/session.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import type { Chance } from './chance.ts';
import { drawn, shuffled } from './chance.ts';
import { actWords, messageWords } from './eventWords.ts';
import type { Option, Question } from './question.ts';

const MOST_WRONG = 3;
const MOST_POSSIBLE = 2;
/** Conditions said of what is possible; the rest is counted. */
const MOST_NEEDS = 4;
/** A run has so many faults that they would crowd out all else. */
const MOST_FAULTS = 1;

/** What the run does next, among what cannot happen now; undefined where the run ends, or nothing is refused. */
export function nextQuestion(session: Session, step: number, chance: Chance): Question | undefined {
  const next = session.trace.steps[step];
  if (next === undefined) return undefined;
  const wrong = impossible(session, step, chance);
  if (wrong.length === 0) return undefined;
  return {
    kind: 'next',
    step,
    text: 'One of these comes next in this run. The others cannot happen now. Which one is it?',
    several: false,
    options: shuffled([possibleOption(session, step, next.event), ...wrong], chance),
  };
}

/** Which of some acts can happen now; undefined where nothing can, or nothing is refused. */
export function possibleQuestion(session: Session, step: number, chance: Chance): Question | undefined {
  const { trace } = session;
  const { system } = trace;
  const events = system.enabled(stateAt(trace, step));
  const isFault = (event: Event) => system.rule(event.rule).stimulus.kind === 'fault';
  const draw = (some: readonly Event[], most: number) =>
    drawn(
      some.map((event) => possibleOption(session, step, event)),
      most,
      chance,
      (each) => each.text,
    );
  const right = [
    ...draw(
      events.filter((each) => !isFault(each)),
      MOST_POSSIBLE,
    ),
    ...draw(events.filter(isFault), MOST_FAULTS),
  ];
  const wrong = impossible(session, step, chance);
  if (right.length === 0 || wrong.length === 0) return undefined;
  return {
    kind: 'possible',
    step,
    text: 'Which of these can happen now, faults of the network included? There may be one or several.',
    several: true,
    options: shuffled([...right, ...wrong], chance),
  };
}

function possibleOption(session: Session, step: number, event: Event): Option {
  const rule = session.trace.system.rule(event.rule);
  const needs = rule.stimulus.kind === 'fault' ? [] : rule.when.map(sayCondition);
  return {
    key: event.text,
    text: actWords(session, step, rule, event.at),
    right: true,
    why:
      needs.length === 0
        ? 'It can happen: the network may do this to any message.'
        : `It can happen, since ${needs.slice(0, MOST_NEEDS).join(', and ')}${more(needs.length - MOST_NEEDS, 'hold')}.`,
  };
}

/** The first condition that fails, with what is so instead and its clause; of the others, how many they are. */
function whyFailing(session: Session, step: number, failing: readonly FailingCondition[]): string {
  const clauses = new Set(
    failing
      .slice(0, 1)
      .flatMap(({ bases }) => bases)
      .filter(isBasisId)
      .map((id) => describeBasis(id).clause),
  );
  const first = sayFailing(failing.slice(0, 1)).replace(/, but in flight: .*$/, `, but ${flightWords(session, step)}`);
  return `${first} (${[...clauses].join(', ')})${more(failing.length - 1, 'fail')}`;
}

/** "; 2 more conditions fail, too"; empty where there is none. */
function more(count: number, verb: 'hold' | 'fail'): string {
  if (count <= 0) return '';
  return count === 1 ? `; 1 more condition ${verb}s, too` : `; ${count} more conditions ${verb}, too`;
}

/** "on the way is (2) Binding Acknowledgement, status 0". */
function flightWords(session: Session, step: number): string {
  const numbers = flightAt(session.trace, step).flat();
  return `on the way ${numbers.length === 1 ? 'is' : 'are'} ${numbers.map((number) => messageWords(session, number)).join(' and ')}`;
}

function impossible(session: Session, step: number, chance: Chance): readonly Option[] {
  const { trace } = session;
  const state = stateAt(trace, step);
  const { system } = trace;
  const taken = new Set(
    system.enabled(state).map((event) => actWords(session, step, system.rule(event.rule), event.at)),
  );
  const options = refusals(system, state).map(
    ({ rule, at, failing, hindrance }): Option => ({
      key: `not ${rule.id}`,
      text: actWords(session, step, rule, at),
      right: false,
      why: `It cannot happen: ${hindrance === undefined ? '' : 'no such message is on the way; and '}${whyFailing(session, step, failing)}.`,
    }),
  );
  return drawn(
    options.filter((each) => !taken.has(each.text)),
    MOST_WRONG,
    chance,
    (each) => each.text,
  );
}
