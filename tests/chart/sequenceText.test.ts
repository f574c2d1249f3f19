import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { describeRow, sequenceText, wholeSequenceText } from '#chart/sequenceText.ts';
import { FATES, LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';

/** About Arial at 20 px. */
const measure = (text: string) => text.length * 9.5;

const body = (rows: readonly SequenceRow[]) => sequenceText(LIFELINES, rows, measure).split('\n').slice(3, -1);

describe('sequenceText', () => {
  it('is golden for a lecture, and Mermaid reads it', async () => {
    const text = sequenceText(LIFELINES, lectureRows(), measure);
    await expect(text).toMatchFileSnapshot('golden/lecture-chunk.mmd');
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' });
  });

  it('declares every lifeline, also in a chunk that has no rows', () => {
    expect(sequenceText(LIFELINES, [], measure)).toBe(
      'sequenceDiagram\n  participant P0 as UE\n  participant P1 as PDN GW\n',
    );
  });

  it('draws each fate with an arrow of its own, dashed if asked', () => {
    const arrows = (dashed: boolean) => body(FATES.map((fate) => message(1, { fate, dashed, label: 'BU' })));
    expect(arrows(false)).toEqual([
      '  P0->>P1: (1) BU',
      '  P0-)P1: (1) BU',
      '  P0-xP1: (1) BU, lost',
      '  P0-xP1: (1) BU<br/>discarded',
      '  P0-xP1: (1) BU<br/>not sent',
    ]);
    expect(arrows(true).map((line) => line.slice(4, 8))).toEqual(['-->>', '--)P', '--xP', '--xP', '--xP']);
  });

  it('says why, what was altered and what is crossed on lines below the label', () => {
    const row = message(4, { fate: 'discarded', reason: 'no SA', altered: 'ICV fails', crosses: [2, 3], copy: true });
    expect(body([row])).toEqual([
      '  P1-xP0: (4) Binding Update, lifetime 0, copy<br/>altered#58; ICV fails<br/>crosses (2), (3)<br/>discarded#58; no SA',
    ]);
  });

  it('puts conditions over, timers and actions beside their lifeline, faults across', () => {
    const at = { key: 'k', step: 1, text: 'x' };
    expect(
      body([
        { ...at, kind: 'condition', over: 'pdnGw' },
        { ...at, kind: 'timer', over: 'ue', action: 'fired' },
        { ...at, kind: 'event', over: 'pdnGw' },
        { ...at, kind: 'event', over: 'network' },
      ]),
    ).toEqual(['  Note over P1: x', '  Note left of P0: x', '  Note right of P1: x', '  Note over P0,P1: x']);
  });

  it('refuses a message to a lifeline that is not there', () => {
    expect(() => body([message(1, { to: 'aaa' })])).toThrow(RangeError);
  });

  it('is text that Mermaid reads, for 300 rows of all kinds', async () => {
    expect(await mermaid.parse(sequenceText(LIFELINES, manyRows(300), measure))).toMatchObject({
      diagramType: 'sequence',
    });
  });
});

describe('wholeSequenceText', () => {
  it('is golden for a lecture, and Mermaid reads it', async () => {
    const text = wholeSequenceText(LIFELINES, lectureRows(), measure);
    await expect(text).toMatchFileSnapshot('golden/lecture-whole.mmd');
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' });
  });

  it('has no arrow for a message that was not sent', () => {
    const text = wholeSequenceText(LIFELINES, [message(1, { fate: 'notSent', reason: 'no SA' })], measure);
    expect(text).toContain('  Note over P0: (1) Binding<br/>Update, lifetime 0<br/>not sent#58; no SA\n');
    expect(text).not.toContain('->');
  });
});

describe('describeRow', () => {
  it('says number, label, ends and fate', () => {
    expect(describeRow(message(2), LIFELINES)).toBe('(2) Binding Update, lifetime 0, PDN GW to UE, delivered');
    expect(describeRow(message(2, { fate: 'lost' }), LIFELINES)).toBe(
      '(2) Binding Update, lifetime 0, lost, PDN GW to UE',
    );
    expect(describeRow(message(1, { fate: 'discarded', reason: 'no SA' }), LIFELINES)).toBe(
      '(1) Binding Update, lifetime 0, UE to PDN GW, discarded: no SA',
    );
  });

  it('says whose condition it is', () => {
    expect(describeRow({ kind: 'condition', key: 'c', step: 1, over: 'ue', text: 'detached' }, LIFELINES)).toBe(
      'UE: detached',
    );
    expect(describeRow({ kind: 'event', key: 'e', step: 1, over: 'network', text: 'loses (1)' }, LIFELINES)).toBe(
      'loses (1)',
    );
  });
});
