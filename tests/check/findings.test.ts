import { describe, expect, it } from 'vitest';
import { boundWords } from '#check/boundWords.ts';
import { checkReading } from '#check/checkReading.ts';
import type { Finding, Findings } from '#check/findings.ts';
import { findingsOf, isForTeaching } from '#check/findings.ts';
import { describeOpenPoint } from '#check/openPoint.ts';
import { judgeState } from '#check/stateVerdict.ts';
import { detach } from '#detach/detach.ts';
import type { PresetName } from '#detach/presets.ts';
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';
import { stateAt } from '#run/trace.ts';
import { reading, readings } from '../detach/readings.ts';
import { traced } from './toyProperties.ts';

function found(variant: Variant): Findings {
  return findingsOf(variant, checkReading(variant));
}

function preset(name: PresetName): Variant {
  const one = findPreset(name);
  if (one === undefined) throw new Error(`there is no preset ${name}`);
  return presetVariant(one);
}

function all(findings: Findings): readonly Finding[] {
  return findings.groups.flatMap((group) => group.findings);
}

function one(findings: Findings, property: string): Finding {
  const finding = all(findings).find((each) => each.property === property);
  if (finding === undefined) throw new Error(`${property} does not fail`);
  return finding;
}

describe('what fails as tabled', () => {
  const findings = found(defaultVariant);

  // DELETE is processed first: the SA of the BU is gone, and the binding stays (H-01).
  it('a binding without SAs, two events after a DELETE that goes first', () => {
    expect(one(findings, 'P6')).toMatchObject({
      question: 'A12',
      settled: 'question to the text',
      run: ['detach backToBackDeleteFirst', 'deliver deleteRequest'],
      length: 2,
    });
  });

  it('the BU behind it is discarded: the order is in question', () => {
    expect(one(findings, 'P5u')).toMatchObject({
      question: 'A1',
      run: ['detach backToBackDeleteFirst', 'deliver deleteRequest', 'deliver bindingUpdate'],
    });
  });

  // A BU after the DELETE has no SA: it is not sent thrice, then given up, and the binding is left.
  it('a binding that outlives the detach, with the field that is left', () => {
    const finding = one(findings, 'P14');
    expect(finding.run).toEqual([
      'detach deleteThenBu',
      'deliver deleteRequest',
      'deliver deleteResponse',
      'timer bindingUpdate',
      'timer bindingUpdate',
      'timer bindingUpdate',
    ]);
    expect(finding.leaks).toEqual([
      { field: 'pdnGw.binding', words: "the PDN GW's binding is there", run: finding.run },
    ]);
    expect(finding.false.map(({ now }) => now)).toEqual(["the PDN GW's binding is there"]);
  });

  it('each group has the title of its open point; the shortest run comes first', () => {
    expect(findings.groups.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['A12', 'gap', 'DELETE while the binding stands'],
      ['A1', 'gap', 'Order of BU and DELETE'],
    ]);
    for (const { findings: inGroup } of findings.groups) {
      const lengths = inGroup.map(({ length }) => length);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }
  });

  it('what rests on the discussion part alone says so', () => {
    expect(one(findings, 'P14').discussionOnly).toBe(true);
    expect(one(findings, 'P3').discussionOnly).toBe(false);
  });

  it('a run stands to its sentence as what was done, or could have been, on the way', () => {
    expect(one(findings, 'P3').bearing).toBe('reached');
    expect(one(findings, 'P4').bearing).toBe('not reached');
    // The PDN GW closes the IKE SA itself: that is against the discussion part (H-08).
    const closed = found(reading({ notification: 'gatewayDelete', initiator: 'network' }));
    expect(one(closed, 'P9')).toMatchObject({
      bearing: 'against',
      broken: 'This run goes against what is asked for (contribution to TR 24.801, discussion part).',
    });
  });

  it('what holds is listed, too, and what holds of nothing', () => {
    const holding = findings.others.filter(({ verdict }) => verdict === 'holds');
    expect(holding.find(({ property }) => property === 'P7')).toMatchObject({ ofNothing: false });
    // There is no second PDN connection that could be untouched.
    expect(holding.find(({ property }) => property === 'P8')).toMatchObject({ ofNothing: true });
  });

  it('says how many states and which faults', () => {
    expect(findings.bound).toBe('with at most 1 loss and no duplication');
    expect(findings.aloud).toEqual([`All ${findings.states} states were seen, ${findings.bound}.`]);
  });
});

