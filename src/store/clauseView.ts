/** The clause as running text, the open points with their candidate answers, and the two differences from I-WLAN. */
import { contrast } from '#detach/scenariosOfContrast.ts';
import type { ParameterName } from '#detach/variant.ts';
import { isParameterName } from '#detach/variant.ts';
import type { BasisDescription } from '#spec/basis.ts';
import { describeBasis } from '#spec/basis.ts';
import { acknowledgementEffects, candidates, ffsPoints } from '#spec/ffs.ts';
import { gaps } from '#spec/gaps.ts';
import { informativeReport, requirements } from '#spec/requirements.ts';
import { lastOf } from './lastOf.ts';
import { sentenceInView } from './view.ts';
import type { WalkState } from './walkState.ts';

export const informative = informativeReport;
export const openPoints = { points: ffsPoints, candidates, acknowledgementEffects, gaps };
export const iWlanContrast = {
  columns: contrast.columns,
  rows: contrast.rows.map((row) => ({ ...row, sentence: describeBasis(row.basis).text })),
};

/** The sentences of each clause, in the order of the text; the discussion part last, since it is no change text. */
export const clauseTexts = ['8.4.3', '8.4.3.1', '8.4.3.2', '8.4.3.3', 'Discussion'].map((clause) => ({
  clause,
  sentences: requirements.filter((each) => each.clause === clause),
}));

const sentenceIds: ReadonlySet<string> = new Set(requirements.map(({ id }) => id));

const basesFor = lastOf((step: WalkState['run']['trace']['steps'][number] | undefined, main: BasisDescription) => {
  const effects = step?.effects ?? [];
  const all = new Set(
    effects.flatMap((effect) => {
      // What is written for properties only is nothing that the text asks for.
      const observed = effect.type === 'changed' && effect.field.role === 'observer';
      return 'basis' in effect && !observed ? [effect.basis as string] : [];
    }),
  );
  return { main: main.id as string, all, elsewhere: sentenceIds.has(main.id) ? undefined : main };
});

/**
 * The sentence lit at the step in view, the same that the closed form shows; all that the step rests on; and that sentence
 * in full where it stands `elsewhere`, not in the contribution.
 */
export function basesInView(state: WalkState) {
  return basesFor(state.run.trace.steps[state.run.step - 1], sentenceInView(state));
}

/** What a candidate's note of the model sets: "notification=bri, acknowledgement=yes" as names and values. */
export function choicesOf(modelled: string | null): readonly (readonly [ParameterName, string])[] {
  if (modelled === null) return [];
  return modelled.split(',').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=').map((each) => each.trim());
    return isParameterName(name) ? [[name, value] as const] : [];
  });
}
