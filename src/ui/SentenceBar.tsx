/**
 * The Clauses panel in its closed form: the one sentence that this step rests on, with its clause and its force; where a person has
 * opened the text itself, its words above ours.
 */
import type { OwnWords } from '#store/ownText.ts';
import { orderIsSilent, sentenceInView } from '#store/view.ts';
import { CommentButton } from './clauses/CommentButton.tsx';
import { OwnSentences } from './clauses/OwnSentences.tsx';
import { useOwnText } from './clauses/useOwnText.ts';
import { Glossed } from './controls/Glossed.tsx';
import './sentenceBar.css';
import { useActions, useWalk } from './useWalk.ts';

export function SentenceBar() {
  const sentence = useWalk(sentenceInView);
  const silent = useWalk(orderIsSilent);
  const own = useOwnText((state) => state.view?.words.get(sentence.id));
  const isMissing = useOwnText((state) => state.view?.missing.some(({ id }) => id === sentence.id) ?? false);
  const isOpen = useWalk((state) => state.drawer === 'clauses');
  const { open } = useActions();
  return (
    <section aria-label="Clauses" className="sentenceBar">
      {own === undefined ? (
        <p className="sentenceBarText">
          <Glossed text={sentence.text} />
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it does not fit it scrolls, by keyboard too
        <div className="sentenceBarBoth" tabIndex={0} data-length={lengthOf(own)}>
          <p className="sentenceBarOwn">
            <span className="sentenceBarLabel">Your copy</span>{' '}
            <OwnSentences sentences={own.sentences} withRemoved={false} />
          </p>
          <p className="sentenceBarOurs">
            <span className="sentenceBarLabel">In our words</span> <Glossed text={sentence.text} />
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
        {isMissing && <span>(not in your copy)</span>}
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

/** Long sentences are set smaller, so that both forms stand there whole. */
function lengthOf({ sentences }: OwnWords): 'short' | 'usual' | 'long' {
  const characters = sentences.reduce((sum, { text }) => sum + text.length, 0);
  if (characters < 90) return 'short';
  return characters < 190 ? 'usual' : 'long';
}
