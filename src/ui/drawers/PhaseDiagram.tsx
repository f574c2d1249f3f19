/** The state diagrams of an actor, one a PDN connection, drawn from the rules of the reading in view. */
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { PhaseDiagramView } from '#store/stateDiagramView.ts';
import { stateDiagramsOf } from '#store/stateDiagramView.ts';
import { StateDiagram } from '../sequence/StateDiagram.tsx';
import { usePinchZoom } from '../sequence/usePinchZoom.ts';
import { ZoomButtons } from '../sequence/ZoomButtons.tsx';
import { useWalk } from '../useWalk.ts';
import './phaseDiagram.css';
import { Glossed } from '../controls/Glossed.tsx';

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
  const zoom = usePinchZoom(frame, `states of ${name}`, '.node.current');
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
      <p className="phaseDiagramHead">
        <span>
          <Glossed text={name} />, now:{' '}
          <strong>
            <Glossed text={view.current} />
          </strong>
        </span>
        <button type="button" className="plainButton" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          Fit the whole diagram
        </button>
      </p>
      <details>
        <summary>All transitions, as a list</summary>
        <ul className="drawerList">
          {view.list.map((transition) => (
            <li key={transition.key}>
              <Glossed text={`${transition.from} to ${transition.to}: ${transition.rules.join('; ')}`} />
            </li>
          ))}
        </ul>
      </details>
      <ZoomButtons zoom={zoom} of={`State diagram of the ${name}`} />
      <section
        className="phaseDiagram"
        aria-label={`Drawing of the ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and + - 0 zoom it
        tabIndex={0}
        ref={frame}
        style={{ '--zoom': zoom.zoom } as CSSProperties}
        onKeyDown={zoom.onKeyDown}
      >
        <StateDiagram diagram={view.diagram} label={`State diagram of the ${name}; now: ${view.current}`} />
      </section>
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
  svg.style.maxWidth = 'none';
  host.style.setProperty('--drawn-width', `${svg.viewBox.baseVal.width}px`);
  host.toggleAttribute('data-whole', whole);
  const current = svg.querySelector('.node.current')?.getBoundingClientRect();
  if (whole || current === undefined) return;
  // The drawing alone scrolls: what stands above it stays.
  const box = host.getBoundingClientRect();
  host.scrollLeft += (current.left + current.right - box.left - box.right) / 2;
  host.scrollTop += (current.top + current.bottom - box.top - box.bottom) / 2;
}
