import { describe, expect, it } from 'vitest';
import { basisOfStep } from '#chart/stepBasis.ts';
import { detach } from '#detach/detach.ts';
import { scenarioStart, scenarioSystem, scenarios } from '#detach/scenario.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { Effect } from '#model/evaluate.ts';
import { flagField } from '#model/field.ts';
import { randomWalk } from '#run/play.ts';
import { replay } from '#run/runText.ts';
import type { TraceStep } from '#run/trace.ts';

const field = flagField('ue.flag', false, 'the flag', ['is up', 'is down']);
const observer = flagField('observer.flag', false, 'the flag', ['was up', 'was never up'], { role: 'observer' });

function changed(basis: string, of = field): Effect {
  return { type: 'changed', field: of, before: false, after: true, basis };
}

/** A step of a real run with other effects and conditions. */
function stepWith(effects: readonly Effect[], conditions: readonly string[] = []): TraceStep {
  const [step] = replay(detach(defaultVariant), ['detach buThenDelete']).trace.steps;
  if (step === undefined) throw new Error('the detach does not start');
  const when = conditions.map((basis) => {
    const flag = { type: 'field', field } as const;
    return { type: 'compare', left: flag, test: '=', right: { type: 'constant', value: true }, basis } as const;
  });
  return { ...step, effects, rule: { ...step.rule, when } };
}

describe('basisOfStep', () => {
  it('takes the first sentence that says shall, or else the first of any force', () => {
    expect(basisOfStep(stepWith([changed('NET-1'), changed('M-5'), changed('R-8.4.3.2-1')])).id).toBe('R-8.4.3.2-1');
    expect(basisOfStep(stepWith([changed('R-8.4.3.3-2'), changed('R-8.4.3.2-1')])).id).toBe('R-8.4.3.3-2');
    expect(basisOfStep(stepWith([changed('L-1'), changed('R-8.4.3.1-5')])).id).toBe('L-1');
    expect(basisOfStep(stepWith([changed('M-5'), changed('D-5')])).id).toBe('M-5');
    expect(basisOfStep(stepWith([changed('D-5'), changed('FFS-1')])).id).toBe('D-5');
  });

  it('takes the conditions where the effects rest on nothing, and not otherwise', () => {
    expect(basisOfStep(stepWith([], ['IPSEC-1', 'R-8.4.3.2-1'])).id).toBe('R-8.4.3.2-1');
    expect(basisOfStep(stepWith([changed('NET-1')], ['R-8.4.3.2-1'])).id).toBe('NET-1');
  });

  it('passes over what is written for properties only', () => {
    expect(basisOfStep(stepWith([changed('R-8.4.3.2-1', observer), changed('NET-1')])).id).toBe('NET-1');
  });

  it('throws where a step rests on nothing', () => {
    expect(() => basisOfStep(stepWith([]))).toThrow(RangeError);
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s: every step has one', (_, scenario) => {
    const system = scenarioSystem(scenario);
    const { trace } = replay(system, scenario.events, scenarioStart(scenario, system));
    expect(trace.steps.length).toBeGreaterThan(0);
    for (const step of trace.steps) expect(basisOfStep(step).clause).not.toBe('');
  });

  it('every step of random runs has one', () => {
    const system = detach({
      ...defaultVariant,
      gatewayMayRestart: 'yes',
      coverageMayBeLost: 'yes',
      timers: 'impatient',
    });
    for (let seed = 0; seed < 60; seed++) {
      for (const step of randomWalk(system, { seed, most: 40, faults: true }).steps) {
        expect(basisOfStep(step).text).not.toBe('');
      }
    }
  });
});
