/** Help: the way round, the page's settings, the keys, each panel, the two milestones, and every abbreviation. */
import { help, keyList } from '#store/helpView.ts';
import { tourStops, viewOf } from '#store/tourStops.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { Select } from '../controls/Select.tsx';
import { Switch } from '../controls/Switch.tsx';
import { tour } from '../tour/tour.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { PanelGuide } from './PanelGuide.tsx';
import './help.css';

const themes = [{ options: help.themes }];
const speeds = [{ options: help.speeds.map((speed) => ({ value: String(speed), label: `${speed} ×` })) }];

export function Help() {
  const settings = useWalk((state) => state.settings);
  const { set, open } = useActions();
  const stops = tourStops[useWalk(viewOf)];
  const showRound = () => {
    open(undefined);
    tour.begin(0);
  };
  return (
    <>
      <p className="helpTour">
        <button type="button" className="plainButton" onClick={showRound}>
          Show me round
        </button>{' '}
        What stands where, in {stops.length} stops; Esc leaves.
      </p>
      <div className="helpSettings">
        <Switch on={settings.keys} onChange={(keys) => set({ keys })}>
          Single keys
        </Switch>
        <Switch on={settings.hideNext} onChange={(hideNext) => set({ hideNext })}>
          Hide what comes next
        </Switch>
        <div className="helpChoice">
          <label htmlFor="theme">Theme</label>
          <Select
            id="theme"
            groups={themes}
            value={settings.theme}
            onChoose={(value) => {
              const theme = help.themes.find((each) => each.value === value);
              if (theme !== undefined) set({ theme: theme.value });
            }}
          />
        </div>
        <div className="helpChoice">
          <label htmlFor="speed">Speed of Play</label>
          <Select
            id="speed"
            groups={speeds}
            value={String(settings.speed)}
            onChoose={(value) => {
              const speed = help.speeds.find((each) => String(each) === value);
              if (speed !== undefined) set({ speed });
            }}
          />
        </div>
      </div>
      <table>
        <caption>Keys, where no focused control uses them</caption>
        <tbody>
          {keyList.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">{keys}</th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PanelGuide />
      <table>
        <caption>Milestones</caption>
        <tbody>
          {help.milestones.map((milestone) => (
            <tr key={milestone.id}>
              <th scope="row">{milestone.id}</th>
              <td>
                <Glossed text={milestone.text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Abbreviations</caption>
        <tbody>
          {help.glossary.map((entry) => (
            <tr key={entry.abbreviation}>
              <th scope="row">
                <dfn>{entry.abbreviation}</dfn>
              </th>
              <td>
                {entry.expansion}. {entry.meaning}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
