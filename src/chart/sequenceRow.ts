/**
 * What a sequence diagram is made of, before anything is drawn: lifelines and rows, top to bottom.
 *
 * The rows of a run only ever grow at the end. Messages that are still in flight are not among them: they are a short list of their
 * own (the tail), drawn last and replaced at each step.
 */
export interface Lifeline {
  readonly id: string;
  /** Shown at the head: "UE", "PDN GW". */
  readonly name: string;
}

/** What became of a message: `lost` in the network, `discarded` by its receiver, `notSent` for want of an SA at the sender. */
export type MessageFate = 'inFlight' | 'delivered' | 'lost' | 'discarded' | 'notSent';

/** The part of the procedure that a message belongs to; the first two have a bracket beside the diagram. */
export type MessageGroup = 'deregistration' | 'ikeClosing' | 'notification';

/** A timer at a lifeline, drawn beside the message whose sending starts it or whose arrival stops it. */
export interface TimerMark {
  readonly over: string;
  readonly action: 'started' | 'stopped';
  /** "T-BU". */
  readonly name: string;
}

interface RowBase {
  /** Unique in the diagram and the same for as long as the row stands. */
  readonly key: string;
  /** The step of the run that this row belongs to, from 1; 0 is the initial state. */
  readonly step: number;
}

export interface MessageRow extends RowBase {
  readonly kind: 'message';
  /** Order of sending, from 1. */
  readonly number: number;
  /** The step that sent it: from then on, up to the row's own step, it is shown as in flight. */
  readonly sentStep?: number;
  /** Ids of two different lifelines. */
  readonly from: string;
  readonly to: string;
  /** For example "Binding Update, lifetime 0". */
  readonly label: string;
  /** For further study, or optional. */
  readonly dashed: boolean;
  readonly fate: MessageFate;
  /** Why it was discarded or not sent. */
  readonly reason?: string;
  /** A duplicate made by the network. */
  readonly copy: boolean;
  /** What was changed on the way. */
  readonly altered?: string;
  /** Numbers of the messages that were sent earlier and are still in flight. */
  readonly crosses?: readonly number[];
  readonly group?: MessageGroup;
  /** Started by its sender as it was sent. */
  readonly started?: readonly TimerMark[];
  /** Stopped by its receiver as it arrived. */
  readonly stopped?: readonly TimerMark[];
}

/** A state condition on a lifeline. */
export interface ConditionRow extends RowBase {
  readonly kind: 'condition';
  readonly over: string;
  readonly text: string;
}

export interface TimerRow extends RowBase {
  readonly kind: 'timer';
  readonly over: string;
  readonly action: 'started' | 'stopped' | 'fired';
  /** For example "T-BU started, 1 s": says the action itself. */
  readonly text: string;
}

/** An action of a user or operator at a lifeline; a fault of the network has no lifeline of its own: any other word in `over`. */
export interface EventRow extends RowBase {
  readonly kind: 'event';
  readonly over: string;
  readonly text: string;
}

export type SequenceRow = MessageRow | ConditionRow | TimerRow | EventRow;
