/** What has happened, in one line, and the sentence that it rests on. */
import { narration } from '#store/presentView.ts';
import { useWalk } from '../useWalk.ts';

export function Narration() {
  const { title, sentence } = useWalk(narration);
  return (
    <section aria-label="Clauses" className="presentNarration">
      <h1 aria-live="polite">{title}</h1>
      <p className="presentSentence">{sentence.text}</p>
      <p className="presentSource">
        <span>{sentence.clause}</span> <strong>{sentence.force}</strong>
        {sentence.confidence === 'unconfirmed' && <span> (unconfirmed)</span>}
      </p>
    </section>
  );
}
