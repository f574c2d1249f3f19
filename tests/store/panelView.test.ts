import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { actorPanels, saMarks } from '#store/panelView.ts';
import { walkAt } from './walkAt.ts';

function marks(store: ReturnType<typeof walkAt>, side: 'ue' | 'pdnGw' = 'ue') {
  return actorPanels(side)(store.getState()).map(({ phaseChanged, changed }) => ({ phaseChanged, rows: [...changed] }));
}

describe('what the last step changed', () => {
  it('is nothing at the start', () => {
    for (const side of ['ue', 'pdnGw'] as const)
      expect(marks(walkAt(), side)).toEqual([{ phaseChanged: false, rows: [] }]);
  });

  it('is the phase, the binding, the timer that starts and the PDN connection, once the BU is sent', () => {
    expect(marks(walkAt({ step: '1' }))).toEqual([{ phaseChanged: true, rows: ['binding', 'timer', 'pdn'] }]);
    expect(marks(walkAt({ step: '1' }), 'pdnGw')).toEqual([{ phaseChanged: false, rows: [] }]);
  });

  it('is another timer in place of one', () => {
    const store = walkAt({ step: '3' });
    const [panel] = actorPanels('ue')(store.getState());
    expect(panel?.panel.timers.map(({ name }) => name)).toEqual(['T-IKE']);
    expect(marks(store)[0]?.rows).toContain('timer');
  });

  it('is a repeated request, and not the clock that runs', () => {
    const store = walkAt({ step: '2' });
    store.getState().setTiming({ latencyMilliseconds: 400 });
    const timerAt = (step: number) => {
      store.getState().jump(step);
      return actorPanels('ue')(store.getState())[0]?.panel.rows.find(({ key }) => key === 'timer')?.value;
    };
    expect(timerAt(2)).not.toBe(timerAt(1));
    store.getState().jump(2);
    expect(marks(store)[0]?.rows).toEqual([]);
    store.getState().lose();
    expect(marks(store)[0]?.rows).toEqual([]);
    store.getState().fireTimer();
    expect(marks(store)[0]?.rows).toEqual(['timer']);
  });

  it('is marked for the PDN connection that it is of', () => {
    const store = walkAt({ scenario: 'one-of-two', step: '2' });
    expect(marks(store).map(({ phaseChanged }) => phaseChanged)).toEqual([false, true]);
  });
});

describe('the panels of every scenario', () => {
  it('have at most five rows, the same at each step', () => {
    for (const { name } of scenarios) {
      const store = walkAt({ scenario: name });
      for (const side of ['ue', 'pdnGw'] as const) {
        const keys = () => actorPanels(side)(store.getState()).map(({ panel }) => panel.rows.map(({ key }) => key));
        store.getState().jump(0);
        const first = keys();
        for (const rows of first) expect(rows.length).toBeLessThanOrEqual(5);
        for (let step = 1; step <= store.getState().run.trace.steps.length; step++) {
          store.getState().jump(step);
          expect(keys()).toEqual(first);
        }
      }
    }
  });
});

describe('the marks of the SAs', () => {
  it('go from up over closing to gone', () => {
    const store = walkAt();
    const seen = [0, 3, 5].map((step) => {
      store.getState().jump(step);
      return saMarks(store.getState())[0]?.pairs.map(({ ue, pdnGw }) => `${ue} ${pdnGw}`);
    });
    expect(seen).toEqual([
      ['up up', 'up up', 'up up'],
      ['closing up', 'closing up', 'closing up'],
      ['gone gone', 'gone gone', 'gone gone'],
    ]);
  });

  it('are marked as changed at the step that changed them, and at no other', () => {
    const store = walkAt();
    const changed = [0, 1, 2, 3, 4, 5].map((step) => {
      store.getState().jump(step);
      return saMarks(store.getState())[0]?.pairs.map((pair) => [pair.changed.ue, pair.changed.pdnGw].join());
    });
    const none = ['false,false', 'false,false', 'false,false'];
    const ue = ['true,false', 'true,false', 'true,false'];
    const pdnGw = ['false,true', 'false,true', 'false,true'];
    expect(changed).toEqual([none, none, none, ue, pdnGw, ue]);
  });
});
