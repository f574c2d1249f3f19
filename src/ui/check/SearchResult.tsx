/** What the search of the reading in use has come to: finished or not, said aloud, with what it took in one quiet line. */
import { sentenceOffWords } from '#store/brokenHere.ts';
import { readingRequest } from '#store/checkStore.ts';
import { checkSign, startsElsewhere } from '#store/checkView.ts';
import { finishedWords, measuredWords, progressWords } from '#store/checkWords.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';
import { RunButton } from './RunButton.tsx';
import { useCheckActions, useChecks } from './useChecks.ts';
import { useReadingTask } from './useReadingTask.ts';

export function SearchResult() {
  const variant = useWalk((state) => state.variant);
  const own = useChecks((state) => state.own);
  const sign = useChecks((state) => checkSign(state, variant));
  const elsewhere = useWalk(startsElsewhere);
  const off = useWalk(sentenceOffWords);
  const task = useReadingTask();
  const { checkAll, stop } = useCheckActions();
  const { answer, underWay, failure } = task ?? {};
  return (
    <section aria-label="Result" className="searchResult">
      <div className="searchResultWords" role="status">
        {off !== undefined && (
          <p>
            <strong>Switched off in the run in view:</strong> <Glossed text={off} />. What was found in all runs was
            found with it.
          </p>
        )}
        {answer !== undefined && (
          <p>
            <strong>
              {off === undefined ? '' : 'With the sentence: '}
              {off === undefined ? capital(sign.found) : sign.found}.
            </strong>{' '}
            {finishedWords(answer)}
          </p>
        )}
        {failure !== undefined && <p>{failure}</p>}
      </div>
      {underWay !== undefined && (
        <p className="searchUnderWay">
          <span className="working" aria-hidden="true" />
          <span>{progressWords(underWay.progress)}</span>
          <button type="button" className="plainButton" onClick={() => stop(readingRequest(variant, own))}>
            Cancel
          </button>
        </p>
      )}
      {underWay === undefined && (failure !== undefined || answer?.unfinished !== undefined) && (
        <p>
          <button type="button" className="plainButton" onClick={checkAll}>
            Check all
          </button>
        </p>
      )}
      {answer?.findings.cycle !== undefined && (
        <p>
          <strong>Some run never ends:</strong> it comes back to where it was.{' '}
          <RunButton
            variant={variant}
            events={[...answer.findings.cycle.lead, ...answer.findings.cycle.circle]}
            words="A run that comes back to where it was"
          />
        </p>
      )}
      {answer?.findings.broken !== undefined && (
        <p>
          A fault in the rules themselves: {answer.findings.broken.reason}.{' '}
          <RunButton
            variant={variant}
            events={answer.findings.broken.run}
            words="A run to a rule that asks for what cannot be"
          />
        </p>
      )}
      {answer !== undefined && (
        <p className="drawerNote">
          {measuredWords(answer)}
          {elsewhere && ' The check begins where nothing has happened yet; the run in view begins elsewhere.'}
        </p>
      )}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
