/** What stands where: each part of the app, what it shows, and a button that shows it in its place. */
import type { HelpPanel, PanelPlace } from '#store/helpPanels.ts';
import { helpPanels } from '#store/helpPanels.ts';
import { viewOf } from '#store/tourStops.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { tour } from '../tour/tour.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { showInDrawer } from './showInDrawer.ts';

export function PanelGuide() {
  const view = useWalk(viewOf);
  return (
    <table>
      <caption>What stands where</caption>
      <tbody>
        {helpPanels.map((panel) => (
          <tr key={panel.name}>
            <th scope="row">
              <Glossed text={panel.name} />
            </th>
            <td>
              <Glossed text={panel.shows} />
            </td>
            <td>{isReached(panel.place, view) && <ShowButton panel={panel} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The bands of the page are in no other view, and no view opens itself. */
function isReached({ type }: PanelPlace, view: ReturnType<typeof viewOf>): boolean {
  if (type === 'stop') return view === 'page';
  return type === 'drawer' || (type === 'present' ? view !== 'presenter' : view === 'page');
}

function ShowButton({ panel: { name, place } }: { readonly panel: HelpPanel }) {
  const { open, present } = useActions();
  const label = `Show ${name}`;
  if (place.type === 'embed') {
    return (
      <a
        className="plainButton"
        href="?embed"
        target="_blank"
        rel="noreferrer"
        aria-label={`${label}, in a new tab`}
        // The run in view at that moment.
        onClick={({ currentTarget }) => currentTarget.setAttribute('href', `?embed${window.location.hash}`)}
      >
        Show
      </a>
    );
  }
  const show = () => {
    if (place.type === 'drawer') {
      open(place.drawer);
      if (place.at !== undefined) showInDrawer(place.at);
      return;
    }
    open(undefined);
    if (place.type === 'stop') tour.begin(place.stop);
    else present(true);
  };
  return (
    <button type="button" className="plainButton" aria-label={label} onClick={show}>
      Show
    </button>
  );
}
