/** The walk without anything around it, for a page or a slide: the diagram and what moves it. */
import { DiagramPanel } from '../DiagramPanel.tsx';
import { PanelBoundary } from '../PanelBoundary.tsx';
import { useWalk } from '../useWalk.ts';
import { StepButtons } from './StepButtons.tsx';
import './present.css';

export function Embedded() {
  const title = useWalk((state) => state.scenario.title);
  return (
    <main className="present embedded">
      <h1 className="visuallyHidden">{title}</h1>
      <div className="presentDiagram" data-area="diagram">
        <PanelBoundary name="Sequence diagram">
          <DiagramPanel />
        </PanelBoundary>
      </div>
      <PanelBoundary name="Timeline">
        <section aria-label="Timeline" className="presentBar" data-area="time">
          <StepButtons />
        </section>
      </PanelBoundary>
    </main>
  );
}
