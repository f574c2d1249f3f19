/** The top bar: what this is, which scenario, which reading, and the page's own settings. */
import { lazy } from 'react';
import { currentReading, isOnFoundRun, presetChoices, scenarioGroups } from '#store/choices.ts';
import { OnceChecked } from './check/Checks.tsx';
import { KeyButton } from './controls/KeyButton.tsx';
import { Select } from './controls/Select.tsx';
import './topBar.css';
import { Glossed } from './controls/Glossed.tsx';
import { useActions, useWalk } from './useWalk.ts';

const CheckSign = lazy(() => import('./check/CheckSign.tsx').then((module) => ({ default: module.CheckSign })));

const scenarios = scenarioGroups.map((group) => ({
  title: group.title,
  options: group.scenarios.map((each) => ({ value: each.name, label: each.label })),
}));
const readings = [{ options: presetChoices.map((preset) => ({ value: preset.name, label: preset.title })) }];

export function TopBar() {
  const scenario = useWalk((state) => state.scenario);
  const found = useWalk(isOnFoundRun);
  const reading = useWalk(currentReading);
  const { choose, choosePreset, open } = useActions();
  const drawer = useWalk((state) => state.drawer);
  const toggle = (name: 'reading' | 'check' | 'compare' | 'learn' | 'share' | 'help') => ({
    'aria-expanded': drawer === name,
    onClick: () => open(drawer === name ? undefined : name),
  });
  return (
    <header className="topBar">
      <h1>
        <Glossed text="Mobile IP detach" />{' '}
        <small>
          <Glossed text="TR 24.801 8.4.3" />
        </small>
      </h1>
      <div className="topBarChoice" data-wide="true">
        <label htmlFor="scenario">Scenario</label>
        <Select
          id="scenario"
          groups={scenarios}
          value={found ? '' : scenario.name}
          otherwise="Run found by Check"
          onChoose={choose}
          describedBy="scenarioLook"
        />
        <span id="scenarioLook" hidden>
          {found ? '' : scenario.look}
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
      <button type="button" className="plainButton" {...toggle('reading')}>
        Details
      </button>
      <div className="topBarCheck">
        <KeyButton className="plainButton" keys="Key C" shortcuts="C" idle={false} {...toggle('check')}>
          Check
        </KeyButton>
        <div className="checkSign">
          <OnceChecked>
            <CheckSign />
          </OnceChecked>
        </div>
      </div>
      <button type="button" className="plainButton" {...toggle('compare')}>
        Compare
      </button>
      <button type="button" className="plainButton" {...toggle('learn')}>
        Learn
      </button>
      <button type="button" className="plainButton" {...toggle('share')}>
        Share
      </button>
      <button type="button" className="plainButton topBarHelp" {...toggle('help')}>
        Help
      </button>
    </header>
  );
}
