/** The state diagram of an actor, read off the rules of the reading in view, its present phase lit. */

import { arrowName, phaseName, phaseTransitions } from '#chart/stateDiagram.ts';
import type { StateDiagram } from '#chart/stateDiagramText.ts';
import { read } from '#model/state.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkStore.ts';

/** More labels than these on one arrow are counted, not written. */
const MOST_LABELS = 3;

const diagramFor = (side: 'ue' | 'pdnGw') => {
  const transitionsOf = lastOf((system: Trace['system']) => {
    const phase = system.field(`${side}.phase`);
    if (phase === undefined) throw new RangeError(`${side} has no phase`);
    return { phase, transitions: phaseTransitions(system.rules, phase) };
  });
  return lastOf((trace: Trace, step: number) => {
    const { phase, transitions } = transitionsOf(trace.system);
    const used = new Set([phase.initial, ...transitions.flatMap(({ from, to }) => [from, to])]);
    const current = String(read(trace.system.places, stateAt(trace, step), phase));
    const diagram: StateDiagram = {
      states: phase.domain
        .filter((value) => used.has(value))
        .map((value) => ({ id: String(value), label: phaseName(phase, value) })),
      transitions: transitions.map(({ from, to, rules }) => ({
        from: String(from),
        to: String(to),
        labels: shortened(rules.map(arrowName)),
      })),
      initial: String(phase.initial),
      current: used.has(current) ? current : undefined,
    };
    const list = transitions.map(({ from, to, rules }) => ({
      key: `${String(from)} ${String(to)}`,
      from: phaseName(phase, from),
      to: phaseName(phase, to),
      rules: [...new Set(rules.map((rule) => rule.title))],
    }));
    return { diagram, list, current: phaseName(phase, current) };
  });
};

const diagrams = { ue: diagramFor('ue'), pdnGw: diagramFor('pdnGw') };
const selectors = {
  ue: (state: WalkState) => diagrams.ue(state.run.trace, state.run.step),
  pdnGw: (state: WalkState) => diagrams.pdnGw(state.run.trace, state.run.step),
};

export function stateDiagramOf(side: 'ue' | 'pdnGw') {
  return selectors[side];
}

function shortened(labels: readonly string[]): readonly string[] {
  const distinct = [...new Set(labels)];
  if (distinct.length <= MOST_LABELS) return distinct;
  return [...distinct.slice(0, MOST_LABELS - 1), `and ${distinct.length - MOST_LABELS + 1} more`];
}
