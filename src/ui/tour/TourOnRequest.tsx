/** The way round the page, where somebody has asked for it; its code is fetched then. */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { tour } from './tour.ts';

const Tour = lazy(() => import('./Tour.tsx').then((module) => ({ default: module.Tour })));

export function TourOnRequest() {
  const stop = useSyncExternalStore(tour.subscribe, tour.stop);
  if (stop === undefined) return null;
  return (
    <Suspense>
      <Tour at={stop} />
    </Suspense>
  );
}
