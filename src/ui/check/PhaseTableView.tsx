/** A space too large to be drawn, by the phases of both ends: how many states, how many at rest, how many failing. */
import type { SpaceAnswer } from '#shell/checkMessages.ts';
import type { PhaseRow } from '#store/spaceView.ts';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly answer: SpaceAnswer;
  readonly rows: readonly PhaseRow[];
  readonly onGo: (events: readonly string[]) => void;
}

export function PhaseTableView({ answer, rows, onGo }: Props) {
  return (
    <>
      <p className="drawerNote">
        {answer.states.toLocaleString('en')} states{answer.table?.finished === true ? '' : ' so far, not finished'}: too
        many to be drawn, so they stand by the phases of both ends.
      </p>
      <table className="phaseTable stackedTable">
        <caption className="visuallyHidden">States by phases</caption>
        <thead>
          <tr>
            <th scope="col">Phases</th>
            <th scope="col">States</th>
            <th scope="col">At rest</th>
            <th scope="col">A claim fails</th>
            <th scope="col">Go</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} aria-current={row.here ? 'location' : undefined}>
              <th scope="row">
                {row.here && <strong>You are here. </strong>}
                {row.lines.map((line) => (
                  <span key={line} className="phaseLine">
                    <Glossed text={line} />
                  </span>
                ))}
              </th>
              <td data-column="States">{row.states.toLocaleString('en')}</td>
              <td data-column="At rest">{row.atRest.toLocaleString('en')}</td>
              <td data-column="A claim fails">
                {row.failing === 0 ? 'in none' : `in ${row.failing.toLocaleString('en')}`}
              </td>
              <td>
                <button type="button" className="plainButton" onClick={() => onGo(row.run)}>
                  Go there<span className="visuallyHidden">: {row.lines.join('; ')}</span>
                </button>
                {row.failingRun !== undefined && (
                  <button type="button" className="plainButton" onClick={() => onGo(row.failingRun ?? [])}>
                    To a failing one<span className="visuallyHidden">: {row.lines.join('; ')}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
