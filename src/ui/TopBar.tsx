/** The top bar: what this is, which scenario, which reading, and the page's own settings. */
import { currentReading, presetChoices, scenarioGroups } from '#store/choices.ts';
import './topBar.css';
import { useActions, useWalk } from './useWalk.ts';

const ownReading = 'own';

export function TopBar() {
  const scenario = useWalk((state) => state.scenario);
  const reading = useWalk(currentReading);
  const { choose, choosePreset, open } = useActions();
  const readingOpen = useWalk((state) => state.drawer === 'reading');
  const helpOpen = useWalk((state) => state.drawer === 'help');
  return (
    <header className="topBar">
      <h1>
        Mobile IP detach <small>TR 24.801 8.4.3</small>
      </h1>
      <label>
        <span>Scenario</span>
        <select value={scenario.name} onChange={(event) => choose(event.target.value)} title={scenario.look}>
          {scenarioGroups.map((group) => (
            <optgroup key={group.title} label={group.title}>
              {group.scenarios.map((each) => (
                <option key={each.name} value={each.name}>
                  {each.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        <span>Reading</span>
        <select value={reading?.name ?? ownReading} onChange={(event) => choosePreset(event.target.value)}>
          {presetChoices.map((preset) => (
            <option key={preset.name} value={preset.name}>
              {preset.title}
            </option>
          ))}
          {reading === undefined && (
            <option value={ownReading} disabled>
              Own reading
            </option>
          )}
        </select>
      </label>
      <button
        type="button"
        className="plainButton"
        aria-expanded={readingOpen}
        onClick={() => open(readingOpen ? undefined : 'reading')}
      >
        Details
      </button>
      <button
        type="button"
        className="plainButton topBarHelp"
        aria-expanded={helpOpen}
        onClick={() => open(helpOpen ? undefined : 'help')}
      >
        Help
      </button>
    </header>
  );
}
