/** What fails: questions to the text by the open point that they ask about, then what is settled, each with its shortest run. */
import type { Finding, FindingGroup } from '#check/findings.ts';
import { markOfFailing } from '#store/checkWords.ts';
import type { QuestionSection } from '#store/questionsView.ts';
import { clausesOf, pointWords, questionSections, restsOn } from '#store/questionsView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { RepairView } from './RepairView.tsx';
import { RunButton } from './RunButton.tsx';
import { useReadingTask } from './useReadingTask.ts';
import { VerdictSign } from './VerdictSign.tsx';

export function QuestionList() {
  const answer = useReadingTask()?.answer;
  if (answer === undefined) return <p>One moment.</p>;
  const sections = questionSections(answer);
  const [first] = sections;
  return (
    <>
      <ExportButtons answer={answer} />
      {first?.settled !== 'question to the text' && (
        <p className="questionNone">
          No question to the text{answer.unfinished === undefined ? '' : ' so far'}, {answer.findings.bound}.
        </p>
      )}
      {sections.map((section) => (
        <Section key={section.settled} section={section} />
      ))}
    </>
  );
}

function Section({ section }: { readonly section: QuestionSection }) {
  return (
    <section className="questionSection" aria-label={section.title}>
      <h3>
        {section.title} ({section.count})
      </h3>
      {section.about !== undefined && (
        <p className="drawerNote">
          <Glossed text={section.about} />
        </p>
      )}
      {section.groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

function Group({ group }: { readonly group: FindingGroup }) {
  return (
    <section className="questionGroup" aria-label={pointWords(group)}>
      <h4>
        <Glossed text={pointWords(group)} />
      </h4>
      <p className="questionGroupText">
        <Glossed text={group.text} />
      </p>
      <ol className="questionList">
        {group.findings.map((finding) => (
          <li key={finding.property}>
            <Question finding={finding} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Question({ finding }: { readonly finding: Finding }) {
  const variant = useWalk((state) => state.variant);
  const { sentence, modality, length, run, settled, settledWhy } = finding;
  return (
    <>
      <p className="questionSentence">
        <VerdictSign mark={markOfFailing(settled)} /> <Glossed text={sentence} />{' '}
        <span className="force">
          [<Glossed text={restsOn(finding)} />]
        </span>
      </p>
      <p className="questionActs">
        {modality === 'sometimes' ? (
          <span>No run comes to it</span>
        ) : (
          <>
            <RunButton variant={variant} events={run} words={sentence} claim="fails" />
            <span>
              {length} {length === 1 ? 'step' : 'steps'}, the shortest
            </span>
          </>
        )}
        <RepairView property={finding.property} sentence={sentence} />
      </p>
      {settledWhy !== undefined && settled !== 'for teaching' && (
        <p>
          <Glossed text={settledWhy} />
        </p>
      )}
      <details>
        <summary>What it rests on, and what is false at the end</summary>
        <p>
          <Glossed text={finding.broken} />
        </p>
        <p>
          <Glossed text={finding.asked} />
        </p>
        <p className="drawerNote">
          <Glossed text={finding.meaning} />
        </p>
        <ul>
          {finding.false.map((part) => (
            <li key={`${part.words} ${part.now}`}>
              At the end <Glossed text={part.now} />.{' '}
              <span className="force">
                [<Glossed text={clausesOf(part.bases)} />]
              </span>
            </li>
          ))}
        </ul>
        {finding.leaks.length > 0 && (
          <>
            <p>Left at rest, each with a shortest run:</p>
            <ul className="leakList">
              {finding.leaks.map((leak) => (
                <li key={leak.field}>
                  <Glossed text={leak.words} />{' '}
                  <RunButton variant={variant} events={leak.run} words={`At rest ${leak.words}`} />
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
}
