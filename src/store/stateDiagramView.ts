/** The state diagram of an actor, read off the rules of the reading in view, its present phase lit. */
import { arrowName, phaseTransitions } from '#chart/stateDiagram.ts';
import type { StateDiagram } from '#chart/stateDiagramText.ts';
import type { Connection } from '#detach/parts.ts';
import type { Field, Value } from '#model/field.ts';
import { read } from '#model/state.ts';
import { phaseHeadline } from '#session/panel.ts';
import type { Side } from '#session/securityAssociations.ts';
import type { Session } from '#session/session.ts';
import { valueAtStep } from '#session/session.ts';
import { lastOf } from './lastOf.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

/** More labels than these on one arrow are counted, not written; the list has them all. */
const MOST_LABELS = 3;

export interface PhaseDiagramView {
  readonly apn: string;
  readonly diagram: StateDiagram;
  /** Every transition with the titles of the rules that can make it. */
  readonly list: readonly TransitionView[];
  /** The present phase, in the words of the actor's panel. */
  readonly current: string;
}

export interface TransitionView {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly rules: readonly string[];
}

const viewsFor = (side: Side) =>
  lastOf((concrete: Session, step: number): readonly PhaseDiagramView[] =>
    concrete.parts.connections.map((connection) => viewOf(concrete, step, side, connection)),
  );

const views = { ue: viewsFor('ue'), pdnGw: viewsFor('pdnGw') };
const selectors = {
  ue: (state: WalkState) => views.ue(session(state), state.run.step),
  pdnGw: (state: WalkState) => views.pdnGw(session(state), state.run.step),
};

/** One diagram for each PDN connection, in the order of the reading. */
export function stateDiagramsOf(side: Side): (state: WalkState) => readonly PhaseDiagramView[] {
  return selectors[side];
}

function viewOf(concrete: Session, step: number, side: Side, connection: Connection): PhaseDiagramView {
  const phase: Field = connection[side].phase;
  const mobileIp = concrete.parts.variant.mobileIp === 'yes';
  const name = (value: Value) => phaseHeadline(side, value as Parameters<typeof phaseHeadline>[1], mobileIp);
  const transitions = phaseTransitions(concrete.trace.system.rules, phase, (field) =>
    read(concrete.trace.system.places, concrete.trace.initial, field),
  );
  const used = new Set([phase.initial, ...transitions.flatMap(({ from, to }) => [from, to])]);
  const current = valueAtStep(concrete, step, phase);
  return {
    apn: connection.apn,
    diagram: {
      states: phase.domain
        .filter((value) => used.has(value))
        .map((value) => ({ id: String(value), label: name(value) })),
      transitions: transitions.map(({ from, to, rules }) => ({
        from: String(from),
        to: String(to),
        labels: shortened(rules.map(arrowName)),
      })),
      initial: String(phase.initial),
      current: used.has(current) ? String(current) : undefined,
    },
    list: transitions.map(({ from, to, rules }) => ({
      key: `${String(from)} ${String(to)}`,
      from: name(from),
      to: name(to),
      rules: [...new Set(rules.map((rule) => rule.title))],
    })),
    current: name(current),
  };
}

function shortened(labels: readonly string[]): readonly string[] {
  const distinct = [...new Set(labels)];
  if (distinct.length <= MOST_LABELS) return distinct;
  return [...distinct.slice(0, MOST_LABELS - 1), `and ${distinct.length - MOST_LABELS + 1} more`];
}
