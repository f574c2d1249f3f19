/** The app takes its place: settings from the browser, the run from the address. */
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { openWalk } from '#store/openWalk.ts';
import { App } from './App.tsx';
import { WalkContext } from './useWalk.ts';

export function start(root: HTMLElement): void {
  const walk = openWalk();
  const app = createRoot(root);
  // As a transition React works in slices, so that a slow machine answers in between.
  startTransition(() =>
    app.render(
      <StrictMode>
        <WalkContext value={walk}>
          <App />
        </WalkContext>
      </StrictMode>,
    ),
  );
}
