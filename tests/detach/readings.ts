/** The readings that the tests go through: every preset, and for every value of every parameter one reading that has it. */
import type { FaultBounds } from '#detach/parts.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { defaultVariant, parameterNames, parameters, readVariant } from '#detach/variant.ts';

export interface Reading {
  readonly name: string;
  readonly variant: Variant;
}

/** What a parameter needs beside it to have any effect. */
export const companions: Partial<Record<ParameterName, Partial<Variant>>> = {
  unsolicitedBa: { notification: 'unsolicitedBa' },
  antiReplay: { duplication: 1 },
  secondPdn: { pdnConnections: 2 },
  sharedIkeSa: { pdnConnections: 2 },
  supportsRevocation: { notification: 'bri' },
};

/** A reading by what differs from the defaults. @throws {RangeError} if it is refused. */
export function reading(given: Readonly<Record<string, unknown>>): Variant {
  const read = readVariant(given);
  if (!read.ok) throw new RangeError(read.error);
  return read.value;
}

export const readings: readonly Reading[] = [
  ...presets.map((preset) => ({ name: preset.name, variant: presetVariant(preset) })),
  ...parameterNames.flatMap((name) =>
    parameters[name]
      .filter((value) => value !== defaultVariant[name])
      .map((value) => ({ name: `${name}=${value}`, variant: reading({ ...companions[name], [name]: value }) })),
  ),
  {
    name: 'two tunnels of I-WLAN over one IKE SA',
    variant: reading({
      mobileIp: 'no',
      notification: 'gatewayDelete',
      deleteScope: 'chosen',
      pdnConnections: 2,
      secondPdn: 'detaching',
      sharedIkeSa: 'yes',
    }),
  },
];

/** Each fault once. */
export const eachFaultOnce: FaultBounds = { loss: 1, duplication: 1, alteration: 1 };