describe('what fails in the other presets', () => {
  it('nothing in RFC practice, nor with the proposed changes', () => {
    expect(found(preset('rfc-practice')).groups).toEqual([]);
    expect(found(preset('repaired')).groups).toEqual([]);
  });

  it('before this contribution all SAs are left, on purpose', () => {
    const findings = found(preset('before-this-paper'));
    expect(findings.groups.map(({ id }) => id)).toEqual(['on purpose']);
    expect(one(findings, 'P14').leaks.map(({ field }) => field)).toEqual([
      'ue.signallingSa',
      'ue.payloadSa',
      'pdnGw.signallingSa',
      'pdnGw.payloadSa',
      'ue.ikeSa',
      'pdnGw.ikeSa',
    ]);
  });

  it('TS 24.303: no BU follows, on purpose; a lost BRA leaves a binding without SAs for a while', () => {
    const findings = found(preset('ts-24.303'));
    expect(one(findings, 'P11').settled).toBe('changed on purpose');
    expect(one(findings, 'P6')).toMatchObject({
      question: 'A12',
      run: [
        'orderDetach',
        'deliver bindingRevocationIndication',
        'lose bindingRevocationAck:0',
        'deliver deleteRequest',
      ],
    });
    // The PDN GW repeats a BRI for which it has no SA any more: that is no matter of giving up.
    expect(one(findings, 'P12').question).toBe('A12');
  });

  it('the words alone: all for teaching, whatever faults are allowed', () => {
    const variant = preset('words-alone');
    expect(new Set(all(found(variant)).map(({ settled }) => settled))).toEqual(new Set(['for teaching']));
    expect(isForTeaching({ ...variant, loss: 2, duplication: 1 })).toBe(true);
    expect(isForTeaching({ ...variant, rememberDeleteResponse: 'yes' })).toBe(false);
    expect(presets.filter((each) => isForTeaching(presetVariant(each))).map(({ name }) => name)).toEqual([
      'words-alone',
    ]);
  });

  it('I-WLAN: the network closes the IKE SA, and the IKE SA stays: the two differences, on purpose', () => {
    const findings = found(preset('i-wlan'));
    expect(new Set(all(findings).map(({ settled }) => settled))).toEqual(new Set(['changed on purpose']));
    expect(one(findings, 'P9')).toMatchObject({ run: ['orderDetach'], discussionOnly: true });
    expect(one(findings, 'P14').leaks.map(({ field }) => field)).toEqual(['ue.ikeSa', 'pdnGw.ikeSa']);
  });
});

