/** The readings that a person's own copy seems to settle; each is taken by a button. */
import type { Proposal } from '#store/ownTextShown.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useActions, useWalk } from '../useWalk.ts';

export function OwnProposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const variant = useWalk((state) => state.variant);
  const { setParameters } = useActions();
  if (proposals.length === 0) return null;
  return (
    <section aria-label="What it seems to settle">
      <h3>What it seems to settle</h3>
      <p className="drawerNote">By the words alone: read the sentence, and decide yourself.</p>
      <ul className="drawerList">
        {proposals.map(({ parameter, value, words, sentence }) => (
          <li key={`${parameter} ${value} ${sentence}`}>
            <strong>
              <Glossed text={words} />.
            </strong>{' '}
            <bdi className="ownQuote">
              <Glossed text={sentence} />
            </bdi>{' '}
            <button
              type="button"
              className="plainButton"
              aria-pressed={String(variant[parameter]) === value}
              onClick={() => setParameters({ [parameter]: value })}
            >
              Take this reading
              <span className="visuallyHidden">: {words}</span>
            </button>
            {String(variant[parameter]) === value && ' It is in use.'}
          </li>
        ))}
      </ul>
    </section>
  );
}
