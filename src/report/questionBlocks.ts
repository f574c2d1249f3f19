/** The questions to the text, each with its shortest run as a figure and numbered steps. */
import type { Finding, Findings } from '#check/findings.ts';
import type { Session } from '#session/session.ts';
import { numberedSteps } from './numberedSteps.ts';
import type { PackBlock } from './packBlocks.ts';
import { figures, heading, paragraph } from './packBlocks.ts';
import { runPictures } from './runPicture.ts';

interface FigureCounts {
  figure(clause: string): string;
}

export function questionBlocks(
  findings: Findings | undefined,
  sessionOfRun: (events: readonly string[]) => Session,
  count: FigureCounts,
): readonly PackBlock[] {
  const title = heading(2, 'Questions to the text');
  if (findings === undefined) return [title, paragraph('This reading was not checked.')];
  const groups = findings.groups.flatMap((group) => {
    const asked = group.findings.filter(({ settled }) => settled === 'question to the text');
    return asked.length === 0 ? [] : [{ ...group, findings: asked }];
  });
  const figured = new Map<string, string>();
  const nothing = findings.finished ? 'No claim fails that asks anything of the text.' : 'None was found so far.';
  return [
    title,
    paragraph(findings.aloud.join(' ')),
    ...(groups.length === 0 ? [paragraph(nothing)] : []),
    ...groups.flatMap((group) => [
      heading(3, `${group.id}: ${group.title}`),
      paragraph(group.text),
      ...group.findings.flatMap((finding) => findingBlocks(finding, sessionOfRun(finding.run), count, figured)),
    ]),
  ];
}

/** `figured` has the numbers of the figures by the runs that they show: a run that breaks several claims is shown once. */
function findingBlocks(
  finding: Finding,
  session: Session,
  count: FigureCounts,
  figured: Map<string, string>,
): readonly PackBlock[] {
  const { sentence, meaning, basis, repair, discussionOnly } = finding;
  const weight = discussionOnly ? ' That stands in the discussion part alone, which is not agreed text.' : '';
  return [
    paragraph(
      `Does not hold in every run: ${sentence}. ${meaning} It rests on ${basis.clause}: ${basis.text}${weight}`,
    ),
    ...runBlocks(finding, session, count, figured),
    ...(repair === undefined ? [] : [paragraph(`A change that settles it: ${repair.sentence}`)]),
  ];
}

function runBlocks(
  { run, sentence, basis }: Finding,
  session: Session,
  count: FigureCounts,
  figured: Map<string, string>,
): readonly PackBlock[] {
  const key = run.join('\n');
  const shown = figured.get(key);
  if (shown !== undefined) return [paragraph(`A shortest run in which this is not so is that of Figure ${shown}.`)];
  const number = count.figure(/8\.4\.3(?:\.\d)?/.exec(basis.clause)?.[0] ?? '8.4.3');
  figured.set(key, number);
  const title = `A shortest run in which this is not so: ${sentence}`;
  return [...figures(number, title, runPictures(sentence, session, [])), numberedSteps(session)];
}
