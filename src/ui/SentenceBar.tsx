/** The Clauses panel in its closed form: the one sentence that this step rests on, with its clause and its force. */
import { orderIsSilent, sentenceInView } from '#store/view.ts';
import './sentenceBar.css';
import { useActions, useWalk } from './useWalk.ts';

export function SentenceBar() {
  const sentence = useWalk(sentenceInView);
  const silent = useWalk(orderIsSilent);
  const isOpen = useWalk((state) => state.drawer === 'clauses');
  const { open } = useActions();
  return (
    <section aria-label="Clauses" className="sentenceBar">
      <p className="sentenceBarText">{sentence.text}</p>
      <p className="sentenceBarSource">
        <span>{sentence.clause}</span>
        <span className="sentenceBarForce" data-force={sentence.force}>
          {sentence.force}
          {silent && '; order: text silent'}
        </span>
        {sentence.confidence === 'unconfirmed' && <span>(unconfirmed)</span>}
      </p>
      <button
        type="button"
        className="plainButton"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? undefined : 'clauses')}
      >
        Clauses
      </button>
    </section>
  );
}
