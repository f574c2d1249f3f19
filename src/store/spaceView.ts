/** The states that a reading can reach, as they are drawn: each with its phases in words, its marks, and whether it is the one in view. */
import type { PhaseCell, PhaseTable } from '#check/phasePairs.ts';
import type { PhaseValue } from '#check/phases.ts';
import { phasesOf } from '#check/phases.ts';
import type { StateGraph, StateNode } from '#check/stateGraph.ts';
import { nodeOf } from '#check/stateGraph.ts';
import type { DetachSystem } from '#detach/detach.ts';
import type { Parts } from '#detach/parts.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { phaseHeadline } from '#session/panel.ts';
import type { SpaceAnswer } from '#shell/checkMessages.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkState.ts';

export interface NodeView {
  readonly number: number;
  readonly depth: number;
  /** One line for each actor and PDN connection: "UE: Attached". */
  readonly lines: readonly string[];
  /** "start", "you are here", "end", "2 claims fail": what marks it, in words. */
  readonly marks: readonly string[];
  readonly here: boolean;
  readonly end: boolean;
  readonly fails: boolean;
  readonly run: readonly string[];
}

export interface EdgeView {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'action' | 'timer' | 'delivery' | 'fault';
  /** Whether it leaves the state in view. */
  readonly fromHere: boolean;
}

export interface GraphView {
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
  /** The state in view; undefined where it lies beyond the bounds of the check. */
  readonly here: number | undefined;
}

/** What the signs of the picture mean. */
export const graphSigns = [
  { sign: 'end', words: 'a bar at its right edge: an end, at rest' },
  { sign: 'fails', words: 'a black corner: a claim fails there' },
  { sign: 'fault', words: 'a dashed line: the network loses or duplicates a message' },
  { sign: 'fromHere', words: 'a thick line: what can come next' },
] as const;

/** The graph as it is drawn at the step in view. */
export function graphView({ graph }: SpaceAnswer, { run }: Pick<WalkState, 'run'>): GraphView | undefined {
  return graph === undefined ? undefined : graphFor(graph, run.trace, run.step);
}

const graphFor = lastOf((graph: StateGraph, trace: Trace, step: number): GraphView => {
  const here = nodeOf(graph, trace.system, stateAt(trace, step));
  return {
    nodes: graph.nodes.map((node) => nodeView(node, partsOfLine(trace), node.number === here)),
    edges: edgesFor(graph).map((edge) => ({ ...edge, fromHere: edge.from === here })),
    here,
  };
});

/** Several events between the same two states are one line. */
const edgesFor = lastOf((graph: StateGraph) => {
  const edges = new Map(graph.edges.map(({ from, to, kind }) => [`${from}-${to}`, { from, to, kind }]));
  return [...edges].map(([key, edge]) => ({ key, ...edge }));
});

function nodeView({ number, depth, phases, rests, fails, run }: StateNode, parts: Parts, here: boolean): NodeView {
  const broken = fails.length === 0 ? [] : [fails.length === 1 ? '1 claim fails' : `${fails.length} claims fail`];
  const marks = [
    ...(here ? ['you are here'] : []),
    ...(number === 0 ? ['start'] : []),
    ...(rests ? ['end'] : []),
    ...broken,
  ];
  return { number, depth, lines: linesOf(phases, parts), marks, here, end: rests, fails: fails.length > 0, run };
}

/** The phases in the words of the panels, by PDN connection. */
function linesOf(phases: readonly PhaseValue[], parts: Parts): readonly string[] {
  return phases.map(({ field, value }) => {
    const connection = parts.connections.find((each) => each.ue.phase.id === field || each.pdnGw.phase.id === field);
    const side = connection?.ue.phase.id === field ? 'ue' : 'pdnGw';
    const headline = phaseHeadline(
      side,
      value as Parameters<typeof phaseHeadline>[1],
      parts.variant.mobileIp === 'yes',
    );
    const apn = parts.connections.length > 1 ? ` (${connection?.apn ?? ''})` : '';
    return `${side === 'ue' ? 'UE' : 'PDN GW'}${apn}: ${headline}`;
  });
}

function partsOfLine(trace: Trace): Parts {
  return (trace.system as DetachSystem).parts;
}

export interface PhaseRow {
  readonly key: string;
  readonly lines: readonly string[];
  readonly states: number;
  readonly atRest: number;
  readonly failing: number;
  readonly run: readonly string[];
  readonly failingRun: readonly string[] | undefined;
  readonly here: boolean;
}

/** The rows of the table by phases; that of the state in view is marked. */
export function phaseRows({ table }: SpaceAnswer, { run }: Pick<WalkState, 'run'>): readonly PhaseRow[] {
  return table === undefined ? [] : rowsFor(table, run.trace, run.step);
}

const rowsFor = lastOf((table: PhaseTable, trace: Trace, step: number): readonly PhaseRow[] => {
  const here = keyOf(phasesOf(trace.system, stateAt(trace, step)));
  const { parts } = trace.system as DetachSystem;
  return table.cells.map((cell: PhaseCell) => ({
    ...cell,
    key: keyOf(cell.phases),
    lines: linesOf(cell.phases, parts),
    here: keyOf(cell.phases) === here,
  }));
});

function keyOf(phases: readonly PhaseValue[]): string {
  return phases.map(({ field, value }) => `${field}=${String(value)}`).join();
}
