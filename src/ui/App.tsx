/** The page: its bands, the keys, and the drawers over them. Each panel fails alone. */
import { useEffect } from 'react';
import { ActorPanel } from './actor/ActorPanel.tsx';
import { SecurityAssociations } from './actor/SecurityAssociations.tsx';
import { Checks } from './check/Checks.tsx';
import { DiagramPanel } from './DiagramPanel.tsx';
import { Drawers } from './drawers/Drawers.tsx';
import { OnPaper } from './handout/OnPaper.tsx';
import { NextEvents } from './NextEvents.tsx';
import { Notice } from './Notice.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { SentenceBar } from './SentenceBar.tsx';
import { Timeline } from './Timeline.tsx';
import { TopBar } from './TopBar.tsx';
import { TourOnRequest } from './tour/TourOnRequest.tsx';
import { useKeys } from './useKeys.ts';
import { usePlay } from './usePlay.ts';
import { useWalk } from './useWalk.ts';
import './theme.css';
import './layout.css';

export function App() {
  useKeys();
  usePlay();
  const theme = useWalk((state) => state.settings.theme);
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <Checks>
      <OnPaper part="head" />
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
      <OnPaper part="steps" />
      <Notice />
      <TourOnRequest />
      <PanelBoundary name="Drawer">
        <Drawers />
      </PanelBoundary>
    </Checks>
  );
}
