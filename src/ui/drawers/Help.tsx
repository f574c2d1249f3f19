/** Help: the page's settings, the keys, the two milestones, and every abbreviation. */
import { help, keyList } from '#store/helpView.ts';
import { useActions, useWalk } from '../useWalk.ts';
import './help.css';

export function Help() {
  const settings = useWalk((state) => state.settings);
  const { set } = useActions();
  return (
    <>
      <div className="helpSettings">
        <label>
          <input type="checkbox" checked={settings.keys} onChange={(event) => set({ keys: event.target.checked })} />{' '}
          Single keys
        </label>
        <label>
          <input
            type="checkbox"
            checked={settings.hideNext}
            onChange={(event) => set({ hideNext: event.target.checked })}
          />{' '}
          Hide what comes next
        </label>
        <label>
          Theme{' '}
          <select
            value={settings.theme}
            onChange={(event) => {
              const theme = help.themes.find((each) => each === event.target.value);
              if (theme !== undefined) set({ theme });
            }}
          >
            {help.themes.map((theme) => (
              <option key={theme}>{theme}</option>
            ))}
          </select>
        </label>
        <label>
          Speed of Play{' '}
          <select
            value={settings.speed}
            onChange={(event) => {
              const speed = help.speeds.find((each) => String(each) === event.target.value);
              if (speed !== undefined) set({ speed });
            }}
          >
            {help.speeds.map((speed) => (
              <option key={speed}>{speed}</option>
            ))}
          </select>
        </label>
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
          {help.regions.map(([name, shows]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shows}</td>
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
