/** Checks a reading of the detach: all its runs, within the bounds that the reading sets on the network's faults. */
import type { DetachSystem } from '#detach/detach.ts';
import { boundsOf, detach, detachWith, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import type { Variant } from '#detach/variant.ts';
import { withoutBasis } from '#model/switchOff.ts';
import type { BasisId } from '#spec/basis.ts';
import type { CheckReport } from './checkReport.ts';
import { searchToEnd, withFields } from './checkReport.ts';
import type { Search, SearchLimits } from './search.ts';
import { startSearch } from './startSearch.ts';

export interface CheckOptions {
  readonly limits?: SearchLimits;
  /** The properties to watch; all of the reading's where it is left out. */
  readonly properties?: readonly DetachProperty[];
  /** A sentence that is switched off. */
  readonly without?: BasisId;
}

/** The system of a reading as the checker sees it: faults bounded, and a sentence switched off where one is named. */
export function checkedSystem(variant: Variant, without?: BasisId): DetachSystem {
  if (without === undefined) return detach(variant, boundsOf(variant));
  const parts = partsOf(variant, boundsOf(variant));
  return detachWith(parts, withoutBasis(rulesOf(parts), without));
}

/** A search of a reading, not begun. */
export function searchReading(
  variant: Variant,
  options: CheckOptions = {},
): { readonly system: DetachSystem; readonly search: Search } {
  const system = checkedSystem(variant, options.without);
  const properties = options.properties ?? propertiesOf(system.parts);
  return { system, search: startSearch(system, withFields(properties), options.limits) };
}

/** All about a reading at once; for spaces that take a moment, advance the search of `searchReading` step by step. */
export function checkReading(variant: Variant, options: CheckOptions = {}): CheckReport {
  const { system, search } = searchReading(variant, options);
  return searchToEnd(system, search);
}
