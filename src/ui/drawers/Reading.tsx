/** The reading: every choice for what the text leaves open, and the options of the session. */

import type { Choice } from '#store/readingView.ts';
import { reading, readingChoices, sessionOptions } from '#store/readingView.ts';
import { Select } from '../controls/Select.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import { Timing } from './Timing.tsx';
import './reading.css';
import { Glossed } from '../controls/Glossed.tsx';

export function Reading() {
  const { preset, isPreset, groups } = useWalk(reading);
  const options = useWalk(sessionOptions);
  const { choosePreset, setParameters, setOption } = useActions();
  return (
    <>
      <ul className="readingPresets" aria-label="Readings that have a name">
        {readingChoices.map((each) => (
          <li key={each.name}>
            <button
              type="button"
              className="plainButton"
              aria-pressed={isPreset && each.name === preset.name}
              aria-describedby={`reading-${each.name}`}
              onClick={() => choosePreset(each.name)}
            >
              {each.title}
            </button>
            <span id={`reading-${each.name}`}>
              <Glossed text={each.about} />
            </span>
          </li>
        ))}
      </ul>
      {!isPreset && (
        <p className="readingOwn">
          <span>A reading of your own. What differs from "{preset.title}" is marked.</span>
          <button type="button" className="plainButton" onClick={() => choosePreset(preset.name)}>
            Back to preset
          </button>
        </p>
      )}
      {groups.map(({ title, choices }) => (
        <ChoiceTable
          key={title}
          title={title}
          choices={choices}
          onChoose={(name, value) => setParameters({ [name]: value })}
        />
      ))}
      <ChoiceTable title="Session: no part of the reading" choices={options} onChoose={setOption} />
      <Timing />
    </>
  );
}

interface ChoiceTableProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (name: string, value: string) => void;
}

function ChoiceTable({ title, choices, onChoose }: ChoiceTableProps) {
  return (
    <table className="choiceTable readingTable">
      <caption>
        <Glossed text={title} />
      </caption>
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.name} data-differs={choice.presetHas !== undefined}>
            <th scope="row">
              <Glossed text={choice.words} /> <span className="drawerNote">{choice.name}</span>
              {choice.presetHas !== undefined && (
                <span className="readingWas" id={`was-${choice.name}`}>
                  In the preset: <Glossed text={choice.presetHas} />
                </span>
              )}
            </th>
            <td>
              <Control choice={choice} onChoose={(value) => onChoose(choice.name, value)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Control({ choice, onChoose }: { readonly choice: Choice; readonly onChoose: (value: string) => void }) {
  const described = choice.presetHas === undefined ? undefined : `was-${choice.name}`;
  if (choice.values.length === 0) {
    return (
      <input
        key={choice.value}
        className="choiceField"
        aria-label={choice.words}
        inputMode="numeric"
        defaultValue={choice.value}
        onBlur={(event) => {
          const value = event.target.value.trim();
          if (value !== choice.value) onChoose(value);
        }}
      />
    );
  }
  return (
    <Select
      name={choice.words}
      describedBy={described}
      groups={[{ options: choice.values.map(({ value, words }) => ({ value, label: words })) }]}
      value={choice.value}
      onChoose={onChoose}
    />
  );
}
