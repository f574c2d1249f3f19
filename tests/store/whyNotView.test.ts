import { expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { notPossible } from '#store/view.ts';
import { createWalkStore } from '#store/walkStore.ts';
import { whyNotPossible } from '#store/whyNotView.ts';
import { walkAt } from './walkAt.ts';

it('says for every failing condition of every scenario what is so instead, and its clause', () => {
  let seen = 0;
  for (const { name } of scenarios) {
    const store = walkAt({ scenario: name });
    for (let step = 0; step <= store.getState().run.trace.steps.length; step++) {
      store.getState().jump(step);
      const refused = whyNotPossible(store.getState());
      expect(refused).toHaveLength(notPossible(store.getState()).length);
      for (const failing of refused.flatMap((each) => each.failing)) {
        seen += 1;
        expect(failing.now, `${name} ${step}: ${failing.needs}`).not.toBe('');
        expect(failing.now).not.toBe(failing.needs);
        expect(failing.clause).not.toBe('');
      }
    }
  }
  expect(seen).toBeGreaterThan(1000);
});

it('names what the message in flight is, where a rule needs another', () => {
  const now = whyNotPossible(walkAt({ step: '1' }).getState()).flatMap((each) => each.failing.map((one) => one.now));
  expect(now).toContain('the message is as it was sent');
  expect(now.some((words) => words.startsWith('in flight: bindingUpdate'))).toBe(true);
});

it('names the actor of each rule', () => {
  for (const { title } of whyNotPossible(walkAt().getState())) expect(title).toMatch(/^(UE|PDN GW|Network): /);
});

it('says what a refused rule would do, what holds now, and on what it rests', () => {
  const store = createWalkStore();
  store.getState().jump(1);
  const refused = whyNotPossible(store.getState()).find((each) => each.key === 'ue.detach.buThenDelete');
  const becomes = refused?.would.find((each) => each.words === 'the UE is awaiting the BA');
  expect(becomes?.now).toBe('the UE is awaiting the BA');
  expect(becomes?.clause).toBe('RFC 3775 11.7.3');
  const send = refused?.would.find((each) => each.words.startsWith('send: the message is a Binding Update'));
  expect(send?.clause).toContain('TR 24.801 8.4.3.2');
});
