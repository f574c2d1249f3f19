/**
 * The Clauses panel in its closed form: the one sentence that this step rests on, with its clause and its force; where a person has
 * opened the text itself, its words above ours.
 */
import { orderIsSilent, sentenceInView } from '#store/view.ts';
import { hidesClause } from '#store/walkState.ts';
import { CommentButton } from './clauses/CommentButton.tsx';
import { ownInBarPart } from './clauses/ownInBarPart.ts';
import { Glossed } from './controls/Glossed.tsx';
import { useLater } from './controls/later.ts';
import './sentenceBar.css';
import { useActions, useWalk } from './useWalk.ts';

export function SentenceBar() {
  const sentence = useWalk(sentenceInView);
  const silent = useWalk(orderIsSilent);
  const own = useLater(ownInBarPart);
  const isOpen = useWalk((state) => state.drawer === 'clauses');
  const hidden = useWalk(hidesClause);
  const { open } = useActions();
  if (hidden) {
    return (
      <section aria-label="Clauses" className="sentenceBar">
        <p className="sentenceBarText">Which sentence this step rests on is asked in Learn.</p>
      </section>
    );
  }
  const ours = (
    <p className="sentenceBarText">
      <Glossed text={sentence.text} />
    </p>
  );
  return (
    <section aria-label="Clauses" className="sentenceBar">
      {own === undefined ? (
        ours
      ) : (
        <own.OwnInBar id={sentence.id} text={sentence.text}>
          {ours}
        </own.OwnInBar>
      )}
      <p className="sentenceBarSource">
        <span>
          <Glossed text={sentence.clause} />
        </span>
        <span className="sentenceBarForce" data-force={sentence.force}>
          <Glossed text={sentence.force} />
          {silent && '; order: text silent'}
        </span>
        {sentence.confidence === 'unconfirmed' && <span>(unconfirmed)</span>}
        {own !== undefined && <own.NotInCopy id={sentence.id} />}
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
