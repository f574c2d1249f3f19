/** The app with the run in view, as one file that works without a network. */
import { useContext, useState } from 'react';
import { Glossed } from '../controls/Glossed.tsx';
import { WalkContext } from '../useWalk.ts';

export function HtmlFile() {
  const store = useContext(WalkContext);
  const [told, setTold] = useState('');
  const onClick = async () => {
    if (store === undefined) return;
    const { saveWalkAsHtml } = await import('#store/saveHtmlFile.ts');
    setTold(await saveWalkAsHtml(store.getState()));
  };
  return (
    <section aria-labelledby="htmlFile">
      <h3 id="htmlFile">
        <Glossed text="One HTML file" />
      </h3>
      <p>All of this app with this run in it, for a mail or a meeting server: it works without a network.</p>
      <p>
        <button type="button" className="plainButton" onClick={onClick}>
          Save as one HTML file
        </button>{' '}
        <span role="status" className="drawerNote">
          {told}
        </span>
      </p>
    </section>
  );
}
