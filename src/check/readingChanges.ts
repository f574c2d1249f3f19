/** The changes of a reading that may repair it: of every choice that the text leaves open, to every other value. */
import type { ParameterName, Variant } from '#detach/variant.ts';
import { parameterNames, parameters } from '#detach/variant.ts';
import type { Change } from './repair.ts';

/** What describes the world and not the text: a repair may not change it. */
export const worldParameters = {
  initiator: 'who wants a detach is for people to say',
  maxRetransmissions: 'more patience only moves the bound',
  timers: 'when a timer runs out is for the network to say',
  loss: 'a bound of the checker',
  duplication: 'a bound of the checker',
  ordering: 'how the network delivers',
  lifetimeMayExpire: 'how long the UE stays silent',
  childSas: 'what was set up before the detach',
  mobileIp: 'another procedure',
  pdnConnections: 'what was set up before the detach',
  secondPdn: 'what people do with the other PDN connection',
  sharedIkeSa: 'what was set up before the detach',
  refreshInFlight: 'what the UE did before the detach',
  supportsRevocation: 'what the UE can do',
  gatewayMayRestart: 'a mishap',
  coverageMayBeLost: 'a mishap',
} as const satisfies Partial<Record<ParameterName, string>>;

/** The choices that the text leaves, in the table's order. */
export const textParameters: readonly ParameterName[] = parameterNames.filter((name) => !(name in worldParameters));

/** A reading with some choices changed. */
export function withChanges(variant: Variant, changes: readonly Change[]): Variant {
  return { ...variant, ...Object.fromEntries(changes.map(({ parameter, to }) => [parameter, to])) } as Variant;
}

/** Every change of one choice, in the table's order. */
export function changesOf(variant: Variant): readonly (readonly [Change])[] {
  return textParameters.flatMap((parameter) =>
    parameters[parameter]
      .filter((to) => to !== variant[parameter])
      .map((to) => [{ parameter, from: variant[parameter], to }] as const),
  );
}

/** Every change of two choices. */
export function pairsOf(singles: readonly (readonly [Change])[]): readonly (readonly Change[])[] {
  return singles.flatMap((first, at) =>
    singles
      .slice(at + 1)
      .filter((second) => second[0].parameter !== first[0].parameter)
      .map((second) => [...first, ...second]),
  );
}
