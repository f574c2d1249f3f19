/** Systems with a sentence switched off, so that the walk can show what that sentence is worth, and say that it is off. */

import { withoutBasis } from '#model/switchOff.ts';
import type { System } from '#model/system.ts';
import type { BasisId } from '#spec/basis.ts';
import { boundsByHand, type DetachSystem, detach, detachWith, rulesOf } from './detach.ts';
import { partsOf } from './parts.ts';
import type { Variant } from './variant.ts';

const switchedOff = new WeakMap<System, BasisId>();

/** The system of a reading for the walk, without a sentence where one is named. */
export function systemWithout(variant: Variant, without: BasisId | undefined): DetachSystem {
  if (without === undefined) return detach(variant);
  const parts = partsOf(variant, boundsByHand);
  const system = detachWith(parts, withoutBasis(rulesOf(parts), without));
  switchedOff.set(system, without);
  return system;
}

/** The sentence that a system lacks; undefined where it has all of them. */
export function sentenceOff(system: System): BasisId | undefined {
  return switchedOff.get(system);
}
