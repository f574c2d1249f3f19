/** Check: what fails in some run of the reading in use, what each sentence is worth, and all states that can be reached. */
import { lazy, type ReactNode, Suspense } from 'react';
import { WithChecks } from '../check/Checks.tsx';
import { ClaimList } from '../check/ClaimList.tsx';
import { QuestionList } from '../check/QuestionList.tsx';
import { SearchResult } from '../check/SearchResult.tsx';
import { useCheckActions, useChecks } from '../check/useChecks.ts';
import { TabSet } from '../controls/TabSet.tsx';
import '../check/check.css';

const SentenceWorths = lazy(() =>
  import('../check/SentenceWorths.tsx').then((module) => ({ default: module.SentenceWorths })),
);
const StateSpace = lazy(() => import('../check/StateSpace.tsx').then((module) => ({ default: module.StateSpace })));

export function Check() {
  return (
    <WithChecks>
      <Panel />
    </WithChecks>
  );
}

function Panel() {
  const tab = useChecks((state) => state.tab);
  const { turnTo } = useCheckActions();
  return (
    <>
      <SearchResult />
      <TabSet
        value={tab}
        onTurn={turnTo}
        tabs={[
          { name: 'questions', title: 'Questions', content: <QuestionList /> },
          { name: 'claims', title: 'All claims', content: <ClaimList /> },
          { name: 'sentences', title: 'Sentences', content: <Later content={<SentenceWorths />} /> },
          { name: 'space', title: 'State space', content: <Later content={<StateSpace />} /> },
        ]}
      />
    </>
  );
}

function Later({ content }: { readonly content: ReactNode }) {
  return <Suspense fallback={<p>One moment.</p>}>{content}</Suspense>;
}
