/**
 * What is asked of every run of the detach: the properties P1 to P14, in the rule language.
 *
 * A property speaks of the PDN connections that may detach, unless it says otherwise. Where a reading has nothing that it
 * could speak of, its premise is `never`: it holds, and is shown as true of nothing.
 */
import type { Parts } from './parts.ts';
import { endProperties, leakProperty } from './propertiesAtTheEnd.ts';
import { procedureProperties } from './propertiesOfTheProcedure.ts';
import { discardProperties, stateProperties } from './propertiesOnTheWay.ts';
import type { DetachProperty } from './property.ts';

/** All properties of a reading, in the order of their ids. */
export function propertiesOf(parts: Parts): readonly DetachProperty[] {
  const detaching = parts.connections.filter((each) => each.mayDetach);
  return [
    ...endProperties(parts, detaching),
    ...discardProperties(parts),
    ...stateProperties(parts),
    ...procedureProperties(parts, detaching),
    leakProperty(parts, detaching),
  ];
}
