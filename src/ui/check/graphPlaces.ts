/** Where the states of a graph stand: in layers by depth, from left to right, ordered so that few lines cross. */
import dagre from '@dagrejs/dagre';
import type { GraphView } from '#store/spaceView.ts';

/** As wide as the longest line is in letters of 14 px. */
const nodeWidth = 316;
const lineHeight = 20;
const besideLines = 34;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The upper left corner and the size of each state, in the order of the nodes. */
export function placesOf({ nodes, edges }: Pick<GraphView, 'nodes' | 'edges'>): readonly Place[] {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 90, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  const height = besideLines + lineHeight * Math.max(...nodes.map(({ lines }) => lines.length));
  const depths = nodes.map(({ depth }) => depth);
  for (const { number } of nodes) graph.setNode(String(number), { width: nodeWidth, height });
  // Lines that lead one layer on are what the order is made from: so each state stands in the layer of its depth.
  for (const { from, to } of edges) {
    if (depths[to] === (depths[from] ?? 0) + 1) graph.setEdge(String(from), String(to));
  }
  dagre.layout(graph);
  return nodes.map(({ number }) => {
    const { x, y } = graph.node(String(number));
    return { x: x - nodeWidth / 2, y: y - height / 2, width: nodeWidth, height };
  });
}
