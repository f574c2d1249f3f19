/** The work behind each request to the checker, as a generator: what it yields is its progress, and what it is told is whether to stop. */
import { checkedSystem, searchReading } from '#check/checkReading.ts';
import type { CheckReport } from '#check/checkReport.ts';
import { reportOf, withFields } from '#check/checkReport.ts';
import { compareReadings } from '#check/compareReadings.ts';
import { coverageOfSpace, deadRules } from '#check/coverage.ts';
import { findingsOf } from '#check/findings.ts';
import type { Done } from '#check/longWork.ts';
import type { MatrixRow } from '#check/matrix.ts';
import { checkMatrix, matrixReadings } from '#check/matrix.ts';
import { phaseTable } from '#check/phasePairs.ts';
import { readProperties } from '#check/propertyText.ts';
import { findRepairs } from '#check/repair.ts';
import type { Search } from '#check/search.ts';
import type { SentenceWorth } from '#check/sentenceWorth.ts';
import { sentenceWorths } from '#check/sentenceWorth.ts';
import { startSearch } from '#check/startSearch.ts';
import { stateGraph } from '#check/stateGraph.ts';
import { judgeState } from '#check/stateVerdict.ts';
import type { DetachSystem } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { bestRun } from '#learn/bestRun.ts';
import { findChallenge } from '#learn/challenges.ts';
import type { Property } from '#model/property.ts';
import { replay } from '#run/runText.ts';
import { stateAt } from '#run/trace.ts';
import type {
  Answer,
  ChallengeRequest,
  CheckProgress,
  CheckRequest,
  CompareRequest,
  OwnClaim,
  ReadingAnswer,
  ReadingRequest,
  RepairsRequest,
  SpaceRequest,
  Unfinished,
  WorthsRequest,
} from './checkMessages.ts';

/** What goes on as often as it is asked to, told each time whether it shall stop where it is. */
export type Job<Result = Answer> = Generator<CheckProgress, Result, boolean>;

/** A search is told to go on for so many states at first, then for as many as take about this long. */
const FIRST_STATES = 2_000;
const STRETCH_MILLISECONDS = 12;
/** What a search may take of the memory of a browser. */
const MOST_OCTETS = 1_500_000_000;
/** More states than this are not looked at one by one by the interpreter: that would take minutes. */
const MOST_COVERED = 200_000;

/** The work for a request. */
export function jobOf(request: CheckRequest): Job {
  switch (request.type) {
    case 'reading':
      return checkReading(request);
    case 'repairs':
      return repairs(request);
    case 'worths':
      return worths(request);
    case 'space':
      return space(request);
    case 'matrix':
      return matrix();
    case 'compare':
      return compare(request);
    case 'challenge':
      return challenge(request);
    default:
      throw request satisfies never;
  }
}

function* checkReading({ variant, own: ownText, milliseconds }: ReadingRequest): Job<ReadingAnswer> {
  const began = performance.now();
  const system = checkedSystem(variant);
  const own = readProperties(system, ownText);
  const ownProperties = own.ok ? own.value : [];
  const properties: readonly Property[] = [...withFields(propertiesOf(system.parts)), ...named(ownProperties)];
  const search = startSearch(system, properties, { octets: MOST_OCTETS });
  const ended = yield* searchOn(search, began, milliseconds);
  const report = reportOf(system, search);
  const unfinished =
    ended ?? (report.stopped !== undefined ? 'memory' : report.broken !== undefined ? 'fault' : undefined);
  // A search that was left is bounded, too: what was not seen may not be taken to hold.
  const said: CheckReport = ended === undefined ? report : { ...report, stopped: 'bound' };
  const { states, transitions, depth, ends, octets, termination } = report;
  return {
    findings: findingsOf(variant, said),
    unfinished,
    states,
    transitions,
    depth,
    ends,
    octets,
    milliseconds: performance.now() - began,
    everyRunEnds: termination.type === 'not finished' ? undefined : termination.type === 'every run ends',
    own: ownProperties.map((property) => ownClaim(system, property, said)),
    ...(own.ok ? {} : { ownError: own.error }),
  };
}

/** Goes on with a search to its end, the end of the time, or until it is told to stop; says which of the latter it was. */
function* searchOn(
  search: Search,
  began: number,
  milliseconds = Number.POSITIVE_INFINITY,
): Generator<CheckProgress, Exclude<Unfinished, 'memory' | 'fault'> | undefined, boolean> {
  let stretch = FIRST_STATES;
  for (;;) {
    const from = performance.now();
    const done = search.advance(stretch);
    const now = performance.now();
    const { allSeen, ...seen } = search.progress();
    if (done) return undefined;
    if (!allSeen && now - began >= milliseconds) return 'time';
    stretch = Math.max(FIRST_STATES, Math.round((stretch * STRETCH_MILLISECONDS) / Math.max(1, now - from)));
    const stop = yield { type: 'search', ...seen, milliseconds: now - began, ending: allSeen };
    // What is known of the claims is final once all states were seen; whether every run ends is then left open.
    if (stop) return allSeen ? undefined : 'stopped';
  }
}

