/** The bands of the page. Each panel fails alone. */
import { ActorPanel } from './actor/ActorPanel.tsx';
import { SecurityAssociations } from './actor/SecurityAssociations.tsx';
import { DiagramPanel } from './DiagramPanel.tsx';
import { NextEvents } from './NextEvents.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { SentenceBar } from './SentenceBar.tsx';
import { Timeline } from './Timeline.tsx';
import { TopBar } from './TopBar.tsx';

export function Bands() {
  return (
    <main className="page">
      <div data-area="top">
        <PanelBoundary name="Top bar">
          <TopBar />
        </PanelBoundary>
      </div>
      <div data-area="clauses">
        <PanelBoundary name="Clauses">
          <SentenceBar />
        </PanelBoundary>
      </div>
      <div data-area="ue">
        <PanelBoundary name="UE">
          <ActorPanel side="ue" />
        </PanelBoundary>
      </div>
      <div data-area="diagram">
        <PanelBoundary name="Sequence diagram">
          <DiagramPanel />
        </PanelBoundary>
      </div>
      <div data-area="gw">
        <PanelBoundary name="PDN GW">
          <ActorPanel side="pdnGw" />
        </PanelBoundary>
      </div>
      <div data-area="sas">
        <PanelBoundary name="Security associations">
          <SecurityAssociations />
        </PanelBoundary>
      </div>
      <div data-area="next">
        <PanelBoundary name="Next events">
          <NextEvents />
        </PanelBoundary>
      </div>
      <div data-area="time">
        <PanelBoundary name="Timeline">
          <Timeline />
        </PanelBoundary>
      </div>
    </main>
  );
}
