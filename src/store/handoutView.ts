/** What a printed page says around the diagram: which run on which reading, and the sentence behind each step. */
import { basisOfStep } from '#chart/stepBasis.ts';
import { boundWords } from '#check/boundWords.ts';
import { reading } from './readingView.ts';
import { session, titleOf } from './view.ts';
import type { WalkState } from './walkState.ts';
import { hidesClause, hidesNext } from './walkState.ts';

interface HandoutStep {
  readonly number: number;
  /** What happens, in full words. */
  readonly title: string;
  /** The sentence that it rests on, in our own words. */
  readonly sentence: string;
  /** "TR 24.801 8.4.3.2, shall". */
  readonly source: string;
  /** Comes after the step in view. */
  readonly later: boolean;
}

export interface Handout {
  readonly title: string;
  /** What to look at; nothing where what comes next is hidden. */
  readonly look: string;
  /** "As tabled", or a preset and what differs from it. */
  readonly reading: string;
  readonly bound: string;
  readonly place: string;
  readonly steps: readonly HandoutStep[];
}

export function handout(state: WalkState): Handout {
  const { scenario, variant, run } = state;
  const { trace, step } = run;
  const hideNext = hidesNext(state);
  const concrete = session(state);
  const shown = hideNext ? trace.steps.slice(0, step) : trace.steps;
  return {
    title: scenario.title,
    look: hideNext ? '' : scenario.look,
    reading: readingWords(state),
    bound: boundWords(variant),
    place: hideNext ? `Step ${step}` : `Step ${step} of ${trace.steps.length}`,
    steps: shown.map((each, index) => {
      const { text, clause, force, confidence } = basisOfStep(each);
      return {
        number: index + 1,
        title: titleOf(trace, index, each.event, concrete),
        // What is asked is not given away on paper.
        sentence: hidesClause(state) && index === step - 1 ? 'Which sentence it rests on is asked in Learn.' : text,
        source:
          hidesClause(state) && index === step - 1
            ? ''
            : [clause, force, ...(confidence === 'unconfirmed' ? ['unconfirmed'] : [])].join(', '),
        later: index >= step,
      };
    }),
  };
}

function readingWords(state: WalkState): string {
  const { preset, isPreset, groups } = reading(state);
  if (isPreset) return preset.title;
  const own = groups
    .flatMap(({ choices }) => choices)
    .filter(({ presetHas }) => presetHas !== undefined)
    .map(({ words, value, values }) => `${words}: ${values.find((each) => each.value === value)?.words ?? value}`);
  return `${preset.title}, but for ${own.join('; ')}`;
}
