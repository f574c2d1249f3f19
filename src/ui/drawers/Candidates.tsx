/** The candidate answers to what is for further study, each with what speaks for and against it; those modelled can be taken. */
import { choicesOf, openPoints } from '#store/clauseView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useActions, useWalk } from '../useWalk.ts';

export function Candidates() {
  const { setParameters } = useActions();
  const variant = useWalk((state) => state.variant);
  return (
    <>
      <h3>Candidate answers</h3>
      <ol className="drawerList">
        {openPoints.candidates.map((candidate) => {
          const choices = choicesOf(candidate.modelled);
          const missing = choices.filter(([name, value]) => variant[name] !== value);
          return (
            <li key={candidate.id}>
              <strong>
                {candidate.id} <Glossed text={candidate.title} />
              </strong>{' '}
              <Glossed text={candidate.text} />{' '}
              <span className="drawerNote">
                <Glossed text={candidate.flow.join('; ')} />
              </span>
              <table>
                <tbody>
                  <tr>
                    <th scope="row">For</th>
                    <td>
                      <Glossed text={candidate.for.join(' ')} />
                    </td>
                  </tr>
                  <tr>
                    <th scope="row">Against</th>
                    <td>
                      <Glossed text={candidate.against.join(' ')} />
                    </td>
                  </tr>
                </tbody>
              </table>
              {choices.length === 0 ? (
                <span className="drawerNote">Not modelled.</span>
              ) : (
                <button
                  type="button"
                  className="plainButton"
                  aria-pressed={missing.length === 0}
                  onClick={() => {
                    setParameters(Object.fromEntries(missing));
                  }}
                >
                  Take this reading
                  <span className="visuallyHidden">: {candidate.title}</span>
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
