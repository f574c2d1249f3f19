/** The whole matrix: every preset, with every budget of faults, with one and two PDN connections; who fails where. */
import type { PresetName } from '#detach/presets.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import type { Variant } from '#detach/variant.ts';
import { parameters } from '#detach/variant.ts';
import { checkedSystem, checkReading } from './checkReading.ts';
import type { CheckReport } from './checkReport.ts';
import type { Settled } from './findings.ts';
import { findingsOf } from './findings.ts';
import type { Done } from './longWork.ts';
import type { SearchLimits, Stop, Verdict } from './search.ts';

export interface MatrixReading {
  readonly preset: PresetName;
  readonly loss: number;
  readonly duplication: number;
  readonly pdnConnections: number;
  readonly variant: Variant;
}

export interface MatrixOptions {
  /** What the second PDN connection does where there are two; idle where it is left out. */
  readonly secondPdn?: Variant['secondPdn'];
  readonly sharedIkeSa?: Variant['sharedIkeSa'];
}

export interface MatrixCell {
  readonly property: string;
  readonly verdict: Verdict;
  readonly cameUp: boolean;
  /** Who settles it, where it fails. */
  readonly settled?: Settled;
  /** The event texts of its shortest run, where it fails. */
  readonly run?: readonly string[];
}

export interface MatrixRow {
  readonly reading: MatrixReading;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly stopped: Stop | undefined;
  /** In the order of the properties. */
  readonly cells: readonly MatrixCell[];
}

/** All readings of the matrix: presets first, then losses, duplicates, connections. */
export function matrixReadings(options: MatrixOptions = {}): readonly MatrixReading[] {
  const { secondPdn = 'idle', sharedIkeSa = 'no' } = options;
  return presets.flatMap((preset) =>
    ascending(parameters.loss).flatMap((loss) =>
      ascending(parameters.duplication).flatMap((duplication) =>
        ascending(parameters.pdnConnections).map((pdnConnections) => {
          const base = { ...presetVariant(preset), loss, duplication, pdnConnections };
          const variant = pdnConnections === 1 ? base : { ...base, secondPdn, sharedIkeSa };
          return { preset: preset.name, loss, duplication, pdnConnections, variant };
        }),
      ),
    ),
  );
}

/** Checks the readings one by one; yields each row as it is there. */
export function* checkMatrix(
  readings: readonly MatrixReading[],
  limits?: SearchLimits,
): Generator<Done & { readonly row: MatrixRow }, readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const reading of readings) {
    const properties = propertiesOf(checkedSystem(reading.variant).parts);
    const report = checkReading(reading.variant, { properties, ...(limits === undefined ? {} : { limits }) });
    const row = rowOf(reading, report, properties);
    rows.push(row);
    yield { done: rows.length, of: readings.length, row };
  }
  return rows;
}

/** The row of a reading whose report is there. */
function rowOf(reading: MatrixReading, report: CheckReport, properties: readonly DetachProperty[]): MatrixRow {
  const { states, transitions, depth, stopped } = report;
  const found = findingsOf(reading.variant, report, { properties }).groups.flatMap((group) => group.findings);
  const cells = properties.flatMap(({ id }): MatrixCell[] => {
    const of = report.properties.find((each) => each.id === id);
    if (of === undefined) return [];
    const cell = { property: id, verdict: of.verdict, cameUp: of.cameUp };
    const finding = found.find((each) => each.property === id);
    return [finding === undefined ? cell : { ...cell, settled: finding.settled, run: finding.run }];
  });
  return { reading, states, transitions, depth, stopped, cells };
}

function ascending<N extends number>(values: readonly N[]): readonly N[] {
  return [...values].sort((a, b) => a - b);
}
