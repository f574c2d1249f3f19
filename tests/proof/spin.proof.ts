/** Our search, judged by SPIN: the same states, one for one, and the same verdict on every property, reading by reading. */
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchReading } from '#check/checkReading.ts';
import { inTurn } from './spin/inTurn.ts';
import type { Judgement } from './spin/judgement.ts';
import { judgedBySpin, longestQueue, ourJudgement } from './spin/judgement.ts';
import { requireSpin } from './spin/programs.ts';
import { spinReadings } from './spin/spinReadings.ts';

/** Larger spaces are for the bench. */
const mostStates = 30_000;
const fewestReadings = 200;

const began = performance.now();
const judged = spinReadings.flatMap(({ name, variant }) => {
  const { system, search } = searchReading(variant, { limits: { states: mostStates } });
  while (!search.advance(mostStates));
  const result = search.result();
  if (result.stopped !== undefined) return [];
  const properties = result.properties.map(({ property }) => property);
  const slots = longestQueue(search);
  return [{ name, ours: ourJudgement(result), bySpin: () => judgedBySpin(system, properties, slots) }];
});

describe('SPIN finds what our search finds', () => {
  let answers: readonly Promise<Judgement>[] = [];
  beforeAll(() => {
    requireSpin();
    answers = inTurn(
      judged.map(({ bySpin }) => bySpin),
      availableParallelism(),
    );
  });
  afterAll(() => {
    const states = judged.reduce((sum, { ours }) => sum + ours.states, 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`SPIN: ${judged.length} readings, ${states} states, ${seconds} s`);
  });

  it(`on ${fewestReadings} readings at least`, () => {
    expect(judged.length).toBeGreaterThanOrEqual(fewestReadings);
  });
  it.each(judged.map((each, at) => ({ ...each, at })))('$name', async ({ ours, at }) => {
    expect(await answers[at]).toEqual(ours);
  });
});
