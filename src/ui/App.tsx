/** The page: its bands, or the presenter view, or the walk alone; the keys; and the drawers over them. */
import { lazy, Suspense, useEffect } from 'react';
import { isEmbedded } from '#store/presentView.ts';
import { Bands } from './Bands.tsx';
import { Checks } from './check/Checks.tsx';
import { Drawers } from './drawers/Drawers.tsx';
import { OnPaper } from './handout/OnPaper.tsx';
import { Notice } from './Notice.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { TourOnRequest } from './tour/TourOnRequest.tsx';
import { useKeys } from './useKeys.ts';
import { usePlay } from './usePlay.ts';
import { useWalk } from './useWalk.ts';
import './theme.css';
import './layout.css';

const Presenter = lazy(() => import('./present/Presenter.tsx').then((module) => ({ default: module.Presenter })));
const Embedded = lazy(() => import('./present/Embedded.tsx').then((module) => ({ default: module.Embedded })));

export function App() {
  useKeys();
  usePlay();
  const theme = useWalk((state) => state.settings.theme);
  const presenting = useWalk((state) => state.presenting);
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <Checks>
      <OnPaper part="head" />
      {presenting ? (
        <PanelBoundary name="Presenter view">
          <Suspense>
            <Presenter />
          </Suspense>
        </PanelBoundary>
      ) : isEmbedded() ? (
        <PanelBoundary name="Walk">
          <Suspense>
            <Embedded />
          </Suspense>
        </PanelBoundary>
      ) : (
        <Bands />
      )}
      <OnPaper part="steps" />
      <Notice />
      <PanelBoundary name="Tour">
        <TourOnRequest />
      </PanelBoundary>
      <PanelBoundary name="Drawer">
        <Drawers />
      </PanelBoundary>
    </Checks>
  );
}
