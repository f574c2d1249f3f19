/** How a person's own copy and our sentences fit: what matches nothing first, then each that was found, with its words and how well. */
import type { OwnTextView } from '#store/ownTextShown.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { OwnSentences } from './OwnSentences.tsx';

export function OwnMatches({ view }: { readonly view: OwnTextView }) {
  return (
    <>
      <Unmatched view={view} />
      <Matched view={view} />
    </>
  );
}

function Unmatched({ view: { missing, unknown, gone, comparedWith } }: { readonly view: OwnTextView }) {
  return (
    <section aria-label="What does not match">
      <h3>What does not match</h3>
      {missing.length + unknown.length + gone.length === 0 && <p>Everything matches.</p>}
      {missing.length > 0 && (
        <>
          <h4>Sentences of ours that nothing in it says ({missing.length})</h4>
          <ul className="drawerList">
            {missing.map(({ id, title }) => (
              <li key={id}>
                <Glossed text={title} /> <span className="force">[{id}]</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <>
          <h4>Sentences of it that this app does not know ({unknown.length})</h4>
          <ul className="drawerList">
            {unknown.map((sentence) => (
              <li key={sentence.text}>
                <OwnSentences sentences={[sentence]} />
                {sentence.clause !== undefined && <span className="force">[{sentence.clause}]</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <h4>
            Sentences of {comparedWith === undefined ? 'the first text' : <bdi>{comparedWith}</bdi>} that are gone (
            {gone.length})
          </h4>
          <ul className="drawerList">
            {gone.map((text) => (
              <li key={text}>
                <del>
                  <bdi>{text}</bdi>
                </del>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Matched({ view: { found, words } }: { readonly view: OwnTextView }) {
  return (
    <section aria-label="What matches">
      <h3>What matches ({found.length})</h3>
      <p className="drawerNote">A sentence is known by its place and its key words.</p>
      <ul className="drawerList">
        {found.map(({ id, title }) => {
          const own = words.get(id);
          return (
            <li key={id}>
              <Glossed text={title} /> <span className="force">[{id}]</span>
              {own !== undefined && (
                <span className="ownBeside">
                  <OwnSentences sentences={own.sentences} />
                  <span className="ownHowWell">
                    {own.howWell}, {own.moved ? 'in another place' : 'in its place'}
                    {own.sharedWith.length > 0 && `, together with ${own.sharedWith.join(', ')}`}
                  </span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
