/** MSC/PR: golden, statement by statement within the grammar of Z.120 that we write, sent before received. */
import { describe, expect, it } from 'vitest';
import { mscPr } from '#chart/mscPr.ts';
import { LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';
import { NASTY_LABELS } from './nastyLabels.ts';

const name = '[A-Za-z]\\w*';
const string = "'(?:[^'\\n]|'')*'";
const event = [
  'instance',
  'endinstance',
  `out ${name}, m\\d+ to (?:lost )?${name}`,
  `in ${name}, m\\d+ from (?:found )?${name}`,
  `(?:starttimer|stoptimer|timeout|condition) ${name}`,
  `action ${string}`,
].join('|');
const statement = new RegExp(`^(?:  (?:${name}: (?:${event})|text ${string})(?: comment ${string})?;)$`);
const body = (text: string) => text.split('\n').slice(4, -2);

describe('mscPr', () => {
  it('is golden for a lecture', async () => {
    await expect(mscPr('lecture', LIFELINES, lectureRows())).toMatchFileSnapshot('golden/lecture.mpr');
  });

  it('sends a message at the step that sent it, before what comes in between', () => {
    const rows = [message(2, { step: 2, sentStep: 1 }), message(1, { step: 3, sentStep: 1 })];
    const verbs = body(mscPr('x', LIFELINES, rows)).map(
      (line) => /(?:out|in) \w+, (m\d)/.exec(line)?.[0].split(' ')[0],
    );
    expect(verbs.filter((verb) => verb !== undefined)).toEqual(['out', 'out', 'in', 'in']);
  });

  it('has a lost message to lost, a copy from found, and an action for what was not sent', () => {
    const text = mscPr('x', LIFELINES, [
      message(1, { label: 'BU', fate: 'lost' }),
      message(3, { label: 'BU', copy: true }),
      message(5, { label: 'BU', fate: 'notSent', reason: "the UE's SA is gone" }),
    ]);
    expect(text).toContain("  UE: out BU, m1 to lost PDN_GW comment '(1) BU, lost';\n");
    expect(text).toContain("  PDN_GW: in BU, m3 from found UE comment '(3) BU, copy';\n");
    expect(text).toContain("  UE: action '(5) BU, not sent: the UE''s SA is gone';\n");
    expect(text).not.toContain('out BU, m3');
  });

  it('writes statements of the language, whatever the labels', () => {
    for (const label of NASTY_LABELS) {
      const rows = [
        message(1, { label }),
        { kind: 'condition', key: 'c', step: 1, over: 'ue', text: label } as const,
        { kind: 'timer', key: 't', step: 1, over: 'ue', action: 'fired', text: label } as const,
        { kind: 'event', key: 'e', step: 1, over: 'network', text: label } as const,
      ];
      for (const line of body(mscPr(label, LIFELINES, rows))) expect(line).toMatch(statement);
    }
    for (const line of body(mscPr('many', LIFELINES, manyRows(300)))) expect(line).toMatch(statement);
  });
});
