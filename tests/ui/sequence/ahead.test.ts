import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ahead } from '#ui/sequence/ahead.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function idleCallbacks() {
  const waiting = new Map<number, () => void>();
  let handles = 0;
  vi.stubGlobal('requestIdleCallback', (act: () => void) => {
    handles += 1;
    waiting.set(handles, act);
    return handles;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle));
  return () => {
    const acts = [...waiting.values()];
    waiting.clear();
    for (const act of acts) act();
  };
}

it.each(['with idle callbacks', 'with a timer'])(
  'does the newest work alone, once, and none that was cancelled: %s',
  (how) => {
    const pass = how === 'with a timer' ? () => vi.runAllTimers() : idleCallbacks();
    const done: string[] = [];
    const ahead = new Ahead();
    ahead.plan(() => done.push('first'));
    ahead.plan(() => done.push('second'));
    expect(done).toEqual([]);
    pass();
    pass();
    expect(done).toEqual(['second']);
    ahead.plan(() => done.push('third'));
    ahead.cancel();
    pass();
    expect(done).toEqual(['second']);
  },
);

it('may plan more from within its work', () => {
  const done: number[] = [];
  const ahead = new Ahead();
  const work = () => {
    if (done.push(done.length) < 3) ahead.plan(work);
  };
  ahead.plan(work);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2]);
});
