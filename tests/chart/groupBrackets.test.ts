import { describe, expect, it } from 'vitest';
import { groupBrackets } from '#chart/groupBrackets.ts';

const row = (group: string | undefined, top: number) => ({ group, top, bottom: top + 50 });

describe('groupBrackets', () => {
  it('spans a group from its first row to its last, over rows of no group', () => {
    const rows = [row('deregistration', 100), row(undefined, 150), row('deregistration', 300)];
    expect(groupBrackets(rows, 100)).toEqual([
      { group: 'deregistration', top: 100, bottom: 350, lane: 0, wordTop: 100, wordBottom: 350 },
    ]);
  });

  it('leaves room for the whole word beside a bracket that is shorter, within the diagram', () => {
    const [high] = groupBrackets([row('deregistration', 10)], 100);
    expect([high?.wordTop, high?.wordBottom]).toEqual([0, 110]);
    const [low] = groupBrackets([row('ikeClosing', 200)], 100);
    expect([low?.wordTop, low?.wordBottom]).toEqual([150, 300]);
    const [tall] = groupBrackets([{ group: 'ikeClosing', top: 0, bottom: 20 }], 100);
    expect((tall?.wordBottom ?? 0) - (tall?.wordTop ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it('puts groups that follow each other in one column', () => {
    const rows = [row('deregistration', 0), row('deregistration', 50), row('ikeClosing', 100), row('ikeClosing', 150)];
    expect(groupBrackets(rows, 100).map(({ group, lane }) => [group, lane])).toEqual([
      ['deregistration', 0],
      ['ikeClosing', 0],
    ]);
  });

  it('puts groups that overlap, or whose words would, in two', () => {
    const overlapping = [
      row('ikeClosing', 0),
      row('deregistration', 50),
      row('ikeClosing', 100),
      row('deregistration', 150),
    ];
    expect(groupBrackets(overlapping, 100).map(({ group, lane }) => [group, lane])).toEqual([
      ['ikeClosing', 0],
      ['deregistration', 1],
    ]);
    const short = [row('deregistration', 0), row('ikeClosing', 50)];
    expect(groupBrackets(short, 100).map(({ lane }) => lane)).toEqual([0, 1]);
  });

  it('has no bracket for the notification, nor for nothing', () => {
    expect(groupBrackets([row('notification', 0)], 100)).toEqual([]);
    expect(groupBrackets([], 100)).toEqual([]);
  });
});
