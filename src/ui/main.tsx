/** The page begins: settings from the browser, the run from the address, and the app in its place. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openWalk } from '#store/openWalk.ts';
import { App } from './App.tsx';
import { WalkContext } from './useWalk.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the app');
createRoot(root).render(
  <StrictMode>
    <WalkContext value={openWalk()}>
      <App />
    </WalkContext>
  </StrictMode>,
);
