/** The reading: every choice for what the text leaves open, and the options of the session. */

import type { ParameterName } from '#detach/variant.ts';
import type { Choice } from '#store/readingView.ts';
import { reading, readingChoices, sessionOptions } from '#store/readingView.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { Timing } from './Timing.tsx';

export function Reading() {
  const { preset, isPreset, groups } = useWalk(reading);
  const options = useWalk(sessionOptions);
  const { choosePreset, setParameter, setOption } = useActions();
  return (
    <>
      <ul className="presetList">
        {readingChoices.map((each) => (
          <li key={each.name}>
            <button
              type="button"
              className="plainButton"
              aria-pressed={isPreset && each.name === preset.name}
              onClick={() => choosePreset(each.name)}
            >
              {each.title}
            </button>
          </li>
        ))}
      </ul>
      <p>{isPreset ? preset.about : `Own reading; what differs from "${preset.title}" is marked.`}</p>
      {groups.map(({ title, choices }) => (
        <ChoiceTable
          key={title}
          title={title}
          choices={choices}
          onChoose={(name, value) => setParameter(name as ParameterName, value)}
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
    <table className="choiceTable">
      <caption>{title}</caption>
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.name} data-differs={choice.differs}>
            <th scope="row">
              {choice.words} <span className="drawerNote">{choice.name}</span>
            </th>
            <td>
              {choice.values.length === 0 ? (
                <input
                  key={choice.value}
                  aria-label={choice.words}
                  inputMode="numeric"
                  defaultValue={choice.value}
                  onBlur={(event) => onChoose(choice.name, event.target.value.trim())}
                />
              ) : (
                <select
                  aria-label={choice.words}
                  value={choice.value}
                  onChange={(event) => onChoose(choice.name, event.target.value)}
                >
                  {choice.values.map((value) => (
                    <option key={value}>{value}</option>
                  ))}
                </select>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
