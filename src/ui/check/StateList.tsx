/** The states of the graph as a table: the same words, marks and ways. */
import type { GraphView, NodeView } from '#store/spaceView.ts';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly graph: GraphView;
  readonly onGo: (node: NodeView) => void;
}

export function StateList({ graph, onGo }: Props) {
  return (
    <table className="stackedTable">
      <caption className="visuallyHidden">All states</caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">After</th>
          <th scope="col">Marked</th>
          <th scope="col">Leads to</th>
          <th scope="col">Go</th>
        </tr>
      </thead>
      <tbody>
        {graph.nodes.map((node) => (
          <tr key={node.number} aria-current={node.here ? 'location' : undefined}>
            <th scope="row">
              {node.number + 1}. <Glossed text={node.lines.join('; ')} />
            </th>
            <td data-column="After">{node.depth === 1 ? '1 step' : `${node.depth} steps`}</td>
            <td data-column="Marked">{node.marks.join(', ')}</td>
            <td data-column="Leads to">
              {graph.edges
                .filter(({ from }) => from === node.number)
                .map(({ to }) => to + 1)
                .join(', ')}
            </td>
            <td>
              <button type="button" className="plainButton" onClick={() => onGo(node)}>
                Go there<span className="visuallyHidden">: state {node.number + 1}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
