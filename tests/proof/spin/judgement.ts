/** Our search and SPIN's on the same system, put into words that can be compared. */
import { promelaOf } from '#check/promela/promela.ts';
import type { Search, SearchResult } from '#check/search.ts';
import type { Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import type { Claims, PanResult } from './pan.ts';
import { runPan } from './pan.ts';

/** What both have to agree on: how many states, events and ends there are, and how it stands with each property. */
export interface Judgement {
  readonly states: number;
  readonly transitions: number;
  readonly ends: number;
  readonly properties: Readonly<Record<string, string>>;
}

export function ourJudgement({ states, transitions, ends, properties }: SearchResult): Judgement {
  return {
    states,
    transitions,
    ends,
    properties: Object.fromEntries(
      properties.map(({ property, count, cameUp }) => [property.id, words(property, count, cameUp)]),
    ),
  };
}

/** @throws {Error} where SPIN stopped at an error of the model. */
export function spinsJudgement(
  { states, transitions, claims, errors, output }: PanResult,
  properties: readonly Property[],
): Judgement {
  if (errors > 0) throw new Error(`SPIN found an error in the model:\n${output}`);
  const { byId, states: watched, rests }: Claims = claims ?? { states: 0, rests: 0, byId: new Map() };
  if (watched !== states) throw new Error(`SPIN looked at ${watched} of ${states} states`);
  return {
    states,
    transitions: transitions - 1,
    ends: rests,
    properties: Object.fromEntries(
      properties.map((property) => {
        const { count, cameUp } = byId.get(property.id) ?? { count: Number.NaN, cameUp: 0 };
        return [property.id, words(property, count, cameUp > 0)];
      }),
    ),
  };
}

/** SPIN's judgement of a system; its queues have room for `slots` messages. */
export async function judgedBySpin(system: System, properties: readonly Property[], slots: number): Promise<Judgement> {
  return spinsJudgement(await runPan(promelaOf(system, properties, { slots })), properties);
}

/** The most messages that a finished search met in one queue, and 1 at least. */
export function longestQueue(search: Search): number {
  let longest = 1;
  for (let number = search.progress().states - 1; number >= 0; number--) {
    for (const { length } of search.state(number).queues) longest = Math.max(longest, length);
  }
  return longest;
}

function words({ modality }: Property, count: number, cameUp: boolean): string {
  const holds = count > 0 === (modality === 'sometimes');
  return `${holds ? 'holds' : 'fails'}, in ${count} states, ${cameUp ? 'came up' : 'never came up'}`;
}
