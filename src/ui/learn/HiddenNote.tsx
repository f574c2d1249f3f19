/** What the page hides while a question waits for its answer. */
import type { QuestionKind } from '#learn/question.ts';

const hides: Readonly<Record<QuestionKind, string>> = {
  possible: 'what is possible, and what comes next',
  next: 'what is possible, and what comes next',
  table: 'what comes next',
  clause: 'the sentence of this step',
};

export function HiddenNote({ kind }: { readonly kind: QuestionKind }) {
  return <p className="drawerNote">Hidden until you answer: {hides[kind]}.</p>;
}
