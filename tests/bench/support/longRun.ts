/**
 * Long runs for measuring: the UE's detach with its DELETE request copied and answered over and over, so that at most two messages are in
 * flight; and what the page must show at each of their steps, made from the same store without a page.
 */
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { diagramRows, diagramTail } from '#store/view.ts';
import { createWalkStore, type WalkStore } from '#store/walkStore.ts';

const opening = ['detach buThenDelete', 'deliver bindingUpdate', 'deliver bindingAck:0'];
/** One copy and one response more, the original still in flight. */
const round = ['duplicate deleteRequest', 'deliver deleteRequest', 'deliver deleteResponse'];

/** An address's fragment for a run of this many messages, at least 10 and even. @throws {RangeError} on another number. */
export function longRunFragment(messages: number): string {
  return `scenario=ue-initiated&events=${encodeURIComponent(longRunEvents(messages).join(','))}`;
}

function longRunEvents(messages: number): readonly string[] {
  if (messages < 10 || messages % 2 !== 0) throw new RangeError(`no long run of ${messages} messages`);
  // BU, BA and DELETE request are there before the first round; it ends with a copy beside the original, so that Step has more to do.
  const rounds = Array.from({ length: (messages - 4) / 2 }, () => round);
  return [...opening, ...rounds.flat(), 'duplicate deleteRequest'];
}

/** The same run in a store of its own. @throws {Error} if its events do not fit. */
export function openLongRun(messages: number): WalkStore {
  const walk = createWalkStore();
  walk.getState().load({ scenario: 'ue-initiated', events: longRunEvents(messages).join(',') });
  const { notice, run } = walk.getState();
  if (notice !== undefined || run.trace.messages.length !== messages) {
    throw new Error(`the long run has ${run.trace.messages.length} messages: ${notice}`);
  }
  return walk;
}

/** The keys of the rows that must be marked as current at each step of the run, sorted. */
export function currentKeys(walk: WalkStore): readonly (readonly string[])[] {
  const state = walk.getState();
  const byStep = Array.from({ length: state.run.trace.steps.length + 1 }, () => new Set<string>());
  for (const row of diagramRows(state)) {
    byStep[row.step]?.add(row.key);
    const sent = sentStep(row);
    if (sent !== undefined && sent > 0) byStep[sent]?.add(row.key);
  }
  for (const [step, keys] of byStep.entries()) {
    const tail = diagramTail({ ...state, run: { ...state.run, step } });
    for (const row of tail) if (row.step === step || (step > 0 && sentStep(row) === step)) keys.add(row.key);
  }
  return byStep.map((keys) => [...keys].sort());
}

function sentStep(row: SequenceRow): number | undefined {
  return row.kind === 'message' ? row.sentStep : undefined;
}
