/** What each sentence of the contribution is worth, and what of the text a run, or all runs, have used. */
import { boundWords } from '#check/boundWords.ts';
import type { Coverage } from '#check/coverage.ts';
import { coverageOfRun } from '#check/coverage.ts';
import type { FailsWithout, SentenceWorth } from '#check/sentenceWorth.ts';
import { sayBeside } from '#check/worthWords.ts';
import type { DetachSystem } from '#detach/detach.ts';
import type { Trace } from '#run/trace.ts';
import type { WorthsAnswer } from '#shell/checkMessages.ts';
import type { BasisId } from '#spec/basis.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import { actorName } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface SentenceView {
  readonly id: BasisId;
  /** Where it stands, and its force. */
  readonly source: string;
  readonly text: string;
  readonly fails: readonly FailsWithout[];
  /** What there is to say beside the claims that fail. */
  readonly words: string;
  /** In how many steps of the run in view something was done, or a condition met, that rests on it. */
  readonly inRun: number;
  /** The same over all runs; undefined where not all states were seen. */
  readonly inSpace: number | undefined;
}

export interface SentencesView {
  readonly sentences: readonly SentenceView[];
  /** Rules that no run takes, in words; undefined where that is not known. */
  readonly dead: readonly string[] | undefined;
  /** Phases that no run reaches; undefined where that is not known. */
  readonly unreached: readonly string[] | undefined;
  /** What else the rules rest on and no run has used. */
  readonly unused: readonly string[] | undefined;
  /** The faults within which no run does any of this: "with at most 1 loss and no duplication". */
  readonly bound: string;
}

export function sentencesView(answer: WorthsAnswer, { run }: Pick<WalkState, 'run'>): SentencesView {
  return viewFor(answer, run.trace, run.step);
}

const viewFor = lastOf(({ worths, space, dead }: WorthsAnswer, trace: Trace, step: number): SentencesView => {
  const used = usesOf(coverageOfRun({ ...trace, steps: trace.steps.slice(0, step) }));
  const inAll = space === undefined ? undefined : usesOf(space);
  const bound = boundWords((trace.system as DetachSystem).parts.variant);
  const own = new Set<string>(worths.map(({ id }) => id));
  return {
    sentences: worths
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map((worth) => ({
        id: worth.id,
        source: `${worth.clause}, ${worth.force}`,
        text: describeBasis(worth.id).text,
        fails: worth.fails,
        words: sayBeside(worth, bound),
        inRun: used.get(worth.id) ?? 0,
        inSpace: inAll === undefined ? undefined : (inAll.get(worth.id) ?? 0),
      })),
    dead: dead?.map((id) => {
      const { actor, title } = trace.system.rule(id);
      return `${actorName(actor)}: ${title}`;
    }),
    unreached: space?.phases.filter(({ states }) => states === 0).map(({ words }) => words),
    unused: space?.sentences
      .filter(({ basis, acts, conditions }) => acts + conditions === 0 && !own.has(basis) && isBasisId(basis))
      .map(({ basis }) => {
        const { clause, text } = describeBasis(basis as BasisId);
        return `${clause}: ${text}`;
      }),
    bound,
  };
});

/** What matters comes first: claims that fail without it, then what else changes, then what nothing tests. */
function rankOf({ fails, trouble, changes }: SentenceWorth): number {
  if (fails.length > 0) return 0;
  if (trouble !== undefined) return 1;
  return changes ? 2 : 3;
}

function usesOf({ sentences }: Coverage): ReadonlyMap<string, number> {
  return new Map(sentences.map(({ basis, acts, conditions }) => [basis, acts + conditions]));
}
