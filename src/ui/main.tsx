import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <main>
      <h1>Mobile IP detach, TR 24.801 8.4.3</h1>
    </main>
  </StrictMode>,
);
