import { describe, expect, it } from 'vitest';
import { phaseName, phaseTransitions } from '#chart/stateDiagram.ts';
import { boundsOf, detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Field } from '#model/field.ts';
import { read, type State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { mood, toyRules } from '../model/toySystem.ts';

/** All pairs of phases that one event leads between, found by walking every state: the diagram's other witness. */
function walkedTransitions(system: System, phase: Field): Set<string> {
  const seen = new Set<string>();
  const pairs = new Set<string>();
  const waiting: State[] = [system.initial];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const event of system.enabled(state)) {
      const next = system.apply(state, event);
      const [from, to] = [read(system.places, state, phase), read(system.places, next, phase)];
      if (from !== to) pairs.add(`${String(from)} ${String(to)}`);
      const key = JSON.stringify(next);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return pairs;
}

describe('phaseTransitions', () => {
  it('reads the toy: idle, waiting, and what ends the wait', () => {
    const pairs = phaseTransitions(toyRules(), mood).map(({ from, to }) => `${String(from)} ${String(to)}`);
    expect(pairs).toContain('idle waiting');
    expect(pairs).toContain('waiting content');
    expect(pairs).toContain('waiting resigned');
    expect(pairs.filter((pair) => pair.startsWith('content '))).toEqual([]);
    expect(phaseName(mood, 'waiting')).toBe('Waiting');
  });

  it.each(['as-tabled', 'before-this-paper', 'rfc-practice', 'i-wlan'])(
    'has every transition that a run of %s makes',
    (name) => {
      const preset = findPreset(name);
      if (preset === undefined) throw new Error(name);
      const variant = presetVariant(preset);
      const system = detach(variant, boundsOf(variant));
      for (const id of ['ue.phase', 'pdnGw.phase']) {
        const phase = system.field(id);
        if (phase === undefined) throw new Error(id);
        const drawn = phaseTransitions(system.rules, phase).map(({ from, to }) => `${String(from)} ${String(to)}`);
        const walked = [...walkedTransitions(system, phase)];
        expect(walked.length).toBeGreaterThan(0);
        expect(drawn).toEqual(expect.arrayContaining(walked));
      }
    },
  );
});
