/** The state diagrams of an actor, one a PDN connection, drawn from the rules of the reading in view. */
import { useEffect, useRef } from 'react';
import type { PhaseDiagramView } from '#store/stateDiagramView.ts';
import { stateDiagramsOf } from '#store/stateDiagramView.ts';
import { StateDiagram } from '../sequence/StateDiagram.tsx';
import { useWalk } from '../useWalk.ts';
import './phaseDiagram.css';

export function PhaseDiagram({ side }: { readonly side: 'ue' | 'pdnGw' }) {
  const views = useWalk(stateDiagramsOf(side));
  const name = side === 'ue' ? 'UE' : 'PDN GW';
  return views.map((view) => (
    <OneDiagram key={view.apn} view={view} name={views.length > 1 ? `${name} (${view.apn})` : name} />
  ));
}

function OneDiagram({ view, name }: { readonly view: PhaseDiagramView; readonly name: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (frame.current === null) return;
    const host = frame.current;
    const observer = new MutationObserver(() => settle(host));
    observer.observe(host, { childList: true, subtree: true });
    settle(host);
    return () => observer.disconnect();
  }, []);
  return (
    <section aria-label={`State diagram of the ${name}`}>
      <p>
        {name}, now: <strong>{view.current}</strong>
      </p>
      <details>
        <summary>All transitions, as a list</summary>
        <ul className="drawerList">
          {view.list.map((transition) => (
            <li key={transition.key}>
              {transition.from} to {transition.to}: {transition.rules.join('; ')}
            </li>
          ))}
        </ul>
      </details>
      <div className="phaseDiagram" ref={frame}>
        <StateDiagram diagram={view.diagram} label={`State diagram of the ${name}; now: ${view.current}`} />
      </div>
    </section>
  );
}

/** Shows a drawing in the size that it was drawn for, so that its words stay legible, with the present phase in view. */
function settle(host: HTMLElement): void {
  const svg = host.querySelector('svg');
  if (svg === null) return;
  svg.style.maxWidth = 'none';
  svg.style.width = `${svg.viewBox.baseVal.width}px`;
  svg.querySelector('.node.current')?.scrollIntoView({ block: 'center', inline: 'center' });
}
