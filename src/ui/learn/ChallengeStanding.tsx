/** How the run in view stands to a challenge, part by part, and the keys that it is played with. */
import { counted } from '#store/checkWords.ts';
import type { ChallengeCard } from '#store/learnView.ts';
import { challengeVerdict } from '#store/learnView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';

/** It is played in the walk, with Step, Lose and the other next events. */
export function ChallengeStanding({ card: { name, losses } }: { readonly card: ChallengeCard }) {
  const verdict = useWalk((state) => challengeVerdict(state, name));
  if (verdict === undefined) return null;
  return (
    <>
      <div role="status">
        {verdict.type === 'solved' && (
          <p className="learnVerdict">
            Solved: in {counted(verdict.steps, 'step')}, with{' '}
            {verdict.losses === 0 ? 'no loss' : `${verdict.losses} lost`}.
          </p>
        )}
        {verdict.type === 'not allowed' && (
          <p>
            <strong>This run does not count.</strong> {verdict.why} Go back before that, or start over.
          </p>
        )}
        {verdict.type === 'not yet' && (
          <>
            <p>
              <strong>
                {verdict.parts.filter(({ holds }) => holds).length} of {counted(verdict.parts.length, 'part')} so far
              </strong>
              {losses > 0 && `, ${verdict.losses} of ${counted(losses, 'loss', 'losses')} used`}. All have to be so at
              once:
            </p>
            <ul className="learnParts">
              {verdict.parts.map(({ needs, holds, now }) => (
                <li key={needs} className="learnPart" data-holds={holds}>
                  <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
                  <span>
                    <span className="visuallyHidden">{holds ? 'So: ' : 'Not yet: '}</span>
                    <Glossed text={needs} />
                    {now !== '' && <span className="drawerNote">; now {now}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ChallengeKeys withLoss={losses > 0} />
    </>
  );
}

function ChallengeKeys({ withLoss }: { readonly withLoss: boolean }) {
  const active = useWalk((state) => state.settings.keys);
  if (!active) return <p className="drawerNote">Play it with Step, Lose, Timer and All events.</p>;
  return (
    <p className="drawerNote">
      Keys: <kbd>Right</kbd> steps, <kbd>1</kbd> to <kbd>9</kbd> take one of All events,{' '}
      {withLoss && (
        <>
          <kbd>L</kbd> loses the message that is selected or the oldest,{' '}
        </>
      )}
      <kbd>T</kbd> lets a timer fire, <kbd>Left</kbd> takes back.
    </p>
  );
}
