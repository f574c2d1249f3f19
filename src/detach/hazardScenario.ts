/** Makes the scenario of a hazard: its name and title are the hazard's own. */
import type { HazardId } from '#spec/hazards.ts';
import { hazards } from '#spec/hazards.ts';
import type { Scenario } from './scenario.ts';

/** @throws {RangeError} for a hazard that does not exist. */
export function hazardScenario(hazard: HazardId, shown: Omit<Scenario, 'name' | 'title' | 'hazard'>): Scenario {
  const title = hazards.find(({ id }) => id === hazard)?.title;
  if (title === undefined) throw new RangeError(`there is no hazard ${hazard}`);
  return { name: hazard.toLowerCase(), title: `${hazard}: ${title}`, hazard, ...shown };
}

/** The last four events of an undisturbed detach, BU first. */
export const fromBindingUpdate = [
  'deliver bindingUpdate',
  'deliver bindingAck:0',
  'deliver deleteRequest',
  'deliver deleteResponse',
] as const;

/** The last two events of an undisturbed detach, BU first. */
export const fromDelete = ['deliver deleteRequest', 'deliver deleteResponse'] as const;
