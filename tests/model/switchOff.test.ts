import { describe, expect, it } from 'vitest';
import { both, either, holds, is, not } from '#model/condition.ts';
import type { Rule } from '#model/rule.ts';
import { basesOfRule } from '#model/rule.ts';
import { withoutBasis } from '#model/switchOff.ts';
import { become, discard, onlyIf } from '#model/update.ts';
import type { ToyBasis } from './toySystem.ts';
import { mood, toyRules, voice } from './toySystem.ts';

const bases: readonly ToyBasis[] = [
  'T-ask',
  'T-reply',
  'T-hear',
  'T-patience',
  'T-voice',
  'T-stray',
  'T-lose',
  'T-copy',
];

const plain: Rule = {
  id: 'a.plain',
  actor: 'a',
  title: 'Plain',
  stimulus: { kind: 'action', name: 'plain' },
  when: [],
  then: [become(voice, true, 'keep')],
};

describe('a sentence switched off', () => {
  it.each(bases)('leaves nothing that rests on %s, and all rules that do not rest on it as they were', (basis) => {
    const rules = toyRules();
    const left = withoutBasis(rules, basis);
    expect(left.flatMap(basesOfRule)).not.toContain(basis);
    const untouched = rules.filter((rule) => !basesOfRule(rule).includes(basis));
    expect(left.filter((rule) => untouched.some((each) => each.id === rule.id))).toEqual(untouched);
  });

  it('takes single parts out of a rule', () => {
    const reply = withoutBasis(toyRules(), 'T-voice').find((rule) => rule.id === 'b.reply')!;
    expect(reply.then).toEqual([expect.objectContaining({ type: 'send', needs: [], otherwise: [], basis: 'T-reply' })]);
    expect(reply.when).toHaveLength(1);
  });

  it('takes out a rule that then does nothing, unless a message is to be taken', () => {
    const ids = (basis: ToyBasis) => withoutBasis(toyRules(), basis).map((rule) => rule.id);
    expect(ids('T-voice')).not.toContain('b.hoarse');
    expect(ids('T-patience')).not.toContain('a.giveUp');
    expect(ids('T-patience')).toContain('a.askAgain');
    expect(ids('T-stray')).toContain('a.stray');
  });

  it('takes parts out of conditions', () => {
    const gone = is(mood, 'idle', 'gone');
    const kept = holds(voice, 'keep');
    const when = [both(gone, kept), either(gone, kept), not(gone), not(both(gone, kept)), both(gone), kept];
    expect(withoutBasis([{ ...plain, when }], 'gone')[0]?.when).toEqual([
      both(kept),
      either(kept),
      not(both(kept)),
      kept,
    ]);
  });

  it('makes an update unconditional whose whole condition goes', () => {
    const inner = become(mood, 'idle', 'keep');
    const then = [
      onlyIf(is(mood, 'idle', 'gone'), [inner], [discard('never', 'keep')]),
      onlyIf(holds(voice, 'keep'), [become(mood, 'idle', 'gone')]),
    ];
    expect(withoutBasis([{ ...plain, then }], 'gone')[0]?.then).toEqual([inner]);
  });
});
