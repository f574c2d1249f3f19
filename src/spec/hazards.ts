/** All edge cases H-01 to H-40, with what the model leaves out where it shows one only in part. */
import type { Hazard } from './hazard.ts';
import { hazardsInSignalling } from './hazardsInSignalling.ts';
import { hazardsInState } from './hazardsInState.ts';

export type HazardId = (typeof hazardsInSignalling)[number]['id'] | (typeof hazardsInState)[number]['id'];

/** What a hazard needs and the model does not have. */
export interface Lack {
  readonly needs: 'AAA or PCRF' | 'NAT rebinding' | 'rekey';
  /** True if the model shows the effect all the same, by a loss or a timer. */
  readonly showable: boolean;
  /** What stands in for the missing part, or why nothing can. */
  readonly abstraction: string;
}

const lacks: Partial<Readonly<Record<HazardId, Lack>>> = {
  'H-17': {
    needs: 'NAT rebinding',
    showable: true,
    abstraction: 'The model has no NAT: a lost BA stands for a NAT that has changed its mapping.',
  },
  'H-18': {
    needs: 'NAT rebinding',
    showable: true,
    abstraction: 'The model has no NAT: lost notifications stand for an expired mapping.',
  },
  'H-27': {
    needs: 'rekey',
    showable: false,
    abstraction: 'The model has no rekeying: an IKE SA stays the same from the start to its end.',
  },
  'H-34': {
    needs: 'AAA or PCRF',
    showable: true,
    abstraction: 'The model has no AAA and no PCRF: an impatient timer stands for the BA that they delay.',
  },
};

export const hazards: readonly (Hazard & { readonly id: HazardId; readonly needs: Lack['needs'] | null })[] = [
  ...hazardsInSignalling,
  ...hazardsInState,
].map((hazard) => ({ ...hazard, needs: lacks[hazard.id]?.needs ?? null }));

/** What the model lacks for a hazard; null if nothing. */
export function lackOf(id: HazardId): Lack | null {
  return lacks[id] ?? null;
}
