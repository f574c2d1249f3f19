/** A verdict in its one word, in the same frame wherever it stands. */
import type { VerdictMark } from '#store/checkWords.ts';
import { verdictMarks } from '#store/checkWords.ts';

interface Props {
  readonly mark: VerdictMark;
}

export function VerdictSign({ mark }: Props) {
  return (
    <strong className="verdictMark" data-mark={mark}>
      {verdictMarks[mark]}
    </strong>
  );
}
