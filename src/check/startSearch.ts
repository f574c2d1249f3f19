/** The search that this layer uses. */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { PackedSearch } from './packed/packedSearch.ts';
import type { Search, SearchLimits } from './search.ts';

/** A search from a state of a system, which watches some properties; nothing is done until it is told to advance. */
export function startSearch(
  system: System,
  properties: readonly Property[],
  limits: SearchLimits = {},
  start: State = system.initial,
): Search {
  return new PackedSearch(system, properties, limits, start);
}
