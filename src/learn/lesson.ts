/** A lesson: a run that is walked in beats, each with what is said at it. Data; all values are the run's own. */
import type { Scenario } from '#detach/scenario.ts';
import { findScenario, scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import { timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import { defaultOptions, readOptions } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import { clockTiming, defaultTiming } from '#session/timing.ts';
import type { QuestionKind } from './question.ts';

export interface Lesson {
  /** One word: what links and stored progress call it. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what is learnt. */
  readonly about: string;
  /** The name of the scenario whose run is walked; a beat may turn to another one. */
  readonly scenario: string;
  readonly beats: readonly Beat[];
}

export interface Beat {
  /** The scenario in view, where it is another than the lesson's. */
  readonly scenario?: string;
  /** The step of the run that is in view; 0 is the start. */
  readonly step: number;
  /** What is said. Values of the run stand in it as references alone (`narration.ts`). */
  readonly say: string;
  /** What is asked once it was said: made from the model, at this step. */
  readonly ask?: QuestionKind;
}

/** The scenario that is in view at a beat. @throws {RangeError} if there is none of that name. */
export function scenarioOfBeat(lesson: Lesson, beat: Beat): Scenario {
  const name = beat.scenario ?? lesson.scenario;
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`lesson ${lesson.name}: there is no scenario ${name}`);
  return scenario;
}

/** The whole run of a scenario, made concrete. @throws {Error} if its events do not fit its reading. */
export function sessionOfScenario(scenario: Scenario): Session {
  const system = scenarioSystem(scenario);
  const { trace, stopped } = replay(system, scenario.events, scenarioStart(scenario, system));
  if (stopped !== undefined) throw new Error(`scenario ${scenario.name}: ${stopped.reason}`);
  const options = readOptions(scenario.session ?? {});
  return sessionOf(trace, timesOf(trace, clockTiming(defaultTiming)), options.ok ? options.value : defaultOptions);
}
