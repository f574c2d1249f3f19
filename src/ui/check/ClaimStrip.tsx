/** Below the diagram, where there is something to say: which claim is broken at the step in view, and which run this is. */
import { useContext } from 'react';
import { brokenHere, claimToName, sentenceOffWords, shownWords } from '#store/brokenHere.ts';
import { markOfFailing } from '#store/checkWords.ts';
import { KeyButton } from '../controls/KeyButton.tsx';
import { focusStep } from '../focusStep.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { ChecksContext } from './useChecks.ts';
import './claimStrip.css';
import { Glossed } from '../controls/Glossed.tsx';

export function ClaimStrip() {
  const shown = useWalk((state) => (state.shown?.trace === state.run.trace ? state.shown : undefined));
  const off = useWalk(sentenceOffWords);
  const broken = useWalk(brokenHere);
  const step = useWalk((state) => state.run.step);
  const drawer = useWalk((state) => state.drawer);
  const { leaveShown, open } = useActions();
  const checks = useContext(ChecksContext);
  const named = claimToName(broken, shown?.words);
  if (named === undefined && shown === undefined && off === undefined) return null;
  const isQuestion = named?.claim.settled === 'question to the text';
  return (
    <section aria-label="Claims at this step" className="claimStrip">
      <div className="claimStripWords" role="status">
        {shown !== undefined && named?.claim.sentence !== shown.words && (
          <p>
            <strong>Shown:</strong> <Glossed text={shownWords(shown)} />
          </p>
        )}
        {named !== undefined && (
          <p data-question={isQuestion}>
            <strong className="claimStripMark">
              {markOfFailing(named.claim.settled) === 'differs' ? 'Differs' : 'Broken'}{' '}
              {named.claim.since === step ? 'here' : `since step ${named.claim.since}`}
            </strong>{' '}
            <Glossed text={named.claim.sentence} />
            {!isQuestion && ` (${named.claim.settled})`}
          </p>
        )}
        {off !== undefined && (
          <p>
            <strong>Switched off:</strong> <Glossed text={off} />
          </p>
        )}
      </div>
      {named !== undefined && (
        <button
          type="button"
          className="plainButton"
          aria-expanded={drawer === 'check'}
          onClick={() => {
            checks?.getState().turnTo('claims');
            open('check');
          }}
        >
          {named.others === 0 ? 'All claims' : `and ${named.others} more`}
        </button>
      )}
      {shown !== undefined && (
        <KeyButton
          className="plainButton"
          keys="Key M"
          shortcuts="M"
          idle={false}
          onClick={() => {
            leaveShown();
            focusStep();
          }}
        >
          {shown.before === undefined ? 'Done' : 'Back to my run'}
        </KeyButton>
      )}
    </section>
  );
}
