/** Two readings side by side: what they choose differently, which claims they keep, the run in view on both, and their states. */
import type { ReactNode } from 'react';
import type { Variant } from '#detach/variant.ts';
import type { CompareAnswer } from '#shell/checkMessages.ts';
import type { ComparedClaim, VerdictView } from '#store/compareView.ts';
import {
  aboutReading,
  comparable,
  comparedChoices,
  comparedClaims,
  comparedNames,
  variantNamed,
} from '#store/compareView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { Select } from '../controls/Select.tsx';
import { useWalk } from '../useWalk.ts';
import { RunButton } from './RunButton.tsx';
import { RunsAligned } from './RunsAligned.tsx';
import { SpacesCompared } from './SpacesCompared.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useAnswer } from './useAnswer.ts';
import { useCheckActions, useChecks } from './useChecks.ts';
import { VerdictSign } from './VerdictSign.tsx';

interface Pair {
  readonly a: Variant;
  readonly b: Variant;
  readonly titles: { readonly a: string; readonly b: string };
}

/** The two readings that are compared, each with its choice; what is below speaks of them. */
function TwoReadings({ children }: { readonly children: (pair: Pair) => ReactNode }) {
  const inUse = useWalk((state) => state.variant);
  const names = useChecks((state) => comparedNames(state, inUse));
  const { compare } = useCheckActions();
  const choices = comparable(inUse);
  const titleOf = (name: string) => choices.find(({ value }) => value === name)?.label ?? name;
  return (
    <>
      <div className="compareChoice">
        <Select
          name="One reading"
          groups={[{ options: choices }]}
          value={names.a}
          onChoose={(name) => compare({ ...names, a: name })}
        />
        <span>against</span>
        <Select
          name="The other reading"
          groups={[{ options: choices }]}
          value={names.b}
          onChoose={(name) => compare({ ...names, b: name })}
        />
      </div>
      {[names.a, names.b].map((name) => (
        <p key={name} className="drawerNote">
          <Glossed text={`${titleOf(name)}: ${aboutReading(name, inUse)}`} />
        </p>
      ))}
      {children({
        a: variantNamed(names.a, inUse),
        b: variantNamed(names.b, inUse),
        titles: { a: titleOf(names.a), b: titleOf(names.b) },
      })}
    </>
  );
}

export function ClaimsCompared() {
  return (
    <TwoReadings>
      {(pair) => <Compared {...pair}>{(comparison) => <Claims comparison={comparison} {...pair} />}</Compared>}
    </TwoReadings>
  );
}

export function RunCompared() {
  return <TwoReadings>{(pair) => <RunsAligned {...pair} />}</TwoReadings>;
}

export function SpaceCompared() {
  return (
    <TwoReadings>
      {(pair) => (
        <Compared {...pair}>{(comparison) => <SpacesCompared comparison={comparison} titles={pair.titles} />}</Compared>
      )}
    </TwoReadings>
  );
}

interface ComparedProps extends Pair {
  readonly children: (comparison: CompareAnswer) => ReactNode;
}

/** Has the two compared, and shows what came of it. */
function Compared({ a, b, children }: ComparedProps) {
  const request = { type: 'compare', a, b } as const;
  const comparison = useAnswer(request);
  return (
    <>
      <TaskLine request={request} words="Compared" />
      {comparison !== undefined && children(comparison)}
    </>
  );
}

interface ClaimsProps extends Pair {
  readonly comparison: CompareAnswer;
}

function Claims({ comparison, a, b, titles }: ClaimsProps) {
  const claims = comparedClaims(comparison);
  const differing = claims.filter(({ differs }) => differs);
  const alike = claims.filter(({ differs }) => !differs);
  const row = (claim: ComparedClaim) => (
    <tr key={claim.key}>
      <th scope="row">
        <Glossed text={claim.sentence} />
      </th>
      <Verdict title={titles.a} verdict={claim.a} variant={a} sentence={claim.sentence} />
      <Verdict title={titles.b} verdict={claim.b} variant={b} sentence={claim.sentence} />
    </tr>
  );
  const head = (
    <thead>
      <tr>
        <th scope="col">Claim</th>
        <th scope="col">
          {titles.a}
          <span className="drawerNote compareBound">{comparison.a.bound}</span>
        </th>
        <th scope="col">
          {titles.b}
          <span className="drawerNote compareBound">{comparison.b.bound}</span>
        </th>
      </tr>
    </thead>
  );
  return (
    <section aria-label="Claims">
      <h3>
        {differing.length === 0
          ? 'Both keep and break the same claims'
          : `They differ on ${differing.length} of ${claims.length} claims`}
      </h3>
      {differing.length > 0 && (
        <table className="claimTable compareTable">
          <caption className="visuallyHidden">Claims on which the readings differ</caption>
          {head}
          <tbody>{differing.map(row)}</tbody>
        </table>
      )}
      <details>
        <summary>{alike.length} claims on which they agree</summary>
        <table className="claimTable compareTable">
          <caption className="visuallyHidden">Claims on which the readings agree</caption>
          {head}
          <tbody>{alike.map(row)}</tbody>
        </table>
      </details>
      <details>
        <summary>{comparison.parameters.length} choices in which they differ</summary>
        <table className="compareTable">
          <caption className="visuallyHidden">Choices in which the readings differ</caption>
          <thead>
            <tr>
              <th scope="col">Choice</th>
              <th scope="col">{titles.a}</th>
              <th scope="col">{titles.b}</th>
            </tr>
          </thead>
          <tbody>
            {comparedChoices(comparison).map((choice) => (
              <tr key={choice.words}>
                <th scope="row">
                  <Glossed text={choice.words} />
                </th>
                <td>
                  <Glossed text={choice.a} />
                </td>
                <td>
                  <Glossed text={choice.b} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

interface VerdictProps {
  /** What the reading is called. */
  readonly title: string;
  readonly verdict: VerdictView;
  readonly variant: Variant;
  readonly sentence: string;
}

function Verdict({ title, verdict, variant, sentence }: VerdictProps) {
  return (
    <td data-column={title}>
      <VerdictSign mark={verdict.mark} /> <span className="claimVerdict">{verdict.words}</span>
      {verdict.run !== undefined && <RunButton variant={variant} events={verdict.run} words={sentence} claim="fails" />}
    </td>
  );
}
