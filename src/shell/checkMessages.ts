/** What the page and the worker that checks tell each other. */
import type { Comparison } from '#check/compareReadings.ts';
import type { Coverage } from '#check/coverage.ts';
import type { Findings } from '#check/findings.ts';
import type { Done } from '#check/longWork.ts';
import type { MatrixRow } from '#check/matrix.ts';
import type { PhaseTable } from '#check/phasePairs.ts';
import type { Repair } from '#check/repair.ts';
import type { Verdict } from '#check/search.ts';
import type { SentenceWorth } from '#check/sentenceWorth.ts';
import type { StateGraph } from '#check/stateGraph.ts';
import type { FalsePart } from '#check/stateVerdict.ts';
import type { Variant } from '#detach/variant.ts';
import type { BestRun } from '#learn/bestRun.ts';
import type { Modality } from '#model/property.ts';

/** All runs of a reading. Without `milliseconds` the search goes on to its end, or until it is told to stop. */
export interface ReadingRequest {
  readonly type: 'reading';
  readonly variant: Variant;
  /** Properties of one's own, in their text form; empty for none. */
  readonly own: string;
  readonly milliseconds?: number;
}

/** The smallest change that repairs each claim that fails. */
export interface RepairsRequest {
  readonly type: 'repairs';
  readonly variant: Variant;
}

/** What each sentence is worth, and what the whole space has used. */
export interface WorthsRequest {
  readonly type: 'worths';
  readonly variant: Variant;
}

/** The states that can be reached, one by one where they are few, else by phases. */
export interface SpaceRequest {
  readonly type: 'space';
  readonly variant: Variant;
}

/** Every preset with every bound on the faults, with one and two PDN connections. */
export interface MatrixRequest {
  readonly type: 'matrix';
}

/** Two readings by what they allow. */
export interface CompareRequest {
  readonly type: 'compare';
  readonly a: Variant;
  readonly b: Variant;
}

/** The shortest run that solves a challenge. */
export interface ChallengeRequest {
  readonly type: 'challenge';
  readonly name: string;
}

export type CheckRequest =
  | ReadingRequest
  | RepairsRequest
  | WorthsRequest
  | SpaceRequest
  | MatrixRequest
  | CompareRequest
  | ChallengeRequest;

export interface SearchProgress {
  readonly type: 'search';
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly milliseconds: number;
  /** All states are seen: what is left is to look whether every run ends, in one go. */
  readonly ending: boolean;
}

/** What a search has done, or how many pieces of the work are done. */
export type CheckProgress = SearchProgress | (Done & { readonly type: 'pieces' });

/** Why not all states were seen: the time that was given, a person, the memory, or a fault in the rules. */
export type Unfinished = 'time' | 'stopped' | 'memory' | 'fault';

export interface OwnClaim {
  readonly id: string;
  readonly sentence: string;
  readonly meaning: string;
  readonly modality: Modality;
  readonly verdict: Verdict;
  /** Nothing that it speaks of came up. */
  readonly ofNothing: boolean;
  /** A shortest run that breaks it, or of `sometimes` bears it out. */
  readonly run: readonly string[] | undefined;
  /** What is false at the end of that run. */
  readonly false: readonly FalsePart[];
}

export interface ReadingAnswer {
  readonly findings: Findings;
  readonly unfinished: Unfinished | undefined;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** How many states are at rest. */
  readonly ends: number;
  readonly octets: number;
  readonly milliseconds: number;
  /** Undefined where that is not known, since not all states were seen. */
  readonly everyRunEnds: boolean | undefined;
  readonly own: readonly OwnClaim[];
  /** What is wrong with one's own properties on this reading, as one clause. */
  readonly ownError?: string;
}

export interface WorthsAnswer {
  readonly worths: readonly SentenceWorth[];
  /** Undefined where it was stopped before. */
  readonly space: Coverage | undefined;
  /** The rules that no run takes, by id; undefined where not all states were seen. */
  readonly dead: readonly string[] | undefined;
}

export interface SpaceAnswer {
  readonly states: number;
  readonly depth: number;
  readonly graph: StateGraph | undefined;
  /** Where there are too many states for a graph. */
  readonly table: PhaseTable | undefined;
}

export interface CompareAnswer extends Comparison {
  /** What the events are that one of the readings has alone, by their texts. */
  readonly titles: Readonly<Record<string, string>>;
}

interface Answers {
  readonly reading: ReadingAnswer;
  /** One for each property that fails; none for those that were not tried before it was stopped. */
  readonly repairs: readonly Repair[];
  readonly worths: WorthsAnswer;
  readonly space: SpaceAnswer;
  /** Those rows that were made before it was stopped. */
  readonly matrix: readonly MatrixRow[];
  /** Undefined where it was stopped before. */
  readonly compare: CompareAnswer | undefined;
  /** Undefined where it was stopped before, or where there is no such challenge. */
  readonly challenge: BestRun | undefined;
}

/** What a request of that type is answered with. */
export type Answer<Type extends CheckRequest['type'] = CheckRequest['type']> = Answers[Type];

export type CheckOrder =
  | { readonly type: 'ask'; readonly number: number; readonly request: CheckRequest }
  | { readonly type: 'stop'; readonly number: number };

export type CheckMessage =
  | { readonly type: 'progress'; readonly number: number; readonly progress: CheckProgress }
  /** The word to stop was heard: the answer comes as soon as what is known is put together. */
  | { readonly type: 'stopping'; readonly number: number }
  | { readonly type: 'answer'; readonly number: number; readonly answer: Answer }
  | { readonly type: 'failed'; readonly number: number; readonly sentence: string };