describe('what a failing property asks about', () => {
  it('a notification that is lost and not acknowledged: the message that is for further study', () => {
    const findings = found(reading({ initiator: 'network', order: 'buThenDelete' }));
    expect(one(findings, 'P2')).toMatchObject({
      question: 'FFS-1',
      run: ['orderDetach withoutAck', 'lose detachNotification'],
    });
  });

  // A DELETE that finds the binding has not been sent: nobody repeats the BU whose BA was lost.
  it('without timers: who waits for ever asks about retransmission, not about a DELETE that never came', () => {
    const findings = found(reading({ timers: 'none' }));
    for (const id of ['P1', 'P2', 'P3', 'P11', 'P14']) {
      expect(one(findings, id), id).toMatchObject({ question: 'A4', settled: 'left to the cited RFC' });
    }
    expect(one(findings, 'P3').run.at(-1)).toBe('lose bindingAck:0');
    // Here a DELETE was processed while the binding stood.
    expect(one(findings, 'P6').question).toBe('A12');
  });

  it('coverage lost: what is left is a hazard, that the UE gives up is left to the cited RFC', () => {
    const findings = found(reading({ order: 'buThenDelete', coverageMayBeLost: 'yes' }));
    expect(one(findings, 'P3')).toMatchObject({ question: 'H-10', settled: 'question to the text' });
    expect(one(findings, 'P12')).toMatchObject({ question: 'A4', settled: 'left to the cited RFC' });
    expect(one(findings, 'P12').settledWhy).toBe(describeOpenPoint('A4').settledBy);
  });

  it('a late refresh creates the binding again: the ghost, before the gap that it falls into', () => {
    const findings = found(reading({ order: 'buThenDelete', ordering: 'unordered', refreshInFlight: 'yes' }));
    const { run, question } = one(findings, 'P4');
    expect(run.indexOf('deliver refreshBindingUpdate')).toBeGreaterThan(run.indexOf('deliver bindingUpdate'));
    expect(question).toBe('H-32');
    // Between DELETE and its response the binding has no SAs, refreshed or not.
    expect(one(findings, 'P6').question).toBe('A12');
  });
});

describe('what is said aloud', () => {
  it('a search that is cut is not finished: what does not fail is not said to hold', () => {
    const findings = findingsOf(defaultVariant, checkReading(defaultVariant, { limits: { states: 100 } }));
    expect(findings.finished).toBe(false);
    expect(findings.aloud[0]).toMatch(/^Not finished: the bound on states is reached after 1\d\d states/);
    expect(findings.others.filter(({ verdict }) => verdict === 'holds')).toEqual([]);
    expect(one(findings, 'P6').length).toBe(2);
  });

  it('a run without an end and a broken rule are told', () => {
    const report = checkReading(defaultVariant);
    const circle = { type: 'cycle', lead: ['detach buThenDelete'], circle: ['lose bindingUpdate'] } as const;
    const broken = { rule: 'ue.bindingUpdate.again', reason: 'a queue overflows', run: ['detach buThenDelete'] };
    const findings = findingsOf(defaultVariant, { ...report, termination: circle, broken });
    expect(findings.cycle).toEqual({ lead: circle.lead, circle: circle.circle });
    expect(findings.aloud).toEqual([
      'Not finished: the rule ue.bindingUpdate.again asks for what cannot be (a queue overflows).',
      'Some run never ends: it comes back to where it was.',
    ]);
  });

  it('every fault that a reading allows is in its bound', () => {
    expect(boundWords(reading({ loss: 0 }))).toBe('with no loss and no duplication');
    expect(boundWords(reading({ loss: 2, duplication: 1, ordering: 'unordered' }))).toBe(
      'with at most 2 losses, at most 1 duplication and messages in any order',
    );
    expect(boundWords(reading({ gatewayMayRestart: 'yes', coverageMayBeLost: 'yes' }))).toBe(
      'with at most 1 loss, no duplication, at most 1 restart of the PDN GW and coverage lost for good at any moment',
    );
  });

  it('findings are plain data', () => {
    const findings = found(defaultVariant);
    expect(structuredClone(findings)).toEqual(findings);
  });
});

describe('every finding replays in the walk by hand to a state in which its property is false', () => {
  for (const { name, variant } of readings.filter((each) => each.variant.pdnConnections === 1)) {
    it(name, () => {
      const system = detach(variant);
      for (const finding of all(found(variant))) {
        const property = propertiesOf(system.parts).find(({ id }) => id === finding.property);
        if (property === undefined) throw new Error(`there is no ${finding.property}`);
        const end = stateAt(traced(system, ...finding.run), finding.length);
        expect(judgeState(system, end, property), finding.property).toMatchObject({ speaks: true, holds: false });
      }
    });
  }
});
