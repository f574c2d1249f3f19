/** The run in view on two readings, step by step: what is equal is folded, the first difference is in view. */
import { useState } from 'react';
import type { AlignedRow, AlignedStep, Skipped } from '#check/alignRuns.ts';
import type { Variant } from '#detach/variant.ts';
import { alignedRuns } from '#store/compareView.ts';
import { actorName } from '#store/view.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';

interface Props {
  readonly a: Variant;
  readonly b: Variant;
  readonly titles: { readonly a: string; readonly b: string };
}

export function RunsAligned({ a, b, titles }: Props) {
  const run = useWalk((state) => state.run);
  const scenario = useWalk((state) => state.scenario);
  const { rows, firstDifference, skipped } = alignedRuns({ run, scenario }, a, b);
  const steps = (side: 'a' | 'b') => rows.reduce((sum, row) => sum + stepsIn(row, side), 0);
  return (
    <section aria-label="The run on both readings">
      <h3>
        The run in view on both:{' '}
        {firstDifference === undefined
          ? `no difference in ${steps('a')} steps`
          : `first difference at step ${firstStep(rows[firstDifference])}`}
      </h3>
      <table className="compareTable alignTable">
        <caption className="visuallyHidden">Steps of the run on both readings</caption>
        <thead>
          <tr>
            <th scope="col">
              {titles.a}, {steps('a')} steps
            </th>
            <th scope="col">
              {titles.b}, {steps('b')} steps
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={keyOfRow(row)} row={row} first={at === firstDifference} />
          ))}
        </tbody>
      </table>
      <SkippedList skipped={skipped.a} title={titles.a} />
      <SkippedList skipped={skipped.b} title={titles.b} />
    </section>
  );
}

function Row({ row, first }: { readonly row: AlignedRow; readonly first: boolean }) {
  const [unfolded, setUnfolded] = useState(false);
  if (row.type === 'equal') {
    const [from, to] = [row.a[0]?.step ?? 0, row.a.at(-1)?.step ?? 0];
    return (
      <>
        <tr className="alignEqual">
          <td colSpan={2}>
            <button
              type="button"
              className="linkButton"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              {row.a.length === 1 ? `Step ${from} is equal` : `Steps ${from} to ${to} are equal`}
            </button>
          </td>
        </tr>
        {unfolded &&
          row.a.map((step, at) => (
            <tr key={step.step}>
              <Step step={step} />
              <Step step={row.b[at]} />
            </tr>
          ))}
      </>
    );
  }
  return (
    <tr className="alignDiffers" data-first={first}>
      <Step
        step={'a' in row ? row.a : undefined}
        label={first ? 'First difference' : undefined}
        other={'b' in row ? row.b : undefined}
      />
      <Step step={'b' in row ? row.b : undefined} other={'a' in row ? row.a : undefined} />
    </tr>
  );
}

interface StepProps {
  readonly step: AlignedStep | undefined;
  readonly other?: AlignedStep | undefined;
  readonly label?: string | undefined;
}

/** What only this side does is in bold type. */
function Step({ step, other, label }: StepProps) {
  if (step === undefined)
    return <td className="alignNothing">{label !== undefined && <strong>{label}: </strong>}no such step</td>;
  const same = new Set(other?.did);
  return (
    <td>
      {label !== undefined && <strong className="alignFirst">{label}</strong>} {step.step}.{' '}
      <Glossed text={`${actorName(step.actor)}: ${step.title}`} />
      <ul>
        {step.did.map((each) => (
          <li key={each} data-own={other !== undefined && !same.has(each)}>
            <Glossed text={each} />
          </li>
        ))}
      </ul>
    </td>
  );
}

function SkippedList({ skipped, title }: { readonly skipped: readonly Skipped[]; readonly title: string }) {
  if (skipped.length === 0) return null;
  return (
    <details>
      <summary>
        {title}: {skipped.length === 1 ? '1 event does' : `${skipped.length} events do`} not fit and{' '}
        {skipped.length === 1 ? 'is' : 'are'} left out
      </summary>
      <ul className="drawerList">
        {skipped.map(({ at, reason }) => (
          <li key={at}>
            <Glossed text={reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function keyOfRow(row: AlignedRow): string {
  if (row.type === 'equal') return `equal ${row.a[0]?.step}`;
  return row.type === 'only b' ? `b ${row.b.step}` : `a ${row.a.step}`;
}

function stepsIn(row: AlignedRow, side: 'a' | 'b'): number {
  if (row.type === 'equal') return row[side].length;
  return row.type === 'differs' || row.type === `only ${side}` ? 1 : 0;
}

function firstStep(row: AlignedRow | undefined): number {
  if (row === undefined || row.type === 'equal') return 0;
  return row.type === 'only b' ? row.b.step : row.a.step;
}
