/** A question with its options; once it is marked, what was right, and why. */
import { useId } from 'react';
import type { AskedQuestion } from '#store/learnView.ts';
import { markOf } from '#store/learnView.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

const nothing: readonly string[] = [];

export function QuestionCard({ asked: { id, question } }: { readonly asked: AskedQuestion }) {
  const chosen = useLearn((state) => state.chosen.get(id) ?? nothing);
  const marked = useLearn((state) => state.marked.has(id));
  const { choose, mark, again } = useLearnActions();
  const name = useId();
  const verdict = marked ? markOf(question, chosen) : undefined;
  return (
    <fieldset className="questionCard">
      <legend>{question.text}</legend>
      <ul>
        {question.options.map((option) => (
          <li key={option.key}>
            <label>
              <input
                type={question.several ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.includes(option.key)}
                disabled={marked}
                onChange={() => choose(id, question, option.key)}
              />
              <span>
                {option.text}
                {marked && option.right && <strong> ✓ right</strong>}
                {marked && !option.right && chosen.includes(option.key) && <strong> ✗ wrong</strong>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div role="status">
        {verdict !== undefined && (
          <>
            <p className="learnVerdict">{verdict.right ? 'Right.' : 'Not right.'}</p>
            <ul className="drawerList">
              {(verdict.right
                ? question.options.filter((each) => each.right)
                : verdict.wrong.map(({ option }) => option)
              ).map((option) => (
                <li key={option.key}>
                  {option.text}: {option.why}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className="learnActs">
        {marked ? (
          <button type="button" className="plainButton" onClick={() => again(id)}>
            Try again
          </button>
        ) : (
          <button
            type="button"
            className="plainButton learnPrimary"
            aria-disabled={chosen.length === 0}
            onClick={() => {
              if (chosen.length > 0) mark(id, question);
            }}
          >
            Check the answer
          </button>
        )}
      </p>
    </fieldset>
  );
}
