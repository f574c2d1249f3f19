import { describe, expect, it } from 'vitest';
import type { MessageRow, SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceRows, tailRows } from '#chart/sequenceRows.ts';
import { detach } from '#detach/detach.ts';
import { findScenario, scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import { defaultVariant } from '#detach/variant.ts';
import { replay } from '#run/runText.ts';

function traceOf(name: string) {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const system = scenarioSystem(scenario);
  return replay(system, scenario.events, scenarioStart(scenario, system)).trace;
}

const nameOf = (message: { readonly name: string }) => message.name;

/** "1: + T-BU at ue" for a start, "-" for a stop. */
function marks(rows: readonly SequenceRow[]): readonly string[] {
  const told = (row: MessageRow) => [
    ...(row.started ?? []).map((mark) => `${row.number}: + ${mark.name} at ${mark.over}`),
    ...(row.stopped ?? []).map((mark) => `${row.number}: - ${mark.name} at ${mark.over}`),
  ];
  return rows.flatMap((row) => (row.kind === 'message' ? told(row) : []));
}

describe('the timers of a run', () => {
  it('start with the request, again with each repetition, and stop with the answer', () => {
    const rows = sequenceRows(traceOf('h-03'), nameOf);
    expect(marks(rows)).toEqual([
      '1: + T-BU at ue',
      '3: + T-BU at ue',
      '4: - T-BU at ue',
      '5: + T-IKE at ue',
      '6: - T-IKE at ue',
    ]);
    // Running out is a row of its own; a start or a stop takes none.
    expect(rows.flatMap((row) => (row.kind === 'timer' ? [row.action] : []))).toEqual(['fired']);
  });

  it('of the notification has no name as long as the message has none', () => {
    const rows = sequenceRows(traceOf('network-initiated'), nameOf);
    expect(marks(rows).slice(0, 2)).toEqual(['1: + Timer (FFS) at pdnGw', '2: - Timer (FFS) at pdnGw']);
  });

  it('that starts stands also beside a message in flight; its end is not told before', () => {
    const { trace } = replay(detach(defaultVariant), ['detach buThenDelete', 'deliver bindingUpdate']);
    expect(marks(tailRows(trace, 1, nameOf))).toEqual([]);
    expect(marks(sequenceRows(trace, nameOf))).toEqual(['1: + T-BU at ue']);
    expect(marks(tailRows(trace, 2, nameOf))).toEqual([]);
    const sent = replay(detach(defaultVariant), ['detach buThenDelete']).trace;
    expect(marks(tailRows(sent, 1, nameOf))).toEqual(['1: + T-BU at ue']);
  });

  it('are none where the reading has none', () => {
    const { trace } = replay(detach({ ...defaultVariant, timers: 'none' }), [
      'detach buThenDelete',
      'deliver bindingUpdate',
    ]);
    expect(marks(sequenceRows(trace, nameOf))).toEqual([]);
  });
});
