/** What a sentence is worth, in words: what fails without it, or why nothing does. */
import type { SentenceWorth } from './sentenceWorth.ts';

/** All that it comes to; `bound` as `boundWords` says it. */
export function sayWorth(worth: SentenceWorth, bound: string): string {
  const { fails } = worth;
  const failing =
    fails.length === 0 ? [] : [`Without it this fails: ${listed(fails.map(({ sentence }) => sentence))}.`];
  return [...failing, sayBeside(worth, bound)].filter((each) => each !== '').join(' ');
}

/** What there is to say beside the claims that fail without it; empty where there is nothing. */
export function sayBeside(worth: SentenceWorth, bound: string): string {
  const { fails, mends } = worth;
  const said = fails.length > 0 ? [] : elseSaid(worth, bound);
  const claims = mends.length === 1 ? 'one claim that fails' : `${mends.length} claims that fail`;
  const mended = mends.length === 0 ? [] : [`Without it ${claims} with it would hold, ${bound}.`];
  return [...said, ...mended].join(' ');
}

function elseSaid(worth: SentenceWorth, bound: string): readonly string[] {
  const { leaks, sooner, trouble, rules, asks, changes } = worth;
  const happens = [
    ...(leaks.length === 0 ? [] : [`Without it more is left at rest: ${listed(leaks)}.`]),
    ...(sooner.length === 0
      ? []
      : [`Without it this fails on a shorter run: ${listed(sooner.map(({ sentence }) => sentence))}.`]),
    ...(trouble === undefined ? [] : [trouble]),
  ];
  if (happens.length > 0) return happens;
  if (rules.length === 0) return [sayAsked('no rule of this reading rests on it', asks)];
  if (!changes) return [sayAsked('without it there are the same states and the same runs', asks)];
  return [sayUnneeded(asks, bound)];
}

/** "Nothing tests it" only where no claim asks for what it says either. */
function sayAsked(why: string, asks: SentenceWorth['asks']): string {
  if (asks.length === 0) return `Nothing tests it: ${why}, and no claim asks for it.`;
  const claims = asks.length === 1 ? 'a claim asks' : `${asks.length} claims ask`;
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}; ${claims} for it: ${listed(asks.map(({ sentence }) => sentence))}.`;
}

function sayUnneeded(asks: SentenceWorth['asks'], bound: string): string {
  const failing = asks.filter(({ fails }) => fails);
  if (failing.length === 0) return `No claim needs it, ${bound}.`;
  if (failing.length < asks.length) {
    return `No claim fails for want of it, ${bound}; but of the ${asks.length} claims that rest on it ${failing.length} fail already.`;
  }
  return `${asks.length === 1 ? 'The claim that rests on it fails' : 'The claims that rest on it fail'} already.`;
}

function listed(sentences: readonly string[]): string {
  return sentences.join('; ');
}
