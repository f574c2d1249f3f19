import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateAt } from '#run/trace.ts';
import { refusals, whyNot } from '#run/whyNot.ts';
import { anyTrace, toy, toyTrace } from './toyRuns.ts';

function stateAfter(...texts: string[]) {
  return stateAt(toyTrace(...texts), texts.length);
}

function whyNotRule(id: string, ...texts: string[]) {
  return whyNot(toy, stateAfter(...texts)).find((each) => each.rule.id === id);
}

describe('why not?', () => {
  it('names each failing condition, what is so instead, and what it rests on', () => {
    expect(whyNotRule('a.ask', 'ask')?.failing).toMatchObject([
      { words: 'a is idle', now: 'a is waiting', bases: ['T-ask'], holds: false },
    ]);
    expect(whyNotRule('a.askAgain', 'ask')?.failing).toMatchObject([
      { words: 'no message with the message question is in flight', now: 'in flight: question', bases: ['T-patience'] },
    ]);
  });

  it('looks at the message that would be next, or says that there is none', () => {
    expect(whyNotRule('a.hear')).toMatchObject({ hindrance: 'no such message is in flight', phaseOnly: false });
    expect(whyNotRule('a.hear')).not.toHaveProperty('at');
    const late = ['ask', 'copy question', 'deliver question', 'deliver question', 'deliver reply'];
    expect(whyNotRule('a.hear', ...late)).toMatchObject({
      at: { queue: 1, position: 0 },
      findings: [
        { words: 'the message is a reply', holds: true },
        { words: 'a is waiting', holds: false },
      ],
      failing: [{ now: 'a is content' }],
    });
  });

  it('says where another rule stands in for one whose conditions all hold', () => {
    expect(whyNotRule('a.stray', 'ask', 'deliver question')).toMatchObject({
      failing: [],
      hindrance: 'another rule answers it',
    });
  });

  it('puts what lacks least first, and what only waits for a phase last', () => {
    const list = whyNot(toy, stateAfter());
    const phaseOnly = list.map((each) => each.phaseOnly);
    expect(phaseOnly).toEqual([...phaseOnly].sort((a, b) => Number(a) - Number(b)));
    expect(list.at(-1)?.rule.id).toBe('a.askAgain');
    const sizes = list
      .filter((each) => !each.phaseOnly)
      .map(({ failing, hindrance }) => failing.length + Number(hindrance !== undefined));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBeGreaterThan(1);
  });

  it('leaves out faults, and what only lacks a message, from the short list', () => {
    const ids = refusals(toy, stateAfter()).map((each) => each.rule.id);
    expect(ids).toEqual(expect.arrayContaining(['a.hear', 'b.heal', 'a.askAgain', 'a.giveUp']));
    expect(ids).not.toContain('b.reply');
    expect(ids.some((id) => id.startsWith('network'))).toBe(false);
  });

  it('has every rule that is not possible, once, each with a reason', () => {
    fc.assert(
      fc.property(anyTrace, ({ system, steps, initial }) => {
        const state = steps.at(-1)?.state ?? initial;
        const possible = new Set(system.enabled(state).map((event) => event.rule));
        const refused = whyNot(system, state);
        const ids = [...refused.map((each) => each.rule.id), ...possible];
        expect(ids.toSorted()).toEqual(system.rules.map((rule) => rule.id).toSorted());
        for (const { failing, findings, hindrance } of refused) {
          expect(failing.length > 0 || hindrance !== undefined).toBe(true);
          expect(failing).toHaveLength(findings.filter((each) => !each.holds).length);
        }
      }),
    );
  });
});
