/**
 * The sequence diagram as a table, for a screen reader, a telephone or a reader of large letters. It follows the picture at leisure: the
 * step is painted first.
 */
import { memo, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { type TableLine, tableLines } from '#chart/sequenceTable.ts';
import './sequenceTable.css';
import { Glossed } from '../controls/Glossed.tsx';

export interface SequenceTableProps {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
  readonly tail: readonly SequenceRow[];
  readonly currentStep: number;
  /** In place of the picture; otherwise for a screen reader alone. */
  readonly visible: boolean;
}

export function SequenceTable({ lifelines, rows, tail, currentStep, visible }: SequenceTableProps) {
  const wanted = useMemo(() => ({ rows, tail, currentStep }), [rows, tail, currentStep]);
  const rested = useRested(wanted);
  const at = visible ? wanted : rested;
  const lines = useMemo(() => tableLines(lifelines, at.rows, at.tail, at.currentStep), [lifelines, at]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (visible && lines.length > 0) keepCurrentInView(panel.current);
  }, [visible, lines]);
  const shown = (
    <table>
      <caption>Sequence of messages</caption>
      <thead>
        <tr>
          {['Step', 'Number', 'From', 'To', 'Message', 'What happened'].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.key} line={line} visible={visible} />
        ))}
      </tbody>
    </table>
  );
  if (!visible) return <div className="sequenceTable seqUnseen">{shown}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="sequenceTable" tabIndex={0} aria-label="Sequence of messages" ref={panel}>
      {shown}
    </section>
  );
}

/** The value once it has stayed for a moment: what nobody sees must not slow down who steps quickly. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(value)), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

const REST_MILLISECONDS = 250;

interface LineProps {
  readonly line: TableLine;
  readonly visible: boolean;
}

const Line = memo(function Line({ line, visible }: LineProps) {
  // What only a screen reader has is read without stops.
  const glossed = (text: string) => (visible ? <Glossed text={text} /> : text);
  const { step, number, from, to, message, happened, current } = line;
  return (
    <tr aria-current={current ? 'step' : undefined}>
      <td>{step}</td>
      <td>{number === undefined ? '' : `(${number})`}</td>
      <td>{glossed(from)}</td>
      <td>{glossed(to)}</td>
      <th scope="row">{glossed(message)}</th>
      <td>{glossed(happened)}</td>
    </tr>
  );
}, sameLine);

/** Lines are made anew at each step; most of them say the same. */
function sameLine(a: LineProps, b: LineProps): boolean {
  if (a.visible !== b.visible) return false;
  return (Object.keys(b.line) as (keyof TableLine)[]).every((name) => a.line[name] === b.line[name]);
}

/** Scrolls the panel alone, not the page around it. */
function keepCurrentInView(panel: HTMLElement | null): void {
  const rows = panel?.querySelectorAll('tr[aria-current]') ?? [];
  const last = rows[rows.length - 1]?.getBoundingClientRect();
  if (panel === null || last === undefined) return;
  const box = panel.getBoundingClientRect();
  if (last.bottom > box.bottom) panel.scrollTop += last.bottom - box.bottom;
  else if (last.top < box.top + HEADS) panel.scrollTop += last.top - box.top - HEADS;
}

/** Height of the column heads, which stay in view, in px. */
const HEADS = 40;
