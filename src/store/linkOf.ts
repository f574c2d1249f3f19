/** The walk as a link names it: what is needed to come back to the same picture, and nothing that goes without saying. */
import type { DetachSystem } from '#detach/detach.ts';
import { presetOf } from '#detach/presets.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarios, scenarioVariant } from '#detach/scenario.ts';
import { sentenceOff } from '#detach/switchedOff.ts';
import { differences } from '#detach/variant.ts';
import { sameState } from '#model/state.ts';
import { pairsText } from '#report/runNames.ts';
import type { Trace } from '#run/trace.ts';
import { readOptions, sessionOptionNames } from '#session/options.ts';
import { writePatches } from '#session/patch.ts';
import { timingPairs } from '#session/timingText.ts';
import type { LinkName } from './linkMend.ts';
import type { LinkNames } from './linkText.ts';
import { patchesOf } from './patches.ts';
import { hasEventsOf, hasStart, startOf } from './scenarioRun.ts';
import type { WalkState } from './walkState.ts';

/** Names and values in the order in which a link carries them: what is long, and may be cut, stands last. */
export function linkOf(state: WalkState): LinkNames {
  const { variant, options, run, selected, drawer, behind, setOf, patches, timing } = state;
  const { trace } = run;
  const { scenario, usual } = startIn(state.scenario, trace);
  const without = sentenceOff(trace.system);
  const own = scenarioVariant(scenario);
  const differing = differences(own, variant);
  const preset = differing.length === 0 ? undefined : presetOf(variant);
  const session = readOptions(scenario.session ?? {});
  const values: Readonly<Record<LinkName, string | undefined>> = {
    scenario: scenario.name,
    preset: preset?.name,
    set: preset === undefined ? pairsText(differing.map((name) => [name, variant[name]])) : undefined,
    session: pairsText(
      sessionOptionNames
        .filter((name) => session.ok && session.value[name] !== options[name])
        .map((name) => [name, options[name]]),
    ),
    timing: pairsText(timingPairs(timing)),
    without,
    start: usual ? 'usual' : undefined,
    step: run.step === 0 ? undefined : String(run.step),
    // A line that parted before the message was sent has none of that number.
    select: selected === undefined || selected > trace.messages.length ? undefined : String(selected),
    // Who opens the link wants the picture, not the drawer that it was copied from.
    open: drawer === 'share' ? behind : drawer,
    'set-of': setOf,
    events: hasEventsOf(trace, scenario) ? undefined : trace.steps.map(({ event }) => event.text).join(','),
    patch: patches.length === 0 ? undefined : writePatches(patchesOf(patches, trace)),
  };
  const given = Object.entries(values).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && (pair[1] !== '' || pair[0] === 'events'),
  );
  return Object.fromEntries(given);
}

/** The scenario that a line starts from; where its own start is none of that scenario, the usual one, or another scenario's. */
export function startIn(scenario: Scenario, trace: Trace): { readonly scenario: Scenario; readonly usual: boolean } {
  const system = trace.system as DetachSystem;
  const startsHere = (each: Scenario) => hasStart(system, each) && sameState(trace.initial, startOf(system, each));
  if (startsHere(scenario)) return { scenario, usual: false };
  if (sameState(trace.initial, system.initial)) return { scenario, usual: true };
  return { scenario: scenarios.find(startsHere) ?? scenario, usual: false };
}
