/** All claims in one table: over all runs of the reading, and at the step in view, where each says which part of it is false. */
import { sentenceOffWords } from '#store/brokenHere.ts';
import type { HereView } from '#store/claimsView.ts';
import { claimViews } from '#store/claimsView.ts';
import { clausesOf } from '#store/questionsView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';
import { OwnProperties } from './OwnProperties.tsx';
import { RunButton } from './RunButton.tsx';
import { useChecks } from './useChecks.ts';
import { useReadingTask } from './useReadingTask.ts';
import { VerdictSign } from './VerdictSign.tsx';

export function ClaimList() {
  const answer = useReadingTask()?.answer;
  const own = useChecks((state) => state.own?.text ?? '');
  const run = useWalk((state) => state.run);
  const variant = useWalk((state) => state.variant);
  // Where a sentence is off, the two columns speak of two systems.
  const off = useWalk(sentenceOffWords) !== undefined;
  const inAllRuns = off ? 'In all runs, with the sentence' : 'In all runs';
  const atStep = off ? `At step ${run.step}, without it` : `At step ${run.step}`;
  return (
    <>
      {answer === undefined ? (
        <p>One moment.</p>
      ) : (
        <table className="claimTable">
          <caption className="visuallyHidden">All claims</caption>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">{inAllRuns}</th>
              <th scope="col">{atStep}</th>
            </tr>
          </thead>
          <tbody>
            {claimViews(answer, own, { run }).map((claim) => (
              <tr key={claim.key}>
                <th scope="row">
                  <Glossed text={claim.sentence} />
                  {claim.own && <span className="drawerNote"> (your own)</span>}
                  <span className="drawerNote claimMeaning">
                    <Glossed text={claim.meaning} />
                  </span>
                </th>
                <td data-column={inAllRuns}>
                  <VerdictSign mark={claim.mark} /> <span className="claimVerdict">{claim.verdict}</span>
                  {claim.run !== undefined && (
                    <RunButton
                      variant={variant}
                      events={claim.run}
                      words={claim.sentence}
                      claim={claim.mark === 'holds' ? 'bears out' : 'fails'}
                    />
                  )}
                </td>
                <td data-column={atStep}>
                  <Here here={claim.here} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OwnProperties />
    </>
  );
}

function Here({ here }: { readonly here: HereView | undefined }) {
  if (here === undefined) return 'not judged: it does not fit the reading in view';
  if (!here.broken) return here.words;
  return (
    <>
      <strong>{here.words}</strong>
      <ul>
        {here.parts.map((part) => (
          <li key={`${part.words} ${part.now}`}>
            <Glossed text={part.now} />{' '}
            <span className="force">
              [<Glossed text={clausesOf(part.bases)} />]
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
