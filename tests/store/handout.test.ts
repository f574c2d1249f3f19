import { expect, it } from 'vitest';
import { handout } from '#store/handoutView.ts';
import { walkAt } from './walkAt.ts';

it('has every step with its sentence, and tells those after the one in view', () => {
  const { title, place, steps, reading, bound } = handout(walkAt({ scenario: 'h-03', step: '4' }).getState());
  expect([title, place, reading]).toEqual(['H-03: The BA is lost', 'Step 4 of 8', 'As tabled']);
  expect(bound).toContain('at most 1 loss');
  expect(steps.map(({ later }) => later)).toEqual([false, false, false, false, true, true, true, true]);
  expect(steps[0]).toMatchObject({ number: 1, source: 'TR 24.801 8.4.3.2, shall' });
});

it('gives away nothing that is hidden on the screen', () => {
  const walk = walkAt({ scenario: 'h-03', step: '4' });
  walk.getState().set({ hideNext: true });
  expect(handout(walk.getState())).toMatchObject({ look: '', place: 'Step 4', steps: { length: 4 } });
  walk.getState().set({ hideNext: false });
  walk.getState().ask('clause');
  const { steps } = handout(walk.getState());
  expect(steps).toHaveLength(8);
  expect(steps[3]).toMatchObject({ sentence: 'Which sentence it rests on is asked in Learn.', source: '' });
  expect(steps[2]?.source).not.toBe('');
});
