/** The state diagrams of an actor, one a PDN connection, drawn from the rules of the reading in view. */
import { useEffect, useRef, useState } from 'react';
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
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (frame.current === null) return;
    const host = frame.current;
    const observer = new MutationObserver(() => settle(host, whole));
    observer.observe(host, { childList: true, subtree: true });
    settle(host, whole);
    return () => observer.disconnect();
  }, [whole]);
  return (
    <section aria-label={`State diagram of the ${name}`}>
      <p>
        {name}, now: <strong>{view.current}</strong>{' '}
        <button type="button" className="plainButton" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          Fit the whole diagram
        </button>
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

/**
 * Shows a drawing in the size that it was drawn for, so that its words stay legible, with the present phase in view; or
 * the whole of it at once, as wide as the drawer.
 */
function settle(host: HTMLElement, whole: boolean): void {
  const svg = host.querySelector('svg');
  if (svg === null) return;
  svg.style.maxWidth = whole ? '100%' : 'none';
  svg.style.maxHeight = whole ? '300px' : 'none';
  svg.style.width = whole ? '100%' : `${svg.viewBox.baseVal.width}px`;
  if (!whole) svg.querySelector('.node.current')?.scrollIntoView({ block: 'center', inline: 'center' });
}
