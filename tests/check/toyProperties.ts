/** Claims about the toy, and its smallest space: one question, no loss, no copy, 14 states. */
import type { Search } from '#check/search.ts';
import { startSearch } from '#check/startSearch.ts';
import { holds, is, isNot, lacks } from '#model/condition.ts';
import type { Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import { replay } from '#run/runText.ts';
import type { Trace } from '#run/trace.ts';
import type { ToyBasis, ToyOptions } from '../model/toySystem.ts';
import { mood, voice } from '../model/toySystem.ts';

type Parts = Pick<Property<ToyBasis>, 'modality' | 'claim' | 'premise'>;

export function toyProperty(id: string, parts: Parts): Property<ToyBasis> {
  return { id, title: id, meaning: id, basis: 'T-ask', ...parts };
}

export const patient = toyProperty('patient', { modality: 'always', claim: isNot(mood, 'resigned', 'T-patience') });
export const heard = toyProperty('heard', {
  modality: 'atRest',
  premise: isNot(mood, 'idle', 'T-ask'),
  claim: is(mood, 'content', 'T-hear'),
});
export const canSpeak = toyProperty('canSpeak', { modality: 'always', claim: holds(voice, 'T-voice') });
export const hoarseOnce = toyProperty('hoarseOnce', { modality: 'sometimes', claim: lacks(voice, 'T-voice') });

export const smallest: ToyOptions = { most: 1, losses: 0, copies: 0 };

/** A search that has seen all states. */
export function searched(system: System, properties: readonly Property[] = []): Search {
  const search = startSearch(system, properties);
  while (!search.advance(1_000));
  return search;
}

/** A run by its event texts. @throws {Error} if one of them does not fit. */
export function traced(system: System, ...texts: readonly string[]): Trace {
  const { trace, stopped } = replay(system, texts);
  if (stopped !== undefined) throw new Error(stopped.reason);
  return trace;
}
