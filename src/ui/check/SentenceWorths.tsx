/** What a sentence is worth: what fails without it, with the run that shows it; and what of the text the runs have used. */
import type { SentenceView } from '#store/sentencesView.ts';
import { sentencesView } from '#store/sentencesView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';
import { RunButton } from './RunButton.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useAnswer } from './useAnswer.ts';
import { VerdictSign } from './VerdictSign.tsx';

export function SentenceWorths() {
  const variant = useWalk((state) => state.variant);
  const run = useWalk((state) => state.run);
  const request = { type: 'worths', variant } as const;
  const answer = useAnswer(request);
  const view = answer === undefined ? undefined : sentencesView(answer, { run });
  return (
    <>
      <p className="drawerNote">Each sentence of the contribution is switched off in turn, and all runs are checked.</p>
      <TaskLine request={request} words="Sentences switched off" />
      {view !== undefined && (
        <>
          <table className="claimTable worthTable">
            <caption className="visuallyHidden">What each sentence is worth</caption>
            <thead>
              <tr>
                <th scope="col">Sentence</th>
                <th scope="col">Without it</th>
                <th scope="col">Used so far (step {run.step})</th>
                <th scope="col">Used in all runs</th>
              </tr>
            </thead>
            <tbody>
              {view.sentences.map((sentence) => (
                <Row key={sentence.id} sentence={sentence} />
              ))}
            </tbody>
          </table>
          <Unused
            title={`Rules that no run takes, ${view.bound}`}
            none="Every rule is taken in some run."
            list={view.dead}
          />
          <Unused
            title={`Phases that no run reaches, ${view.bound}`}
            none="Every phase is reached in some run."
            list={view.unreached}
          />
          <Unused
            title={`What else the rules rest on, and no run uses, ${view.bound}`}
            none="All of it is used."
            list={view.unused}
          />
        </>
      )}
    </>
  );
}

function Row({ sentence }: { readonly sentence: SentenceView }) {
  const variant = useWalk((state) => state.variant);
  const { id, source, text, fails, words, inRun, inSpace } = sentence;
  return (
    <tr>
      <th scope="row">
        <Glossed text={text} />{' '}
        <span className="force">
          [<Glossed text={source} />]
        </span>
      </th>
      <td data-column="Without it">
        {fails.length > 0 && (
          <ul className="failsWithout">
            {fails.map((each) => (
              <li key={each.property}>
                <VerdictSign mark="fails" /> <Glossed text={each.sentence} />{' '}
                <RunButton variant={variant} events={each.run} words={each.sentence} claim="fails" without={id} />
              </li>
            ))}
          </ul>
        )}
        <Glossed text={words} />
      </td>
      <td data-column="Used so far">{timesWords(inRun)}</td>
      <td data-column="Used in all runs">{inSpace === undefined ? 'not finished' : timesWords(inSpace)}</td>
    </tr>
  );
}

function timesWords(times: number): string {
  if (times === 0) return 'never';
  return times === 1 ? 'once' : `${times.toLocaleString('en')} times`;
}

interface UnusedProps {
  readonly title: string;
  readonly none: string;
  /** Undefined where it is not known. */
  readonly list: readonly string[] | undefined;
}

function Unused({ title, none, list }: UnusedProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {list === undefined && <p>Not known: not all states were seen.</p>}
      {list?.length === 0 && <p>{none}</p>}
      {list !== undefined && list.length > 0 && (
        <ul className="drawerList">
          {[...new Set(list)].map((each) => (
            <li key={each}>
              <Glossed text={each} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
