/** Learn: lessons, questions and challenges, and what came of them. */
import { WithChecks } from '../check/Checks.tsx';
import { TabSet } from '../controls/TabSet.tsx';
import { Challenges } from '../learn/Challenges.tsx';
import { Learning } from '../learn/Learning.tsx';
import { Lessons } from '../learn/Lessons.tsx';
import { Questions } from '../learn/Questions.tsx';
import { Results } from '../learn/Results.tsx';
import { SetLine } from '../learn/SetLine.tsx';
import { useLearn, useLearnActions } from '../learn/useLearn.ts';
import '../learn/learn.css';

export function Learn() {
  return (
    <WithChecks>
      <Learning>
        <Panel />
      </Learning>
    </WithChecks>
  );
}

function Panel() {
  const tab = useLearn((state) => state.tab);
  const { turnTo } = useLearnActions();
  return (
    <div className="learnPanel">
      <SetLine />
      <TabSet
        value={tab}
        onTurn={turnTo}
        tabs={[
          { name: 'lessons', title: 'Lessons', content: <Lessons /> },
          { name: 'questions', title: 'Questions', content: <Questions /> },
          { name: 'challenges', title: 'Challenges', content: <Challenges /> },
          { name: 'results', title: 'Results', content: <Results /> },
        ]}
      />
    </div>
  );
}
