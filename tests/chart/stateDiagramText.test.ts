import { describe, expect, it } from 'vitest';
import { stateDiagramText } from '#chart/stateDiagramText.ts';

const turnstile = {
  states: [
    { id: 'locked', label: 'locked' },
    { id: 'open', label: 'open; "free"' },
  ],
  transitions: [
    { from: 'locked', to: 'open', labels: ['coin', 'key: master'] },
    { from: 'open', to: 'locked', labels: [] },
  ],
  initial: 'locked',
};

describe('stateDiagramText', () => {
  it('declares states by ids of its own, labels escaped, and marks the current one', async () => {
    await expect(stateDiagramText({ ...turnstile, current: 'open' })).toMatchFileSnapshot('golden/turnstile.mmd');
  });

  it('marks nothing without a current state', () => {
    expect(stateDiagramText(turnstile)).not.toContain('class');
  });

  it('refuses a state that is not listed', () => {
    expect(() => stateDiagramText({ ...turnstile, initial: 'broken' })).toThrow(RangeError);
    expect(() => stateDiagramText({ ...turnstile, current: 'broken' })).toThrow(RangeError);
  });
});
