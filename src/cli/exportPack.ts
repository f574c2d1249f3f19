/** The review pack of a run that was asked for, with what fails in its reading. */

import { checkReading } from '#check/checkReading.ts';
import { findingsOf, withRepairs } from '#check/findings.ts';
import { finish } from '#check/longWork.ts';
import { findRepairs } from '#check/repair.ts';
import type { PackBlock } from '#report/packBlocks.ts';
import { reviewPack } from '#report/reviewPack.ts';
import { mostForRepair } from './checkFindings.ts';
import type { RunRequest } from './runRequest.ts';
import { sessionOfRun } from './runSession.ts';

/** A pack is no proof: larger spaces are for lz check, and the pack says that its search was not finished. */
const MOST_STATES = 500_000;

export function packOf(request: RunRequest): readonly PackBlock[] {
  const { scenario, variant, patches } = request;
  const report = checkReading(variant, { limits: { states: MOST_STATES } });
  const findings = findingsOf(variant, report);
  const small = findings.finished && report.states <= mostForRepair;
  return reviewPack({
    title: scenario?.title ?? 'A run',
    look: scenario?.look ?? '',
    session: sessionOfRun(request),
    patches,
    findings: small ? withRepairs(findings, finish(findRepairs(variant, { report }))) : findings,
    comments: [],
  });
}
