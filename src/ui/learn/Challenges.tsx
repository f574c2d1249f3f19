/** Challenges: what is asked, how the run in view stands to the one under way, and the best that anybody can do. */
import { counted } from '#store/checkWords.ts';
import type { ChallengeCard } from '#store/learnView.ts';
import { challengeCards } from '#store/learnView.ts';
import { TaskLine } from '../check/TaskLine.tsx';
import { useAnswer } from '../check/useAnswer.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { ChallengeStanding } from './ChallengeStanding.tsx';
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
      <h3>
        <Glossed text={title} />
      </h3>
      <p>
        <Glossed text={task} /> <span className="drawerNote">{bounds}</span>
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
          {solvedIn === undefined ? 'not solved yet' : `✓ solved in ${counted(solvedIn, 'step')}`}
        </span>
      </p>
      {underWay && <ChallengeStanding card={card} />}
      {solvedIn !== undefined && <Best name={name} solvedIn={solvedIn} />}
    </section>
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
        : `The best possible is ${counted(least, 'step')}, found by the checker.`}
    </p>
  );
}
