/** Every named reading with every bound on the faults, with one and two PDN connections: who fails where, and a way into each. */
import { type KeyboardEvent, useState } from 'react';
import type { MatrixCellView, MatrixLine, MatrixView } from '#store/matrixView.ts';
import { matrixLegend, matrixView } from '#store/matrixView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useActions } from '../useWalk.ts';
import { TaskLine } from './TaskLine.tsx';
import { useAnswer } from './useAnswer.ts';

const request = { type: 'matrix' } as const;

export function ReadingMatrix() {
  const rows = useAnswer(request);
  const view = rows === undefined || rows.length === 0 ? undefined : matrixView(rows);
  return (
    <>
      <ul className="matrixLegend" aria-label="What the cells mean">
        {matrixLegend.map(({ kind, words }) => (
          <li key={kind}>
            <span className="matrixCell" data-kind={kind} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
      <TaskLine request={request} words="Readings checked" />
      {view !== undefined && <Matrix view={view} />}
    </>
  );
}

function Matrix({ view }: { readonly view: MatrixView }) {
  const [stop, setStop] = useState({ line: 0, cell: 0 });
  const [shown, setShown] = useState<string>();
  return (
    <>
      <p className="matrixShown" aria-live="polite">
        {shown ??
          'Each cell says here what it is when it is pointed at, touched or focused. A press opens its reading, with the run that fails.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="matrixFrame" aria-label="Who fails where" tabIndex={0}>
        <table className="matrix" onKeyDown={(event) => moveFocus(event)}>
          <caption className="visuallyHidden">
            Claims by readings: {view.readings} readings, {view.states.toLocaleString('en')} states
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <Glossed text="PDN" />
              </th>
              {view.blocks.map((block) => (
                <th key={block.preset} scope="colgroup" colSpan={block.columns.length}>
                  <Glossed text={block.title} />
                </th>
              ))}
            </tr>
            <tr>
              <td className="matrixBoundNames">
                <span>losses, at most</span>
                <span>duplicates, at most</span>
              </td>
              <td />
              {view.blocks.map((block) =>
                block.columns.map((column) => (
                  <th key={`${block.preset} ${column.key}`} scope="col" className="matrixBound">
                    <span>
                      {column.loss}
                      <span className="visuallyHidden">{column.loss === 1 ? ' loss' : ' losses'}, </span>
                    </span>
                    <span>
                      {column.duplication}
                      <span className="visuallyHidden">{column.duplication === 1 ? ' duplicate' : ' duplicates'}</span>
                    </span>
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line, at) => (
              <Line key={line.key} line={line} at={at} stop={stop} onStop={setStop} onShow={setShown} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="drawerNote">
        {view.readings} readings, {view.states.toLocaleString('en')} states in all.
      </p>
    </>
  );
}

interface Place {
  readonly line: number;
  readonly cell: number;
}

interface LineProps {
  readonly line: MatrixLine;
  readonly at: number;
  readonly stop: Place;
  readonly onStop: (place: Place) => void;
  readonly onShow: (words: string) => void;
}

function Line({ line, at, stop, onStop, onShow }: LineProps) {
  const { showRun, setParameters, open } = useActions();
  const take = ({ variant, run }: MatrixCellView) => {
    if (run === undefined) setParameters({ ...variant });
    else showRun({ variant, events: run, words: line.sentence, claim: 'fails' });
    open(undefined);
  };
  return (
    <tr data-connections={line.connections}>
      {line.connections === 1 && (
        <th scope="rowgroup" rowSpan={2} className="matrixSentence">
          <Glossed text={line.sentence} />
        </th>
      )}
      <th scope="row" className="matrixBound">
        {line.connections}
      </th>
      {line.cells.map((cell, place) => (
        <td key={cell.key}>
          <button
            type="button"
            className="matrixCell"
            data-kind={cell.kind}
            data-line={at}
            data-cell={place}
            aria-label={cell.words}
            tabIndex={stop.line === at && stop.cell === place ? 0 : -1}
            onClick={() => take(cell)}
            onPointerEnter={() => onShow(cell.words)}
            onFocus={() => {
              onStop({ line: at, cell: place });
              onShow(cell.words);
            }}
          />
        </td>
      ))}
    </tr>
  );
}

/** Arrows, Home and End move the focus among the cells. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || target.dataset.cell === undefined) return;
  const [line, cell] = [Number(target.dataset.line), Number(target.dataset.cell)];
  const to = {
    ArrowRight: [line, cell + 1],
    ArrowLeft: [line, cell - 1],
    ArrowDown: [line + 1, cell],
    ArrowUp: [line - 1, cell],
    Home: [line, 0],
  }[key];
  if (to === undefined) return;
  event.preventDefault();
  currentTarget.querySelector<HTMLElement>(`[data-line="${to[0]}"][data-cell="${to[1]}"]`)?.focus();
}
