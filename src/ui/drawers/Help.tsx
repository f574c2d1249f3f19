/** Help: the page's settings, the keys, the two milestones, and every abbreviation. */
import { help, keyList, tourStops } from '#store/helpView.ts';
import { Select } from '../controls/Select.tsx';
import { Switch } from '../controls/Switch.tsx';
import { tour } from '../tour/tour.ts';
import { useActions, useWalk } from '../useWalk.ts';
import './help.css';

const themes = [{ options: help.themes }];
const speeds = [{ options: help.speeds.map((speed) => ({ value: String(speed), label: `${speed} ×` })) }];

export function Help() {
  const settings = useWalk((state) => state.settings);
  const { set, open } = useActions();
  const showRound = (stop: number) => {
    open(undefined);
    tour.begin(stop);
  };
  return (
    <>
      <p className="helpTour">
        <button type="button" className="plainButton" onClick={() => showRound(0)}>
          Show me round
        </button>{' '}
        What stands where, in {tourStops.length} stops; Esc leaves.
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
      <table>
        <caption>What stands where</caption>
        <tbody>
          {help.regions.map(({ name, shows, stop }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shows}</td>
              <td>
                {stop !== undefined && (
                  <button
                    type="button"
                    className="plainButton"
                    aria-label={`Show ${name}`}
                    onClick={() => showRound(stop)}
                  >
                    Show
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Milestones</caption>
        <tbody>
          {help.milestones.map((milestone) => (
            <tr key={milestone.id}>
              <th scope="row">{milestone.id}</th>
              <td>{milestone.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Abbreviations</caption>
        <tbody>
          {help.glossary.map((entry) => (
            <tr key={entry.abbreviation}>
              <th scope="row">{entry.abbreviation}</th>
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
