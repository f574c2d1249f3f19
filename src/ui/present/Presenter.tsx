/** The presenter view: the diagram, one line of narration and the sentence behind it, large; one key is one beat. */
import { useEffect } from 'react';
import { DiagramPanel } from '../DiagramPanel.tsx';
import { PanelBoundary } from '../PanelBoundary.tsx';
import { useWalk } from '../useWalk.ts';
import { Narration } from './Narration.tsx';
import { Objection } from './Objection.tsx';
import { PresentBar } from './PresentBar.tsx';
import { useSamePlace } from './useSamePlace.ts';
import './present.css';

export function Presenter() {
  const objecting = useWalk((state) => state.objection !== undefined);
  useSamePlace(objecting);
  // All of the page grows, the diagram and its letters with it.
  useEffect(() => {
    document.documentElement.dataset.presenting = '';
    return () => document.documentElement.removeAttribute('data-presenting');
  }, []);
  return (
    <main className="present" data-objecting={objecting}>
      <PanelBoundary name="Narration">
        <Narration />
      </PanelBoundary>
      <div className="presentDiagram" data-area="diagram">
        <PanelBoundary name="Sequence diagram">
          <DiagramPanel />
        </PanelBoundary>
      </div>
      {objecting && (
        <PanelBoundary name="Objection">
          <Objection />
        </PanelBoundary>
      )}
      <PanelBoundary name="Timeline">
        <PresentBar />
      </PanelBoundary>
    </main>
  );
}
