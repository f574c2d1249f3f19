/** The code that a message has after it was written on: its old code and a distance, the same for as many as can be. */
import type { Known } from './known.ts';
import { allOf, anyOf, chosen } from './known.ts';

export interface Step {
  /** When the value is written that makes this step. */
  readonly when: Known;
  readonly from: number;
  readonly to: number;
}

/** What the variable becomes; `isOneOf` says that it has one of some codes. */
export function moved(variable: string, steps: readonly Step[], isOneOf: (codes: readonly number[]) => Known): string {
  const byDistance = new Map<number, Map<Known, number[]>>();
  for (const { when, from, to } of steps) {
    const cases = byDistance.get(to - from) ?? new Map<Known, number[]>();
    cases.set(when, [...(cases.get(when) ?? []), from]);
    byDistance.set(to - from, cases);
  }
  byDistance.delete(0);
  return chosen([
    ...[...byDistance].map(([distance, cases]) => ({
      when: anyOf([...cases].map(([when, codes]) => allOf([when, isOneOf(codes)]))),
      text: distance < 0 ? `${variable} - ${-distance}` : `${variable} + ${distance}`,
    })),
    { when: true, text: variable },
  ]);
}
