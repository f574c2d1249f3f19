/** A message in flight while it is being changed: what it would be, what that means to the receiver, and the event that says so. */
import type { Event } from '#model/event.ts';
import type { Trace } from '#run/trace.ts';
import { flightAt, inFlightAt, stateAt } from '#run/trace.ts';
import type { AlterOutcome } from '#session/alterOutcome.ts';
import { alterOutcome } from '#session/alterOutcome.ts';
import { connectionLedger } from '#session/ledger.ts';
import { octetsOf } from '#session/messageOctets.ts';
import type { OctetChange, PatchMode } from '#session/patch.ts';
import { withChange } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { ledgerAt } from '#session/session.ts';
import { changedPacket } from './changedPacket.ts';
import { lastOf } from './lastOf.ts';
import type { PacketView } from './packetView.ts';
import { packetView } from './packetView.ts';
import { patchOn } from './patches.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface ChangeDraft {
  /** Number of the message. */
  readonly message: number;
  readonly mode: PatchMode;
  readonly changes: readonly OctetChange[];
}

export interface ChangePreview {
  readonly view: PacketView;
  readonly outcome: AlterOutcome['outcome'];
  /** What the receiver will do, in a sentence. */
  readonly words: string;
  /** The event that it is; undefined where the receiver notices nothing. */
  readonly event: Event | undefined;
  /** Whether the change can be made. */
  readonly possible: boolean;
}

/** Whether the selected message is in flight at the step in view, as it was sent, and has octets to change. */
export function changeable(state: WalkState): boolean {
  const { selected, run, patches } = state;
  if (selected === undefined) return false;
  const found = inFlightAt(run.trace, run.step).find((each) => each.number === selected);
  if (found === undefined || (found.alteredAt ?? Infinity) <= run.step) return false;
  if (patchOn(patches, run.trace, selected, run.step) !== undefined) return false;
  return octetsOf(session(state), selected).dissection !== undefined;
}

const previewFor = lastOf(
  (concrete: Session, trace: Trace, step: number, draft: ChangeDraft): ChangePreview | undefined => {
    const sent = octetsOf(concrete, draft.message);
    const message = concrete.messages[draft.message - 1];
    const after = changedPacket(concrete, draft);
    if (sent.dissection === undefined || message === undefined || after === undefined) return undefined;
    const { lastAccepted } = connectionLedger(ledgerAt(concrete, step), message.apn).pdnGw;
    const found = alterOutcome({ message, before: sent.dissection, after, lastAccepted });
    const event = eventFor(trace, step, draft.message, found.outcome);
    const possible = draft.changes.length > 0 && (found.outcome === 'none' || event !== undefined);
    return { view: packetView(after), ...found, event, possible };
  },
);

/** What a draft of changes would do to the selected message. */
export function previewChange(state: WalkState, draft: ChangeDraft): ChangePreview | undefined {
  return previewFor(session(state), state.run.trace, state.run.step, draft);
}

/** The draft with one octet more changed, or changed back. */
export function changeOctet(state: WalkState, draft: ChangeDraft, change: OctetChange): ChangeDraft {
  const sent = octetsOf(session(state), draft.message);
  const original = sent.dissection?.buffers[change.buffer]?.[change.at];
  return { ...draft, changes: withChange(draft.changes, change, original) };
}

/** The event of that outcome on a message; one that the model does not have for it is a malformed message to the receiver. */
function eventFor(trace: Trace, step: number, number: number, outcome: AlterOutcome['outcome']): Event | undefined {
  if (outcome === 'none' || outcome === 'notModelled') return undefined;
  const { system } = trace;
  const flight = flightAt(trace, step);
  const choices = system
    .enabled(stateAt(trace, step))
    .filter(
      ({ rule, at }) =>
        system.rule(rule).stimulus.name === 'alter' && at !== undefined && flight[at.queue]?.[at.position] === number,
    );
  const wanted = (choice: string) => choices.find(({ rule }) => system.rule(rule).choice === choice);
  return wanted(outcome) ?? wanted('malformed');
}
