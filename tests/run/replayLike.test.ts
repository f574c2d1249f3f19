import { describe, expect, it } from 'vitest';
import { detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { findScenario, scenarioSystem } from '#detach/scenario.ts';
import { replayLike } from '#run/replayLike.ts';
import { replay } from '#run/runText.ts';

function variantOf(name: string) {
  const preset = findPreset(name);
  if (preset === undefined) throw new Error(name);
  return presetVariant(preset);
}

function runOf(name: string) {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(name);
  return replay(scenarioSystem(scenario), scenario.events).trace;
}

describe('replayLike', () => {
  it('takes the same events where they read the same', () => {
    const run = runOf('ue-initiated');
    const fit = replayLike(detach(variantOf('rfc-practice')), run.steps);
    expect(fit.stopped).toBeUndefined();
    expect(fit.renamed).toBeUndefined();
    expect(fit.trace.steps.map((step) => step.event.text)).toEqual(run.steps.map((step) => step.event.text));
  });

  it('takes the notification under its other name, and says so', () => {
    const fit = replayLike(detach(variantOf('rfc-practice')), runOf('network-initiated').steps);
    expect(fit.renamed).toEqual({ step: 1, from: 'orderDetach withAck', to: 'orderDetach' });
    expect(fit.trace.steps[1]?.event.text).toBe('deliver bindingRevocationIndication');
  });

  it('stops where nothing answers the stimulus, and says which condition is missing', () => {
    const fit = replayLike(detach(variantOf('before-this-paper')), runOf('network-initiated').steps);
    expect(fit.trace.steps).toEqual([]);
    expect(fit.stopped?.text).toBe('orderDetach withAck');
  });

  it('never takes another timer or fault in place of one', () => {
    const run = runOf('h-03');
    const fit = replayLike(detach({ ...variantOf('as-tabled'), timers: 'none' }), run.steps);
    expect(fit.stopped?.text).toMatch(/^timer /);
  });
});
