/** The top bar: what this is, which scenario, which reading, and the page's own settings. */
import { currentReading, presetChoices, scenarioGroups } from '#store/choices.ts';
import { Select } from './controls/Select.tsx';
import './topBar.css';
import { useActions, useWalk } from './useWalk.ts';

const scenarios = scenarioGroups.map((group) => ({
  title: group.title,
  options: group.scenarios.map((each) => ({ value: each.name, label: each.label })),
}));
const readings = [{ options: presetChoices.map((preset) => ({ value: preset.name, label: preset.title })) }];

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
      <div className="topBarChoice" data-wide="true">
        <label htmlFor="scenario">Scenario</label>
        <Select id="scenario" groups={scenarios} value={scenario.name} onChoose={choose} describedBy="scenarioLook" />
        <span id="scenarioLook" hidden>
          {scenario.look}
        </span>
      </div>
      <div className="topBarChoice">
        <label htmlFor="reading">Reading</label>
        <Select
          id="reading"
          groups={readings}
          value={reading?.name ?? ''}
          otherwise="Own reading"
          onChoose={choosePreset}
        />
      </div>
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
