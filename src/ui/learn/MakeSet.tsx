/** A teacher makes a set: lessons, questions and challenges, handed out as a link. */
import { useState } from 'react';
import { setLink } from '#store/learnFiles.ts';
import { choicesOfSet } from '#store/learnView.ts';
import { copyLink } from '#store/linkView.ts';
import { useWalk } from '../useWalk.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function MakeSet() {
  const publicAddress = useWalk((state) => state.settings.publicAddress);
  const draft = useLearn((state) => state.draft);
  const { changeDraft } = useLearnActions();
  const { title, lessons, challenges, questions, seed } = draft;
  const [told, setTold] = useState('');
  const set = {
    title,
    lessons,
    challenges,
    questions: wholeNumber(questions, choicesOfSet.mostQuestions),
    seed: wholeNumber(seed, 1e9),
  };
  const empty = lessons.length === 0 && challenges.length === 0;
  const { address, dead } = setLink(set, publicAddress);
  const copy = async () => {
    setTold((await copyLink(address)) ? 'Copied.' : 'This browser gives no clipboard: copy the text of the link.');
  };
  return (
    <details className="learnDetails">
      <summary>For a teacher: make a set</summary>
      <label className="learnField">
        Title of the set
        <input className="choiceField" value={title} onChange={({ target }) => changeDraft({ title: target.value })} />
      </label>
      <Choices
        title="Lessons"
        all={choicesOfSet.lessons}
        chosen={lessons}
        onChoose={(names) => changeDraft({ lessons: names })}
      />
      <label className="learnField">
        Number of questions about their runs, at most {choicesOfSet.mostQuestions}
        <input
          className="choiceField"
          inputMode="numeric"
          value={questions}
          onChange={({ target }) => changeDraft({ questions: target.value })}
        />
      </label>
      <label className="learnField">
        Seed: the same number asks the same questions
        <input
          className="choiceField"
          inputMode="numeric"
          value={seed}
          onChange={({ target }) => changeDraft({ seed: target.value })}
        />
      </label>
      <Choices
        title="Challenges"
        all={choicesOfSet.challenges}
        chosen={challenges}
        onChoose={(names) => changeDraft({ challenges: names })}
      />
      {empty ? (
        <p role="status">Choose a lesson or a challenge: then there is a link.</p>
      ) : (
        <>
          {dead !== undefined && (
            <p>
              <strong>{dead}</strong> Under Share you can say where others find this page.
            </p>
          )}
          <label className="learnField">
            The link to the set
            <textarea readOnly rows={3} value={address} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p className="learnActs">
            <button type="button" className="plainButton" onClick={copy}>
              Copy the link to the set
            </button>
            <span role="status">{told}</span>
          </p>
        </>
      )}
    </details>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly all: readonly { readonly name: string; readonly title: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}

function Choices({ title, all, chosen, onChoose }: ChoicesProps) {
  return (
    <fieldset className="questionCard">
      <legend>{title}</legend>
      <ul>
        {all.map((each) => (
          <li key={each.name}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(each.name)}
                onChange={({ target }) =>
                  onChoose(
                    all
                      .map(({ name }) => name)
                      .filter((name) => (name === each.name ? target.checked : chosen.includes(name))),
                  )
                }
              />
              <span>{each.title}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What was written as a whole number of 0 to `most`; anything else counts as 0. */
function wholeNumber(text: string, most: number): number {
  return /^\d{1,10}$/.test(text.trim()) ? Math.min(Number(text), most) : 0;
}
