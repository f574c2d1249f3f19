/** Compare: two readings by what they allow, and all named readings in one picture. */

import { WithChecks } from '../check/Checks.tsx';
import { ReadingMatrix } from '../check/ReadingMatrix.tsx';
import { TwoReadings } from '../check/TwoReadings.tsx';
import { TabSet } from '../controls/TabSet.tsx';
import '../check/check.css';
import '../check/compare.css';

export function Compare() {
  return (
    <WithChecks>
      <TabSet
        tabs={[
          { name: 'two', title: 'Two readings', content: <TwoReadings /> },
          { name: 'all', title: 'All readings', content: <ReadingMatrix /> },
        ]}
      />
    </WithChecks>
  );
}
