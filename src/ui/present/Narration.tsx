/** What has happened, in one line, and the sentence that it rests on. */
import { narration } from '#store/presentView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';

export function Narration() {
  const { title, sentence } = useWalk(narration);
  return (
    <section aria-label="Clauses" className="presentNarration" data-area="narration">
      <h1 aria-live="polite">
        <Glossed text={title} />
      </h1>
      <p className="presentSentence">
        <Glossed text={sentence.text} />
      </p>
      <p className="presentSource">
        <span>
          <Glossed text={sentence.clause} />
        </span>{' '}
        <strong>
          <Glossed text={sentence.force} />
        </strong>
        {sentence.confidence === 'unconfirmed' && <span> (unconfirmed)</span>}
      </p>
    </section>
  );
}
