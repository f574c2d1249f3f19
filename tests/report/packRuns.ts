/** Runs and packs for the tests of what is taken away. */
import { checkReading } from '#check/checkReading.ts';
import { findingsOf } from '#check/findings.ts';
import { detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { findScenario, scenarioStart, scenarioVariant } from '#detach/scenario.ts';
import type { PackBlock } from '#report/packBlocks.ts';
import { reviewPack } from '#report/reviewPack.ts';
import { timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import { clockTiming } from '#session/timing.ts';

/** A scenario's session, on its own reading or on that of a preset. @throws {Error} if it does not fit. */
export function sessionOfScenario(name: string, preset?: string): Session {
  const scenario = findScenario(name);
  const wanted = preset === undefined ? undefined : findPreset(preset);
  if (scenario === undefined || (preset !== undefined && wanted === undefined)) throw new Error(`${name} ${preset}`);
  const system = detach(wanted === undefined ? scenarioVariant(scenario) : presetVariant(wanted));
  const { trace, stopped } = replay(system, scenario.events, scenarioStart(scenario, system));
  if (stopped !== undefined) throw new Error(stopped.reason);
  return sessionOf(trace, timesOf(trace, clockTiming()));
}

/** A session of events from the usual start. @throws {Error} if they do not fit. */
export function sessionOfEvents(events: readonly string[], preset = 'as-tabled'): Session {
  const wanted = findPreset(preset);
  if (wanted === undefined) throw new Error(preset);
  const { trace, stopped } = replay(detach(presetVariant(wanted)), events);
  if (stopped !== undefined) throw new Error(stopped.reason);
  return sessionOf(trace, timesOf(trace, clockTiming()));
}

export function packOf(session: Session, title = 'A run'): readonly PackBlock[] {
  const { variant } = session.parts;
  const findings = findingsOf(variant, checkReading(variant));
  return reviewPack({ title, look: '', session, patches: [], findings, comments: [] });
}
