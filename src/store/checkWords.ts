/** What the checks come to, in words for the page: counts, bounds, rates and progress. */
import type { Settled } from '#check/findings.ts';
import type { Variant } from '#detach/variant.ts';
import type { CheckProgress, ReadingAnswer, Unfinished } from '#shell/checkMessages.ts';

/** "1 question", "7 questions", "no question". */
export function counted(count: number, one: string, several = `${one}s`): string {
  if (count === 0) return `no ${one}`;
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** What is said of a claim in a reading, in the one word that the whole page has for it. */
export type VerdictMark = 'fails' | 'differs' | 'holds' | 'open' | 'none';

export const verdictMarks: Readonly<Record<VerdictMark, string>> = {
  fails: 'Fails',
  differs: 'Differs',
  holds: 'Holds',
  open: 'Not finished',
  none: 'Not asked',
};

/** Of a claim that fails: a departure on purpose is a difference. */
export function markOfFailing(settled: Settled | undefined): 'fails' | 'differs' {
  return settled === 'changed on purpose' ? 'differs' : 'fails';
}

/** Said of what holds since it is never put to the test. */
export const ofNothingWords = 'of nothing: what it speaks of never comes about';

/** The bound in the few words that the first screen has room for: the faults that there may be. */
export function shortBound({ loss, duplication }: Variant): string {
  const losses = loss === 0 ? '' : `at most ${counted(loss, 'loss', 'losses')}`;
  const copies = duplication === 0 ? '' : `${loss === 0 ? 'at most ' : ''}${counted(duplication, 'duplicate')}`;
  const faults = [losses, copies].filter((each) => each !== '').join(' and ');
  return faults === '' ? 'with no loss' : `with ${faults}`;
}

const unfinishedWords: Readonly<Record<Unfinished, string>> = {
  time: 'after the first moment',
  stopped: 'as you have stopped it',
  memory: 'as the memory that a browser has was full',
  fault: 'as a rule asks for what cannot be',
};

/** Whether all states were seen, and why not: one sentence. */
export function finishedWords({ states, unfinished, findings }: ReadingAnswer): string {
  const seen = counted(states, 'state');
  if (unfinished === undefined) return `All ${seen} seen, ${findings.bound}.`;
  return `Not finished: ${seen} seen, ${unfinishedWords[unfinished]}. What does not fail so far is not known to hold.`;
}

/** The quiet line below a result: how large the space is, and what it took. */
export function measuredWords(answer: ReadingAnswer): string {
  const { states, transitions, depth, ends, milliseconds, octets, everyRunEnds } = answer;
  const parts = [
    counted(states, 'state'),
    counted(transitions, 'transition'),
    `depth ${depth}`,
    `${ends.toLocaleString('en')} at rest`,
    `${durationWords(milliseconds)}`,
    rateWords(transitions, milliseconds),
    octetsWords(octets),
  ];
  const measured = parts.filter((each) => each !== '').join(', ');
  return everyRunEnds === true ? `${measured}. Every run ends.` : `${measured}.`;
}

/** What is being done at the moment. */
export function progressWords(progress: CheckProgress | undefined): string {
  if (progress === undefined) return 'Begun';
  if (progress.type === 'pieces') return `${progress.done.toLocaleString('en')} of ${progress.of.toLocaleString('en')}`;
  const { states, transitions, depth, milliseconds, ending } = progress;
  if (ending) return `All ${counted(states, 'state')} seen; looking whether every run ends`;
  const rate = rateWords(transitions, milliseconds);
  return `${counted(states, 'state')}, ${counted(transitions, 'transition')}, depth ${depth}${rate === '' ? '' : `, ${rate}`}`;
}

/** A shorter search is made ready for longer than it runs. */
const MEASURABLE_MILLISECONDS = 250;

/** Transitions a second; nothing where too little was measured to say. */
function rateWords(transitions: number, milliseconds: number): string {
  if (milliseconds < MEASURABLE_MILLISECONDS) return '';
  const rate = (transitions * 1_000) / milliseconds;
  if (rate >= 1_000_000) return `${(rate / 1_000_000).toFixed(1)} million transitions a second`;
  return `${(Math.round(rate / 100) * 100).toLocaleString('en')} transitions a second`;
}

function durationWords(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function octetsWords(octets: number): string {
  if (octets === 0) return '';
  if (octets < 1_000_000) return `${Math.round(octets / 1_000).toLocaleString('en')} kB`;
  return `${(octets / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
