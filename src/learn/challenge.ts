/** A challenge: a goal that is reached in the walk by hand, within bounds; marked by evaluating the states of the run. */
import type { DetachSystem } from '#detach/detach.ts';
import { detach } from '#detach/detach.ts';
import type { Parts } from '#detach/parts.ts';
import type { PresetName } from '#detach/presets.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { readVariant } from '#detach/variant.ts';
import type { Condition } from '#model/condition.ts';
import { sayInstead } from '#run/failing.ts';
import { replay } from '#run/runText.ts';
import type { TraceStep } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import type { BasisId } from '#spec/basis.ts';

export interface GoalPart {
  /** As a claim: "a Binding Update is on the way". */
  readonly words: string;
  readonly claim: Condition<BasisId>;
}

export interface Challenge {
  /** One word: what links and stored progress call it. */
  readonly name: string;
  readonly title: string;
  /** What is asked, as one or two sentences. */
  readonly task: string;
  readonly preset: PresetName;
  readonly set?: Partial<Variant>;
  /** How many messages may be lost, and no other fault may happen. */
  readonly losses: number;
  /** What has to be so, all of it in the same state. */
  readonly goal: (parts: Parts) => readonly GoalPart[];
}

export type ChallengeVerdict =
  | { readonly type: 'solved'; readonly steps: number; readonly losses: number }
  /** The run does not count; `why` is one sentence. */
  | { readonly type: 'not allowed'; readonly why: string }
  /** How the end of the run stands to each part of the goal. */
  | { readonly type: 'not yet'; readonly parts: readonly PartStanding[]; readonly losses: number };

export interface PartStanding {
  readonly needs: string;
  readonly holds: boolean;
  /** What is so instead; empty where it holds, or where that says nothing more. */
  readonly now: string;
}

/** The reading of a challenge; its bound on losses is that of the challenge. @throws {RangeError} if it is no reading. */
export function challengeVariant({ name, preset: presetName, set, losses }: Challenge): Variant {
  const preset = findPreset(presetName);
  if (preset === undefined) throw new RangeError(`${name}: there is no preset ${presetName}`);
  const read = readVariant({ ...set, loss: losses, duplication: 0 }, presetVariant(preset));
  if (!read.ok) throw new RangeError(`${name}: ${read.error}`);
  return read.value;
}

/** All that has to be so, as one condition. */
export function goalOf(challenge: Challenge, { parts }: DetachSystem): Condition<BasisId> {
  return { type: 'all', parts: challenge.goal(parts).map(({ claim }) => claim) };
}

/**
 * Marks a run, given by the texts of its events from the usual start: replayed on the challenge's own reading, so that nothing else
 * can count. The first step at which the goal is reached counts; what comes after it does not.
 */
export function judgeChallenge(challenge: Challenge, events: readonly string[]): ChallengeVerdict {
  const system = detach(challengeVariant(challenge));
  const goal = goalOf(challenge, system);
  const { trace, stopped } = replay(system, events);
  let losses = 0;
  for (const step of trace.steps) {
    const fault = faultOf(step);
    if (fault === 'other') {
      return {
        type: 'not allowed',
        why: `Step ${step.step} is a fault other than a loss: here only messages may be lost.`,
      };
    }
    if (fault === 'loss') losses += 1;
    if (losses > challenge.losses) {
      return {
        type: 'not allowed',
        why: `Step ${step.step} loses one message too many: ${sayLosses(challenge.losses)} may be lost.`,
      };
    }
    if (system.holds(step.state, goal)) return { type: 'solved', steps: step.step, losses };
  }
  if (stopped !== undefined) {
    return { type: 'not allowed', why: `The run is not one of this challenge's reading. ${stopped.reason}` };
  }
  const end = stateAt(trace, trace.steps.length);
  const parts = challenge.goal(system.parts).map(({ words, claim }): PartStanding => {
    const holds = system.holds(end, claim);
    return { needs: words, holds, now: holds || claim.type !== 'compare' ? '' : sayInstead(system, end, claim) };
  });
  return { type: 'not yet', parts, losses };
}

/** "no message", "1 message". */
export function sayLosses(losses: number): string {
  if (losses === 0) return 'no message';
  return losses === 1 ? 'at most 1 message' : `at most ${losses} messages`;
}

function faultOf({ rule }: TraceStep): 'none' | 'loss' | 'other' {
  if (rule.stimulus.kind !== 'fault') return 'none';
  return rule.stimulus.name === 'lose' ? 'loss' : 'other';
}
