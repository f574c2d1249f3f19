/** What the panels of the UE and the PDN GW show at a step: the phase in words, and a few rows. */
import type { Connection } from '#detach/parts.ts';
import { circumstances } from '#detach/fields.ts';
import { phaseWords } from './phaseWords.ts';
import type { RunningTimer } from './runningTimers.ts';
import { runningTimers, sayTimer } from './runningTimers.ts';
import type { Mark, Side } from './securityAssociations.ts';
import { markOf } from './securityAssociations.ts';
import type { Session } from './session.ts';
import { valueAtStep } from './session.ts';

export interface PanelRow {
  /** The same at each step of a run: "binding", "sas", "timer", "access", "pdn", "ikeSa", "espSas", "response". */
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** `timer`: a running clock, whose passing is no change. */
  readonly kind: 'up' | 'closing' | 'gone' | 'timer' | 'text';
}

/** One PDN connection of one side. */
export interface ConnectionPanel {
  readonly apn: string;
  readonly side: Side;
  /** The phase in words, at most 34 characters. */
  readonly headline: string;
  /** At most five; the same rows in the same order at each step. */
  readonly rows: readonly PanelRow[];
  readonly timers: readonly RunningTimer[];
}
