/**
 * A run with its branches: one trace in view, a cursor in it, and every other line that was ever taken from it.
 *
 * Stepping, going back and jumping move the cursor. Taking another event than the one that comes next keeps the line in
 * view as a branch and goes on from the cursor, along the line that has that event there if one was ever taken; nothing
 * is lost. No line begins with the whole of another, and no two have the same name.
 */
import type { Event } from '#model/event.ts';
import type { Trace } from './trace.ts';
import { extendTrace, startTrace } from './trace.ts';

export interface Branch {
  readonly name: string;
  readonly trace: Trace;
  /** The last step that it has in common with the line that left it. */
  readonly forkStep: number;
}

export interface Run {
  /** The line in view, later steps included. */
  readonly trace: Trace;
  /** The name of the line in view. */
  readonly name: string;
  /** 0..trace.steps.length: the step in view. */
  readonly step: number;
  readonly forkStep: number;
  /** The lines that are not in view, in the order in which they were left. */
  readonly branches: readonly Branch[];
  /** The number of the branch made last, so that no name comes twice; 0 before the first. */
  readonly made: number;
}

export function startRun(trace: Trace, name = 'main'): Run {
  return { trace, name, step: 0, forkStep: 0, branches: [], made: 0 };
}

/** Moves the cursor; a step out of range is taken as the nearest one in range, and what is no number changes nothing. */
export function jump(run: Run, step: number): Run {
  if (Number.isNaN(step)) return run;
  const within = Math.max(0, Math.min(run.trace.steps.length, Math.round(step)));
  return within === run.step ? run : { ...run, step: within };
}

/** Takes an event at the cursor. @throws {RangeError} if it is not possible there. */
export function take(run: Run, event: Event): Run {
  const next = run.trace.steps[run.step];
  if (next?.event.text === event.text) return { ...run, step: run.step + 1 };
  if (next === undefined) {
    return { ...run, trace: extendTrace(run.trace, event), step: run.step + 1 };
  }
  const before = run.branches.find(
    (each) =>
      each.trace.system === run.trace.system &&
      each.trace.steps[run.step]?.event.text === event.text &&
      commonSteps(run.trace, each.trace) === run.step,
  );
  if (before !== undefined) return { ...switchTo(run, before.name), step: run.step + 1 };
  const trace = extendTrace(prefix(run.trace, run.step), event);
  const left: Branch = { name: run.name, trace: run.trace, forkStep: run.forkStep };
  const made = freshNumber(run);
  return {
    trace,
    name: `branch ${made}`,
    step: run.step + 1,
    forkStep: run.step,
    branches: [...run.branches, left],
    made,
  };
}

/**
 * Puts the same events on another system in place of the line in view, the cursor where it was as far as that goes. Where
 * the new line is shorter, the old one is kept as a branch, unless `keeps` is false.
 */
export function reread(run: Run, trace: Trace, keeps = true): Run {
  const step = Math.min(run.step, trace.steps.length);
  if (!keeps || trace.steps.length >= run.trace.steps.length) return { ...run, trace, step };
  const left: Branch = { name: run.name, trace: run.trace, forkStep: run.forkStep };
  const made = freshNumber(run);
  const forkStep = trace.steps.length;
  return { trace, name: `branch ${made}`, step, forkStep, branches: [...run.branches, left], made };
}

/**
 * Brings another line into view, at its start; the line in view becomes a branch, unless it has no step or `keeps` is false.
 * The new line has a name of its own, made from the words.
 */
export function show(run: Run, trace: Trace, words: string, keeps = true): Run {
  if (!keeps || run.trace.steps.length === 0) return { ...run, trace, step: 0 };
  const left: Branch = { name: run.name, trace: run.trace, forkStep: run.forkStep };
  return { ...run, trace, name: freshName(run, words), step: 0, forkStep: 0, branches: [...run.branches, left] };
}

/** Brings a branch into view, the cursor where the two lines part; the line in view becomes a branch. */
export function switchTo(run: Run, name: string): Run {
  const branch = run.branches.find((each) => each.name === name);
  if (branch === undefined) return run;
  const left: Branch = { name: run.name, trace: run.trace, forkStep: run.forkStep };
  return {
    ...run,
    trace: branch.trace,
    name: branch.name,
    forkStep: branch.forkStep,
    step: Math.min(run.step, commonSteps(run.trace, branch.trace)),
    branches: [...run.branches.filter((each) => each.name !== name), left],
  };
}

/** Gives the line in view another name; a name that is taken, or empty, changes nothing. */
export function rename(run: Run, name: string): Run {
  const wanted = name.trim().slice(0, 60);
  return wanted === '' || run.branches.some((each) => each.name === wanted) ? run : { ...run, name: wanted };
}

/** Forgets a branch that is not in view. */
export function forget(run: Run, name: string): Run {
  return { ...run, branches: run.branches.filter((each) => each.name !== name) };
}

/** How many steps two traces have in common from the start. */
function commonSteps(a: Trace, b: Trace): number {
  const parted = a.steps.findIndex((step, at) => step.event.text !== b.steps[at]?.event.text);
  return parted < 0 ? a.steps.length : parted;
}

/** The next number whose branch name nobody has given to a line by hand. */
function freshNumber(run: Run): number {
  const names = new Set([run.name, ...run.branches.map((branch) => branch.name)]);
  let made = run.made + 1;
  while (names.has(`branch ${made}`)) made++;
  return made;
}

/** The words with the first number that makes them a name which no line has. */
function freshName(run: Run, words: string): string {
  const names = new Set([run.name, ...run.branches.map((branch) => branch.name)]);
  let number = 1;
  while (names.has(`${words} ${number}`)) number++;
  return `${words} ${number}`;
}

/** The first steps of a trace. */
function prefix(trace: Trace, steps: number): Trace {
  const start = startTrace(trace.system, trace.initial);
  return trace.steps.slice(0, steps).reduce((before, step) => extendTrace(before, step.event), start);
}
