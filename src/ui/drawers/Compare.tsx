/** Compare: two readings by what they allow, and all named readings in one picture. */

import { WithChecks } from '../check/Checks.tsx';
import { ReadingMatrix } from '../check/ReadingMatrix.tsx';
import { ClaimsCompared, RunCompared, SpaceCompared } from '../check/TwoReadings.tsx';
import { useCheckActions, useChecks } from '../check/useChecks.ts';
import { TabSet } from '../controls/TabSet.tsx';
import '../check/check.css';
import '../check/compare.css';

export function Compare() {
  return (
    <WithChecks>
      <Panel />
    </WithChecks>
  );
}

function Panel() {
  const tab = useChecks((state) => state.compareTab);
  const { turnCompareTo } = useCheckActions();
  return (
    <TabSet
      value={tab}
      onTurn={turnCompareTo}
      tabs={[
        { name: 'claims', title: 'Claims', content: <ClaimsCompared /> },
        { name: 'run', title: 'The run on both', content: <RunCompared /> },
        { name: 'space', title: 'States and events', content: <SpaceCompared /> },
        { name: 'all', title: 'All readings', content: <ReadingMatrix /> },
      ]}
    />
  );
}
