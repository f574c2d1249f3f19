/** The table of many results: sorted, with a total, and never a formula in a spreadsheet. */
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#learn/resultFile.ts';
import { commaSeparated, sortedRows, tabSeparated, totalOf } from '#learn/resultTable.ts';

function row(name: string, answersRight = 0, more: Partial<ResultRow> = {}): ResultRow {
  return { file: `${name}.json`, name, set: '', lessonsDone: 0, answersRight, answers: 10, challenges: 0, ...more };
}

/** Reads a CSV file back, as RFC 4180 says: another way than the writer's. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g;
  for (const [, cell = '', end] of text.replace(/^\ufeff/, '').matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((each) => each.join('') !== '');
}

const odd = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\uff1d1', 'a,b', 'say "x"', 'אבג', '👩‍🏫 Ada'];

describe('the table of results', () => {
  it('stands in the order of the alphabet, or from the best to the last', () => {
    const rows = [row('bob', 3), row('Ämil', 5), row('Ada', 3), row('10', 1), row('9', 1)];
    const names = (order: 'name' | 'answersRight') => sortedRows(rows, order).map(({ name }) => name);
    expect(names('name')).toEqual(['9', '10', 'Ada', 'Ämil', 'bob']);
    expect(names('answersRight')).toEqual(['Ämil', 'Ada', 'bob', '9', '10']);
    const sets = [row('a', 0, { set: 'Two' }), row('c', 0, { set: 'One' }), row('b', 0, { set: 'One' })];
    expect(sortedRows(sets, 'set').map(({ name }) => name)).toEqual(['b', 'c', 'a']);
    expect(rows[0]?.name).toBe('bob');
  });

  it('has a total', () => {
    expect(totalOf([row('a', 3, { lessonsDone: 2 }), row('b', 4, { challenges: 1 })])).toEqual({
      lessonsDone: 2,
      answersRight: 7,
      answers: 20,
      challenges: 1,
    });
    expect(totalOf([])).toEqual({ lessonsDone: 0, answersRight: 0, answers: 0, challenges: 0 });
  });

  it.each(odd)('keeps %j as a text, in a CSV file and between tabs', (name) => {
    const rows = [row(name, 2, { set: name, file: name })];
    const [head, first, total, ...more] = readCsv(commaSeparated(rows));
    expect(more).toEqual([]);
    expect(head).toHaveLength(7);
    expect(first?.[0]?.replace(/^'/, '')).toBe(name);
    expect(total?.slice(0, 4)).toEqual(['Total', '', '0', '2']);
    for (const cell of first ?? []) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d]/u);
    const tabbed = tabSeparated(rows).slice(0, -1).split('\n');
    expect(tabbed.map((line) => line.split('\t').length)).toEqual([7, 7, 7]);
    for (const cell of tabbed[1]?.split('\t') ?? []) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d]/u);
  });

  it('leaves a name as it is that no spreadsheet would calculate', () => {
    expect(readCsv(commaSeparated([row('Ada = 1')]))[1]?.[0]).toBe('Ada = 1');
    expect(commaSeparated([])).toMatch(/^\ufeff"Name"/);
  });
});
