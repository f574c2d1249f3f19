/** The clause as running text with the current sentence lit; what it leaves open; how it differs from I-WLAN. */
import { useEffect, useRef } from 'react';
import { basesInView, clauseTexts, informative, iWlanContrast, openPoints } from '#store/clauseView.ts';
import { placeOfClause } from '#store/commentsView.ts';
import { BesideOurs } from '../clauses/BesideOurs.tsx';
import { CommentButton } from '../clauses/CommentButton.tsx';
import { OwnCopy } from '../clauses/OwnCopy.tsx';
import { Glossed, useGlossed } from '../controls/Glossed.tsx';
import { TabSet } from '../controls/TabSet.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import { Candidates } from './Candidates.tsx';

/** The whole text explains each abbreviation once. */
const allSentences = clauseTexts.flatMap(({ sentences }) => sentences);
const allTexts = allSentences.map((sentence) => sentence.text);

export function Clauses() {
  return (
    <TabSet
      tabs={[
        { name: 'clauses', title: 'Clauses', content: <RunningText /> },
        { name: 'own', title: 'Your copy', content: <OwnCopy /> },
        { name: 'open', title: 'Open points', content: <OpenPoints /> },
        { name: 'iWlan', title: 'I-WLAN and S2c', content: <Contrast /> },
      ]}
    />
  );
}

function RunningText() {
  const { main, all, elsewhere } = useWalk(basesInView);
  const glossed = useGlossed(allTexts);
  const text = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other sentence is brought into view anew
  useEffect(() => {
    text.current?.querySelector('[data-lit="main"]')?.scrollIntoView({ block: 'center' });
  }, [main]);
  return (
    <div ref={text}>
      <p className="drawerNote">
        In our own words. <Glossed text={informative} />
      </p>
      {elsewhere !== undefined && (
        <p>
          This step rests on a sentence that is not in the contribution:{' '}
          <span className="clauseSentence" data-lit="main">
            <Glossed text={elsewhere.text} />
          </span>{' '}
          <span className="force">
            [<Glossed text={`${elsewhere.clause}, ${elsewhere.force}`} />
            {elsewhere.confidence === 'unconfirmed' && ', unconfirmed'}]
          </span>
        </p>
      )}
      {clauseTexts.map(({ clause, sentences }) => (
        <section key={clause} aria-label={clause}>
          <h3>{clause === 'Discussion' ? 'Discussion part (not agreed text)' : clause}</h3>
          <p className="clauseText">
            {sentences.map((sentence) => (
              <span key={sentence.id}>
                <span
                  className="clauseSentence"
                  data-lit={sentence.id === main ? 'main' : all.has(sentence.id) ? 'also' : 'no'}
                >
                  {sentence.id === main && <span className="visuallyHidden">This step rests on: </span>}
                  <Glossed text={sentence.text} parts={glossed?.[allSentences.indexOf(sentence)]} />
                </span>{' '}
                <span className="force">
                  [<Glossed text={`${sentence.id}, ${sentence.force}`} />]
                </span>{' '}
                <BesideOurs id={sentence.id} />
              </span>
            ))}
          </p>
          <CommentButton place={placeOfClause(clause)} on={clause} />
        </section>
      ))}
    </div>
  );
}

function OpenPoints() {
  return (
    <>
      <h3>The editor's notes</h3>
      <ul className="drawerList">
        {openPoints.points.map((point) => (
          <li key={point.id}>
            <strong>{point.id}</strong> <Glossed text={point.text} />
          </li>
        ))}
      </ul>
      <Candidates />
      <h3>Gaps</h3>
      <ul className="drawerList">
        {openPoints.gaps.map((gap) => (
          <li key={gap.id}>
            <strong>
              {gap.id} <Glossed text={gap.title} />.
            </strong>{' '}
            <Glossed text={gap.text} />{' '}
            <span className="drawerNote">
              <Glossed text={gap.filled} />
            </span>{' '}
            <span className="force">
              <Glossed text={gap.settledBy === 'cited RFC' ? '[left to the cited RFC, no action]' : '[open]'} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Contrast() {
  const { choose } = useActions();
  return (
    <table>
      <caption>
        <Glossed text="The two differences from I-WLAN (TS 24.234 8.3 was not read)" />
      </caption>
      <thead>
        <tr>
          <td />
          {iWlanContrast.columns.map((column) => (
            <th key={column} scope="col">
              <Glossed text={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {iWlanContrast.rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">
              <Glossed text={row.title} />.{' '}
              <span className="drawerNote">
                <Glossed text={row.sentence} />
              </span>
            </th>
            {row.runs.map((name) => (
              <td key={name}>
                <button type="button" className="plainButton" onClick={() => choose(name)}>
                  Walk <span className="visuallyHidden">{name}</span>
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
