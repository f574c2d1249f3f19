import { describe, expect, it } from 'vitest';
import { tableLines } from '#chart/sequenceTable.ts';
import { LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';

const started = [{ over: 'ue', action: 'started', name: 'T-BU' }] as const;
const stopped = [{ over: 'ue', action: 'stopped', name: 'T-BU' }] as const;

describe('tableLines', () => {
  it('has one line for each row, in the diagram’s order', () => {
    const rows = manyRows(300);
    expect(tableLines(LIFELINES, rows, [], 9999).map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
  });

  it('says what became of a message and why, and its timers', () => {
    const rows = [
      message(1, { fate: 'lost', started }),
      message(2, { fate: 'discarded', reason: 'no SA', copy: true }),
      message(3, { fate: 'notSent', reason: 'no SA', dashed: true }),
      message(4, { stopped, crosses: [3] }),
    ];
    const told = tableLines(LIFELINES, rows, [], 4).map(({ number, from, to, message: words, happened }) =>
      [number, from, to, words, happened].join(' | '),
    );
    expect(told).toEqual([
      '1 | UE | PDN GW | Binding Update, lifetime 0 | lost; T-BU started',
      '2 | PDN GW | UE | Binding Update, lifetime 0, copy | discarded: no SA',
      '3 | UE | PDN GW | Binding Update, lifetime 0, dashed: for further study | not sent: no SA',
      '4 | PDN GW | UE | Binding Update, lifetime 0 | delivered; crosses (3); T-BU stopped',
    ]);
  });

  it('holds conditions, timers and actions at their lifeline, and faults at the network', () => {
    const at = { key: 'k', step: 1, text: 'x' };
    const lines = tableLines(
      LIFELINES,
      [
        { ...at, kind: 'condition', over: 'pdnGw' },
        { ...at, kind: 'timer', over: 'ue', action: 'fired' },
        { ...at, kind: 'event', over: 'network' },
      ],
      [],
      1,
    );
    expect(lines.map(({ from, to, happened }) => [from, to, happened])).toEqual([
      ['PDN GW', '', 'state condition'],
      ['UE', '', 'timer'],
      ['Network', '', 'action'],
    ]);
  });

  it('leaves out later rows, but says what is in flight and nothing of its end', () => {
    const rows = [message(1, { step: 1 }), message(2, { step: 5, sentStep: 1, fate: 'lost', stopped }), message(3)];
    const tail = [message(4, { key: 'tail', step: 2, fate: 'inFlight' })];
    expect(tableLines(LIFELINES, rows, tail, 2).map(({ key, step, happened }) => [key, step, happened])).toEqual([
      ['m1', 1, 'delivered'],
      ['m2', 1, 'in flight'],
      ['tail', 2, 'in flight'],
    ]);
  });

  it('marks the lines of the step in view', () => {
    const current = tableLines(LIFELINES, lectureRows(), [], 2).filter((line) => line.current);
    expect(current.map(({ key }) => key)).toEqual(['m2', 't0b', 'm3', 't1', 'c3']);
  });
});
