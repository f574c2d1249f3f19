/** The run that was asked for, as a file holds it. */
import type { SavedRun } from '#report/runFile.ts';
import type { RunRequest } from './runRequest.ts';

/** `step` is the one in view: what opens the file begins there. */
export function savedRun(request: RunRequest, step: number): SavedRun {
  const { scenario, variant, options, timing, without, fit, patches } = request;
  const events = fit.trace.steps.map(({ event }) => event.text);
  return { scenario: scenario?.name, reading: variant, options, timing, without, events, step, patches };
}
