/** The graph of all states: panned and zoomed by pointer and finger; by keyboard one stop, from which arrows move along the events. */
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import {
  createContext,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import '@xyflow/react/dist/base.css';
import type { GraphView, NodeView } from '#store/spaceView.ts';
import { placesOf } from './graphPlaces.ts';

interface Props {
  readonly graph: GraphView;
  readonly onGo: (node: NodeView) => void;
}

export function GraphCanvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

type StateNode = Node<{ readonly view: NodeView }, 'state'>;

interface Acts {
  /** The state that is the one stop of the keyboard. */
  readonly stop: number;
  readonly go: (node: NodeView) => void;
  readonly move: (event: KeyboardEvent, from: number) => void;
  readonly focus: (number: number) => void;
}

const ActsContext = createContext<Acts | undefined>(undefined);
const nodeTypes = { state: StateBox };

function Canvas({ graph, onGo }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const [stop, setStop] = useState(graph.here ?? 0);
  const places = useMemo(() => placesOf(graph), [graph]);
  const centre = useCallback(
    (number: number, zoom: number) => {
      const place = places[number];
      if (place === undefined) return;
      // What comes next has more room than what came before, where there is room for both.
      const room = (frame.current?.clientWidth ?? 0) / zoom - place.width;
      const aside = Math.max(0, Math.min(place.width, room - 32) / 2);
      flow.setCenter(place.x + place.width / 2 + aside, place.y + place.height / 2, { zoom });
    },
    [flow, places],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state in view is brought to the middle
  useEffect(() => {
    setStop(graph.here ?? 0);
    if (graph.here !== undefined) centre(graph.here, flow.getZoom());
  }, [graph.here]);
  const acts: Acts = {
    stop,
    go: onGo,
    focus: setStop,
    move: (event, from) => {
      const to = neighbour(graph, from, event.key);
      if (to === undefined) return;
      event.preventDefault();
      setStop(to);
      centre(to, flow.getZoom());
      frame.current?.querySelector<HTMLElement>(`[data-state="${to}"]`)?.focus({ preventScroll: true });
    },
  };
  const nodes = graph.nodes.map((view): StateNode => {
    const place = places[view.number];
    const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
    return { id: String(view.number), type: 'state', position: { x, y }, width, height, data: { view } };
  });
  const edges = graph.edges.map(
    ({ key, from, to, kind, fromHere }): Edge => ({
      id: key,
      source: String(from),
      target: String(to),
      className: `stateEdge ${kind === 'fault' ? 'stateEdgeFault' : ''} ${fromHere ? 'stateEdgeFromHere' : ''}`,
      zIndex: fromHere ? 1 : 0,
    }),
  );
  return (
    <>
      <div className="graphZoom">
        <button type="button" className="plainButton" aria-label="Smaller" onClick={() => flow.zoomOut()}>
          −
        </button>
        <button type="button" className="plainButton" aria-label="Larger" onClick={() => flow.zoomIn()}>
          +
        </button>
        <button type="button" className="plainButton" onClick={() => flow.fitView()}>
          Whole
        </button>
        <button type="button" className="plainButton" onClick={() => centre(graph.here ?? 0, 1)}>
          {graph.here === undefined ? 'To the start' : 'Where I am'}
        </button>
      </div>
      <div className="graphFrame" ref={frame}>
        <ActsContext value={acts}>
          <ReactFlow
            className="stateGraph"
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            minZoom={0.05}
            maxZoom={2}
            proOptions={{ hideAttribution: true }}
            onInit={() => centre(graph.here ?? 0, 1)}
            aria-label="Graph of all states"
          />
        </ActsContext>
      </div>
    </>
  );
}

/** One state: a button whose shape and words say what it is. */
function StateBox({ data: { view } }: NodeProps<StateNode>) {
  const acts = useContext(ActsContext);
  if (acts === undefined) throw new Error('a state stands outside of its graph');
  return (
    <>
      <Handle type="target" position={Position.Left} />
      <button
        type="button"
        className="stateBox nodrag nopan"
        data-state={view.number}
        data-here={view.here}
        data-end={view.end}
        data-fails={view.fails}
        aria-current={view.here ? 'location' : undefined}
        tabIndex={acts.stop === view.number ? 0 : -1}
        onClick={() => acts.go(view)}
        onFocus={() => acts.focus(view.number)}
        onKeyDown={(event) => acts.move(event, view.number)}
      >
        <span className="stateMarks">
          {view.marks.length === 0 ? `state ${view.number + 1}` : view.marks.join(', ')}
        </span>
        {view.lines.map((line) => (
          <span key={line} className="stateLine">
            {line}
          </span>
        ))}
      </button>
      <Handle type="source" position={Position.Right} />
    </>
  );
}

/** Right along the first event, left back to where the state was first met from, up and down in its layer. */
function neighbour({ nodes, edges }: GraphView, from: number, key: string): number | undefined {
  const depth = nodes[from]?.depth ?? 0;
  const isAt = (number: number, wanted: number) => nodes[number]?.depth === wanted;
  switch (key) {
    case 'ArrowRight':
      return edges.find((edge) => edge.from === from && isAt(edge.to, depth + 1))?.to;
    case 'ArrowLeft':
      return edges.find((edge) => edge.to === from && isAt(edge.from, depth - 1))?.from;
    case 'ArrowUp':
    case 'ArrowDown': {
      const layer = nodes.filter((node) => node.depth === depth).map(({ number }) => number);
      return layer[layer.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)];
    }
    case 'Home':
      return 0;
    default:
      return undefined;
  }
}
