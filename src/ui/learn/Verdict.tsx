/** What a marked answer is told: right or not, and why. */
import type { RefObject } from 'react';
import type { Mark, Question } from '#learn/question.ts';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly question: Question;
  readonly mark: Mark;
  readonly place: RefObject<HTMLParagraphElement | null>;
}

export function Verdict({ question, mark, place }: Props) {
  const told = mark.right ? question.options.filter(({ right }) => right) : mark.wrong.map(({ option }) => option);
  return (
    <>
      <p className="learnVerdict" ref={place} tabIndex={-1}>
        {mark.right ? 'Right.' : 'Not right.'}
      </p>
      <ul className="drawerList">
        {told.map(({ key, text, why }) => (
          <li key={key}>
            <strong>{text}</strong>
            <br />
            <Glossed text={why} />
          </li>
        ))}
      </ul>
      {question.about !== undefined && (
        <p>
          <Glossed text={question.about} />
        </p>
      )}
    </>
  );
}
