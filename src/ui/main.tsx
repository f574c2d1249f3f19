/** The page begins: what index.html says is painted first, then the app is run. The build has both fetched side by side. */
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the app');

const begin = () =>
  import('./start.tsx')
    .then(({ start }) => start(root))
    .catch((error) => {
      root.textContent = `Lifetime Zero could not start: ${error}`;
    });

// A page that is not in view paints nothing to wait for.
if (document.hidden) begin();
else requestAnimationFrame(() => setTimeout(begin));
