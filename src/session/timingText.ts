/** Timing values as links and files carry them: those that differ from the defaults, `latencyMilliseconds` or `bindingUpdate.factor`. */
import type { TimingValues } from './timing.ts';
import { defaultTiming } from './timing.ts';

const plain = ['latencyMilliseconds', 'thinkMilliseconds', 'lifetimeUnits'] as const;
const backoffs = ['bindingUpdate', 'ikeDelete', 'notification'] as const;
const parts = ['firstMilliseconds', 'factor', 'capMilliseconds'] as const;

/** Where the values differ from the defaults; a cap that is none is `none`. */
export function timingPairs(timing: TimingValues): readonly (readonly [string, string])[] {
  const all = flat(timing);
  return [...flat(defaultTiming)].flatMap(([name, usual]) => {
    const value = all.get(name);
    return value === usual || value === undefined ? [] : [[name, value === null ? 'none' : String(value)] as const];
  });
}

/** The defaults with the pairs put in; `left` names the first that is no timing value. */
export function readTiming(pairs: Readonly<Record<string, string>>): {
  readonly timing: TimingValues;
  readonly left: string | undefined;
} {
  const values = new Map(flat(defaultTiming));
  let left: string | undefined;
  for (const [name, text] of Object.entries(pairs)) {
    const value = text === 'none' && name.endsWith('.capMilliseconds') ? null : Number(text === '' ? Number.NaN : text);
    const sound = values.has(name) && (value === null || (value >= 0 && value <= 3_600_000));
    if (sound) values.set(name, value);
    else left ??= name;
  }
  const number = (name: string) => values.get(name) ?? 0;
  const backoff = (name: (typeof backoffs)[number]) => ({
    name: defaultTiming[name].name,
    firstMilliseconds: number(`${name}.firstMilliseconds`),
    factor: number(`${name}.factor`),
    capMilliseconds: values.get(`${name}.capMilliseconds`) ?? null,
  });
  const timing: TimingValues = {
    latencyMilliseconds: number('latencyMilliseconds'),
    thinkMilliseconds: number('thinkMilliseconds'),
    lifetimeUnits: number('lifetimeUnits'),
    bindingUpdate: backoff('bindingUpdate'),
    ikeDelete: backoff('ikeDelete'),
    notification: backoff('notification'),
  };
  return { timing, left };
}

function flat(timing: TimingValues): ReadonlyMap<string, number | null> {
  return new Map<string, number | null>([
    ...plain.map((name) => [name, timing[name]] as const),
    ...backoffs.flatMap((name) => parts.map((part) => [`${name}.${part}`, timing[name][part]] as const)),
  ]);
}
