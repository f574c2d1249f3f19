/** Scenarios: each a reading, a start and a list of events that show one thing about the detach. */
import type { State } from '#model/state.ts';
import type { HazardId } from '#spec/hazards.ts';
import { hazards, lackOf } from '#spec/hazards.ts';
import type { DetachSystem, Start } from './detach.ts';
import { detach, startState } from './detach.ts';
import type { PresetName } from './presets.ts';
import { findPreset, presetVariant } from './presets.ts';
import { contrastScenarios } from './scenariosOfContrast.ts';
import { explicitScenarios, otherScenarios } from './scenariosOfProcedures.ts';
import { signallingHazardScenarios } from './scenariosOfSignallingHazards.ts';
import { stateHazardScenarios } from './scenariosOfStateHazards.ts';
import type { Variant } from './variant.ts';
import { readVariant } from './variant.ts';

export interface Scenario {
  /** One word, such as `ue-initiated` or `h-03`: what links and scripts call it. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what to look at. */
  readonly look: string;
  readonly preset: PresetName;
  /** Where the reading differs from the preset. */
  readonly set?: Partial<Variant>;
  /** Where it starts from another state than the usual one. */
  readonly start?: Start;
  /** Options of the session, such as the access; no part of the reading. */
  readonly session?: Readonly<Record<string, string>>;
  /** The texts of its events, in order. */
  readonly events: readonly string[];
  /** The edge case that it shows. */
  readonly hazard?: HazardId;
}

/** The two explicit procedures, each hazard that can be shown, then the others. */
export const scenarios: readonly Scenario[] = [
  ...explicitScenarios,
  ...signallingHazardScenarios,
  ...stateHazardScenarios,
  ...otherScenarios,
  ...contrastScenarios,
];

/** The hazards that no run can show, each with what the model lacks for it. */
export const notShowable = hazards.flatMap(({ id }) => {
  const lack = lackOf(id);
  return lack === null || lack.showable ? [] : [{ hazard: id, lack }];
});

/** A scenario by its name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}

/** The reading of a scenario. @throws {RangeError} if it names a preset or a value that does not exist. */
export function scenarioVariant(scenario: Scenario): Variant {
  const preset = findPreset(scenario.preset);
  if (preset === undefined) throw new RangeError(`${scenario.name}: there is no preset ${scenario.preset}`);
  const read = readVariant(scenario.set ?? {}, presetVariant(preset));
  if (!read.ok) throw new RangeError(`${scenario.name}: ${read.error}`);
  return read.value;
}

/** The system of a scenario's reading; the network's faults are not bounded. */
export function scenarioSystem(scenario: Scenario): DetachSystem {
  return detach(scenarioVariant(scenario));
}

/** The state that a scenario starts from. @throws {RangeError} if its start names what the system does not have. */
export function scenarioStart(scenario: Scenario, system: DetachSystem = scenarioSystem(scenario)): State {
  return startState(system, scenario.start ?? {});
}
