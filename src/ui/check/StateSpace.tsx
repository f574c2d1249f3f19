/** All states that the reading can reach: drawn where they are few, else as a table by phases. A click goes there. */
import { lazy, Suspense } from 'react';
import { graphSigns, graphView, phaseRows } from '#store/spaceView.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { PhaseTableView } from './PhaseTableView.tsx';
import { StateList } from './StateList.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useAnswer } from './useAnswer.ts';
import './stateSpace.css';

const GraphCanvas = lazy(() => import('./GraphCanvas.tsx').then((module) => ({ default: module.GraphCanvas })));

export function StateSpace() {
  const variant = useWalk((state) => state.variant);
  const run = useWalk((state) => state.run);
  const request = { type: 'space', variant } as const;
  const answer = useAnswer(request);
  const { showRun } = useActions();
  const goTo = (events: readonly string[], words = 'Shortest run to the state that was picked') =>
    showRun({ variant, events, words, step: events.length });
  const graph = answer === undefined ? undefined : graphView(answer, { run });
  return (
    <>
      <TaskLine request={request} words="States looked at" />
      {graph !== undefined && (
        <>
          <p className="drawerNote">
            {graph.nodes.length} states, the start on the left, each as far to the right as the steps that it takes at
            least. A press goes there; arrows move along the events.
            {graph.here === undefined && ' The step in view lies beyond the bounds of the check.'}
          </p>
          <ul className="stateSigns" aria-label="What the signs mean">
            {graphSigns.map(({ sign, words }) => (
              <li key={sign}>
                <span className="stateSign" data-sign={sign} aria-hidden="true" /> {words}
              </li>
            ))}
          </ul>
          <Suspense fallback={<p>One moment.</p>}>
            <GraphCanvas graph={graph} onGo={(node) => goTo(node.run)} />
          </Suspense>
          <details>
            <summary>All states, as a list</summary>
            <StateList graph={graph} onGo={(node) => goTo(node.run)} />
          </details>
        </>
      )}
      {answer?.table !== undefined && (
        <PhaseTableView rows={phaseRows(answer, { run })} answer={answer} onGo={(events) => goTo(events)} />
      )}
    </>
  );
}
