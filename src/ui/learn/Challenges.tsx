/** Challenges: what is asked, how the run in view stands to the one under way, and the best that anybody can do. */
import type { ChallengeCard } from '#store/learnView.ts';
import { challengeCards, challengeVerdict } from '#store/learnView.ts';
import { TaskLine } from '../check/TaskLine.tsx';
import { useAnswer } from '../check/useAnswer.ts';
import { useWalk } from '../useWalk.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function Challenges() {
  const cards = useLearn(challengeCards);
  if (cards.length === 0) return <p>This set has no challenge.</p>;
  return (
    <ol className="learnList" aria-label="Challenges">
      {cards.map((card) => (
        <li key={card.name}>
          <OneChallenge card={card} />
        </li>
      ))}
    </ol>
  );
}

function OneChallenge({ card }: { readonly card: ChallengeCard }) {
  const { name, title, task, bounds, solvedIn } = card;
  const underWay = useLearn((state) => state.challenge === name);
  const { startChallenge, leaveChallenge } = useLearnActions();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p>
        {task} <span className="drawerNote">In it {bounds}.</span>
      </p>
      <p className="learnActs">
        <button type="button" className="plainButton" aria-pressed={underWay} onClick={() => startChallenge(name)}>
          {underWay ? 'Start over' : 'Start'}
          <span className="visuallyHidden">: {title}</span>
        </button>
        {underWay && (
          <button type="button" className="plainButton" onClick={leaveChallenge}>
            Leave
            <span className="visuallyHidden">: {title}</span>
          </button>
        )}
        <span className="drawerNote">
          {solvedIn === undefined ? 'not solved yet' : `✓ solved in ${stepsWords(solvedIn)}`}
        </span>
      </p>
      {underWay && <Standing name={name} />}
      {solvedIn !== undefined && <Best name={name} solvedIn={solvedIn} />}
    </section>
  );
}

/** How the run in view stands: it is played in the walk, with Step, Lose and the other next events. */
function Standing({ name }: { readonly name: string }) {
  const verdict = useWalk((state) => challengeVerdict(state, name));
  return (
    <div role="status">
      {verdict?.type === 'solved' && (
        <p className="learnVerdict">
          Solved: in {stepsWords(verdict.steps)}, with {verdict.losses === 0 ? 'no loss' : `${verdict.losses} lost`}.
        </p>
      )}
      {verdict?.type === 'not allowed' && <p>{verdict.why}</p>}
      {verdict?.type === 'not yet' && (
        <>
          <p>Play it with the next events below. Not so yet:</p>
          <ul className="drawerList">
            {verdict.missing.map(({ needs, now }) => (
              <li key={needs}>
                {needs}
                {now === '' ? '' : `; now ${now}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Best({ name, solvedIn }: { readonly name: string; readonly solvedIn: number }) {
  const request = { type: 'challenge', name } as const;
  const answer = useAnswer(request);
  const least = answer?.events?.length;
  if (least === undefined) return <TaskLine request={request} words="The best possible" />;
  return (
    <p>
      {least === solvedIn
        ? `No run does it in fewer steps: the checker has tried them all.`
        : `The best possible is ${stepsWords(least)}, found by the checker.`}
    </p>
  );
}

function stepsWords(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`;
}
