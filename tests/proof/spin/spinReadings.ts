/** The readings on which SPIN judges our search: those with a space that a test has time for. */
import fc from 'fast-check';
import { presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { parameterNames, parameters } from '#detach/variant.ts';
import type { Reading } from '../../detach/readings.ts';
import { reading, readings } from '../../detach/readings.ts';

/** Two PDN connections that both detach, in spaces that are not too large. */
const bothDetaching: readonly Partial<Variant>[] = [
  { loss: 0 },
  { loss: 0, sharedIkeSa: 'yes' },
  { loss: 0, order: 'backToBack' },
  { loss: 0, timers: 'none', duplication: 1 },
  { loss: 1, timers: 'none', order: 'buThenDelete', initiator: 'ue' },
  { loss: 1, order: 'buThenDelete', initiator: 'ue', maxRetransmissions: 1 },
  { loss: 1, order: 'deleteThenBu', initiator: 'network', sharedIkeSa: 'yes', notification: 'bri' },
  { loss: 0, order: 'buThenDelete', ordering: 'unordered', initiator: 'ue' },
];

/** Timers that do not wait, in spaces that are not too large. */
const impatient: readonly Partial<Variant>[] = [
  { loss: 0, initiator: 'ue', order: 'buThenDelete' },
  { loss: 1, initiator: 'ue', order: 'buThenDelete', maxRetransmissions: 1 },
  { loss: 1, initiator: 'ue', order: 'backToBack', maxRetransmissions: 1, ordering: 'unordered' },
  { loss: 0, initiator: 'network', notification: 'bri', order: 'buThenDelete', maxRetransmissions: 1 },
];

const presetsWithFaults: readonly Reading[] = presets.flatMap((preset) =>
  parameters.loss.flatMap((loss) =>
    parameters.duplication.flatMap((duplication) =>
      parameters.pdnConnections.map((pdnConnections) => ({
        name: `${preset.name}, loss=${loss}, duplication=${duplication}, pdnConnections=${pdnConnections}`,
        variant: { ...presetVariant(preset), loss, duplication, pdnConnections },
      })),
    ),
  ),
);

/** Readings drawn by lot, the same ones each time: every parameter has any of its values. */
const drawn: readonly Reading[] = fc
  .sample(fc.record(Object.fromEntries(parameterNames.map((name) => [name, fc.constantFrom(...parameters[name])]))), {
    seed: 8_4_3,
    numRuns: 90,
  })
  .map((given, at) => {
    const alone = given.pdnConnections === 1 ? { secondPdn: 'idle', sharedIkeSa: 'no' } : {};
    return { name: `by lot, number ${at}`, variant: reading({ ...given, ...alone }) };
  });

/** All of them, each once; whether a space is small enough is for the test to find out. */
export const spinReadings: readonly Reading[] = [
  ...new Map(
    [
      ...presetsWithFaults,
      ...readings,
      ...bothDetaching.map((given) => named({ pdnConnections: 2, secondPdn: 'detaching', ...given })),
      ...impatient.map((given) => named({ timers: 'impatient', ...given })),
      ...drawn,
    ].map((each) => [JSON.stringify(each.variant), each]),
  ).values(),
];

function named(given: Partial<Variant>): Reading {
  const name = Object.entries(given)
    .map(([parameter, value]) => `${parameter}=${value}`)
    .join(', ');
  return { name, variant: reading(given) };
}
