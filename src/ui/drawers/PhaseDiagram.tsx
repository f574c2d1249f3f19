/** The state diagram of an actor, drawn from the rules of the reading in view. */
import { stateDiagramOf } from '#store/stateDiagramView.ts';
import { StateDiagram } from '../sequence/StateDiagram.tsx';
import { useWalk } from '../useWalk.ts';

export function PhaseDiagram({ side }: { readonly side: 'ue' | 'pdnGw' }) {
  const { diagram, list, current } = useWalk(stateDiagramOf(side));
  const name = side === 'ue' ? 'UE' : 'PDN GW';
  return (
    <>
      <StateDiagram diagram={diagram} label={`State diagram of the ${name}; now: ${current}`} />
      <details>
        <summary>All transitions, as a list</summary>
        <ul className="drawerList">
          {list.map((transition) => (
            <li key={transition.key}>
              {transition.from} to {transition.to}: {transition.rules.join('; ')}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
