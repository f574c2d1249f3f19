/**
 * The Clauses panel in its closed form: the one sentence that this step rests on, with its clause and its force; where a person has
 * opened the text itself, its words above ours.
 */
import { orderIsSilent, sentenceInView } from '#store/view.ts';
import { CommentButton } from './clauses/CommentButton.tsx';
import { OwnSentences } from './clauses/OwnSentences.tsx';
import { useOwnText } from './clauses/useOwnText.ts';
import './sentenceBar.css';
import { useActions, useWalk } from './useWalk.ts';

export function SentenceBar() {
  const sentence = useWalk(sentenceInView);
  const silent = useWalk(orderIsSilent);
  const own = useOwnText((state) => state.view?.words.get(sentence.id));
  const isOpen = useWalk((state) => state.drawer === 'clauses');
  const { open } = useActions();
  return (
    <section aria-label="Clauses" className="sentenceBar">
      {own === undefined ? (
        <p className="sentenceBarText">{sentence.text}</p>
      ) : (
        <div className="sentenceBarBoth">
          <p className="sentenceBarOwn">
            <span className="sentenceBarLabel">Your copy</span> <OwnSentences sentences={own.sentences} />
          </p>
          <p className="sentenceBarOurs">
            <span className="sentenceBarLabel">In our words</span> {sentence.text}
          </p>
        </div>
      )}
      <p className="sentenceBarSource">
        <span>{sentence.clause}</span>
        <span className="sentenceBarForce" data-force={sentence.force}>
          {sentence.force}
          {silent && '; order: text silent'}
        </span>
        {sentence.confidence === 'unconfirmed' && <span>(unconfirmed)</span>}
      </p>
      <span className="sentenceBarActs">
        <CommentButton />
        <button
          type="button"
          className="plainButton"
          aria-expanded={isOpen}
          onClick={() => open(isOpen ? undefined : 'clauses')}
        >
          Clauses
        </button>
      </span>
    </section>
  );
}