/** One's own properties by names that no other property has. */
function named(properties: readonly Property[]): readonly Property[] {
  return properties.map((property) => ({ ...property, id: ownId(property.id) }));
}

function ownId(id: string): string {
  return `own/${id}`;
}

function ownClaim(system: DetachSystem, property: Property, report: CheckReport): OwnClaim {
  const found = report.properties.find(({ id }) => id === ownId(property.id));
  if (found === undefined) throw new Error(`the search did not watch ${property.id}`);
  const { id, title, meaning, modality } = property;
  const trace = found.run === undefined ? undefined : replay(system, found.run).trace;
  const end = trace === undefined || modality === 'sometimes' ? undefined : stateAt(trace, trace.steps.length);
  return {
    id,
    sentence: title,
    meaning,
    modality,
    verdict: found.verdict,
    ofNothing: found.verdict === 'holds' && !found.cameUp,
    run: found.run,
    false: end === undefined ? [] : judgeState(system, end, property).false,
  };
}

function* repairs({ variant }: RepairsRequest): Job<Answer<'repairs'>> {
  return (yield* inPieces(findRepairs(variant))) ?? [];
}

function* worths({ variant }: WorthsRequest): Job<Answer<'worths'>> {
  const found: SentenceWorth[] = [];
  const all = yield* inPieces(sentenceWorths(variant), ({ latest }) => found.push(latest));
  if (all === undefined) return { worths: found, space: undefined, dead: undefined };
  const { system, search } = searchReading(variant, { limits: { states: MOST_COVERED } });
  yield* searchOn(search, performance.now());
  const report = reportOf(system, search);
  const space = report.stopped === undefined ? yield* inPieces(coverageOfSpace(system, search)) : undefined;
  return { worths: all, space, dead: deadRules(report) };
}

function* space({ variant }: SpaceRequest): Job<Answer<'space'>> {
  const { system, search } = searchReading(variant, { limits: { states: MOST_COVERED } });
  const properties = propertiesOf(system.parts);
  yield* searchOn(search, performance.now());
  const { states, depth } = search.progress();
  const graph = stateGraph(system, search, properties);
  const table = graph === undefined ? yield* inPieces(phaseTable(system, search, properties)) : undefined;
  return { states, depth, graph, table };
}

function* matrix(): Job<Answer<'matrix'>> {
  const rows: MatrixRow[] = [];
  yield* inPieces(checkMatrix(matrixReadings()), ({ row }) => rows.push(row));
  return rows;
}

function* compare({ a, b }: CompareRequest): Job<Answer<'compare'>> {
  const comparison = yield* inPieces(compareReadings(a, b));
  if (comparison === undefined) return undefined;
  const { gained = [], lost = [] } = comparison.spaces?.events ?? {};
  return { ...comparison, titles: { ...titlesOf(a, lost), ...titlesOf(b, gained) } };
}

function* challenge({ name }: ChallengeRequest): Job<Answer<'challenge'>> {
  const found = findChallenge(name);
  if (found === undefined) return undefined;
  const began = performance.now();
  const work = bestRun(found);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    const milliseconds = performance.now() - began;
    if (yield { type: 'search', ...step.value, transitions: 0, milliseconds, ending: false }) return undefined;
  }
}

/** What the rules behind some events are called: each is looked for in the states nearest to the start, where it is soon found. */
function titlesOf(variant: Variant, events: readonly string[]): Readonly<Record<string, string>> {
  const { system, search } = searchReading(variant, { limits: { states: MOST_COVERED } });
  const wanted = new Set(events);
  const titles: Record<string, string> = {};
  while (wanted.size > 0 && !search.advance(FIRST_STATES));
  for (let number = 0; wanted.size > 0 && number < search.progress().states; number++) {
    for (const { text, rule } of system.enabled(search.state(number))) {
      if (wanted.delete(text)) titles[text] = system.rule(rule).title;
    }
  }
  return titles;
}

/** Does work to its end, and hands each piece on; undefined where it is told to stop before. */
function* inPieces<Piece extends Done, Result>(
  work: Generator<Piece, Result>,
  onPiece: (piece: Piece) => void = () => undefined,
): Generator<CheckProgress, Result | undefined, boolean> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    onPiece(step.value);
    const { done, of } = step.value;
    if (yield { type: 'pieces', done, of }) return undefined;
  }
}
