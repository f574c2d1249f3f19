/** A question with its options; once it is marked, what was right, and why. */
import { type RefObject, useId, useMemo } from 'react';
import type { GlossedPart } from '#store/glossed.ts';
import type { AskedQuestion } from '#store/learnView.ts';
import { markOf } from '#store/learnView.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Abbreviation } from '../controls/Abbreviation.tsx';
import { Glossed, useGlossed } from '../controls/Glossed.tsx';
import { HiddenNote } from './HiddenNote.tsx';
import { useFocusNext } from './useFocusNext.ts';
import { useLearn, useLearnActions } from './useLearn.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly asked: AskedQuestion;
  /** The card itself, for an act that brings the question on the page. */
  readonly place: RefObject<HTMLFieldSetElement | null>;
}

const nothing: readonly string[] = [];

export function QuestionCard({ asked: { id, question }, place }: Props) {
  const chosen = useLearn((state) => state.chosen.get(id) ?? nothing);
  const marked = useLearn((state) => state.marked.has(id));
  const { choose, mark, again } = useLearnActions();
  const name = useId();
  const texts = useMemo(() => [question.text, ...question.options.map(({ text }) => text)], [question]);
  const [inQuestion, ...inOptions] = useGlossed(texts) ?? [];
  const verdict = useFocusNext<HTMLParagraphElement>();
  return (
    <fieldset className="questionCard" ref={place} tabIndex={-1}>
      <legend>
        <Glossed text={question.text} parts={inQuestion} />
      </legend>
      {!marked && <HiddenNote kind={question.kind} />}
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
      <ShortForms parts={inOptions.flat()} />
      <div role="status">
        {marked && <Verdict question={question} mark={markOf(question, chosen)} place={verdict.place} />}
      </div>
      <p className="learnActs">
        {marked ? (
          <button
            key="again"
            type="button"
            className="plainButton"
            onClick={() => {
              again(id);
              place.current?.focus();
            }}
          >
            Try again
          </button>
        ) : (
          <ActionButton
            key="mark"
            className="plainButton learnPrimary"
            idle={chosen.length === 0}
            onClick={() => {
              verdict.want();
              mark(id, question);
            }}
          >
            Check the answer
          </ActionButton>
        )}
      </p>
    </fieldset>
  );
}

/** What is short in the options: there it cannot be a button, since an option is one already. */
function ShortForms({ parts }: { readonly parts: readonly GlossedPart[] }) {
  const short = parts.flatMap(({ text, words }) => (words === undefined ? [] : [{ text, words }]));
  if (short.length === 0) return null;
  return (
    <p className="drawerNote learnShort">
      Short forms:{' '}
      {short.map(({ text, words }) => (
        <Abbreviation key={text} words={words} inText>
          {text}
        </Abbreviation>
      ))}
    </p>
  );
}
