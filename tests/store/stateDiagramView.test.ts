import { expect, it } from 'vitest';
import { stateDiagramText } from '#chart/stateDiagramText.ts';
import { presets } from '#detach/presets.ts';
import { actorPanels } from '#store/panelView.ts';
import { stateDiagramsOf } from '#store/stateDiagramView.ts';
import { walkAt } from './walkAt.ts';

const sides = ['ue', 'pdnGw'] as const;

it('lights the phase that the panel names, at every step', () => {
  for (const scenario of ['ue-initiated', 'network-initiated', 'one-of-two']) {
    const store = walkAt({ scenario });
    for (let step = 0; step <= store.getState().run.trace.steps.length; step++) {
      store.getState().jump(step);
      for (const side of sides) {
        const state = store.getState();
        const views = stateDiagramsOf(side)(state);
        expect(views.map(({ current }) => current)).toEqual(
          actorPanels(side)(state).map(({ panel }) => panel.headline),
        );
        for (const { diagram, current } of views) {
          if (diagram.current === undefined) continue;
          expect(diagram.states.find(({ id }) => id === diagram.current)?.label).toBe(current);
        }
      }
    }
  }
});

it('has one diagram for each PDN connection', () => {
  const views = stateDiagramsOf('ue')(walkAt({ scenario: 'one-of-two', step: '2' }).getState());
  expect(views.map(({ apn }) => apn)).toEqual(['internet', 'ims']);
  expect(new Set(views.map(({ current }) => current)).size).toBe(2);
});

it('can be written in every reading, with every transition in the list', () => {
  const store = walkAt();
  for (const { name } of presets) {
    store.getState().choosePreset(name);
    for (const side of sides) {
      for (const { diagram, list } of stateDiagramsOf(side)(store.getState())) {
        expect(stateDiagramText(diagram)).toContain('stateDiagram-v2');
        expect(list).toHaveLength(diagram.transitions.length);
        for (const { rules } of list) expect(rules.length).toBeGreaterThan(0);
      }
    }
  }
});
