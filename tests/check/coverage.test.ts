import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { searchToEnd } from '#check/checkReport.ts';
import type { Coverage } from '#check/coverage.ts';
import { coverageOfRun, coverageOfSpace, deadRules } from '#check/coverage.ts';
import { finish } from '#check/longWork.ts';
import { startSearch } from '#check/startSearch.ts';
import { detach } from '#detach/detach.ts';
import { defaultVariant } from '#detach/variant.ts';
import { toySystem } from '../model/toySystem.ts';
import { searched, smallest, traced } from './toyProperties.ts';

const toy = toySystem(smallest);

function rulesUsed({ rules }: Coverage) {
  return rules.filter(({ times }) => times > 0).map(({ rule, times }) => [rule, times]);
}

describe('what a run of the toy has used', () => {
  const coverage = coverageOfRun(traced(toy, 'ask', 'deliver question', 'deliver reply'));

  it('its rules, with how often', () => {
    expect(rulesUsed(coverage)).toEqual([
      ['a.ask', 1],
      ['b.reply', 1],
      ['a.hear', 1],
    ]);
    expect(coverage.rules).toHaveLength(toy.rules.length);
  });

  it('the sentences behind what was done and behind what was met; not what could have been done', () => {
    const of = (basis: string) => coverage.sentences.find((each) => each.basis === basis);
    expect(of('T-ask')).toEqual({ basis: 'T-ask', acts: 1, conditions: 1 });
    expect(of('T-reply')).toEqual({ basis: 'T-reply', acts: 1, conditions: 1 });
    // b could have been hoarse, which its rule provides for.
    expect(of('T-voice')).toEqual({ basis: 'T-voice', acts: 0, conditions: 0 });
    expect(of('T-lose')).toEqual({ basis: 'T-lose', acts: 0, conditions: 0 });
  });

  it('what is discarded rests on its own sentence', () => {
    const { sentences } = coverageOfRun(traced(toy, 'ask', 'hoarse', 'deliver question'));
    expect(sentences.find(({ basis }) => basis === 'T-voice')).toEqual({ basis: 'T-voice', acts: 2, conditions: 2 });
  });

  it('what a message would have needed counts where it is not sent for want of that', () => {
    const { sentences } = coverageOfRun(
      traced(detach(defaultVariant), 'detach deleteThenBu', 'deliver deleteRequest', 'deliver deleteResponse'),
    );
    expect(sentences.find(({ basis }) => basis === 'IPSEC-2')).toMatchObject({ conditions: 1 });
  });

  it('the phases, the start among them', () => {
    expect(coverage.phases.map(({ value, states }) => [value, states])).toEqual([
      ['idle', 1],
      ['waiting', 2],
      ['content', 1],
      ['resigned', 0],
    ]);
  });
});

describe('what a whole space has used', () => {
  it('counts each event of each state once; nothing is lost or copied where that is bounded to none', () => {
    const coverage = finish(coverageOfSpace(toy, searched(toy)));
    const sum = coverage.rules.reduce((all, { times }) => all + times, 0);
    expect(sum).toBe(26);
    const dead = coverage.rules.filter(({ times }) => times === 0).map(({ rule }) => rule);
    expect(dead).toEqual([
      'a.askAgain',
      'network.lose.toB',
      'network.copy.toB',
      'network.lose.toA',
      'network.copy.toA',
    ]);
    expect(deadRules(searchToEnd(toy, startSearch(toy, [])))).toEqual(dead);
    expect(coverage.phases.map(({ states }) => states)).toEqual([2, 6, 2, 4]);
  });

  it('knows no dead rule where not all states were seen', () => {
    expect(deadRules(checkReading(defaultVariant, { limits: { states: 50 } }))).toBeUndefined();
  });

  it('as tabled a DELETE is never given up: that takes three losses, and one is allowed', () => {
    const dead = deadRules(checkReading(defaultVariant));
    expect(dead).toContain('ue.delete.giveUp');
    expect(dead).not.toContain('pdnGw.delete');
  });
});
