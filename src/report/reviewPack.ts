/**
 * The review pack: all that a meeting needs of a run, in one piece. Figure and numbered steps, message fields, timers, the questions to
 * the text with their runs, the clause with proposed changes.
 */
import { basisOfStep } from '#chart/stepBasis.ts';
import type { Findings } from '#check/findings.ts';
import { detach } from '#detach/detach.ts';
import { presetOf } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant, differences } from '#detach/variant.ts';
import { timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import { clockTiming } from '#session/timing.ts';
import type { CommentRow } from './comments.ts';
import { fieldTables } from './fieldTables.ts';
import { numberedSteps } from './numberedSteps.ts';
import type { PackBlock } from './packBlocks.ts';
import { figures, heading, paragraph } from './packBlocks.ts';
import { proposedClause } from './proposedClause.ts';
import { questionBlocks } from './questionBlocks.ts';
import { runPictures } from './runPicture.ts';
import { timerTable } from './timerTable.ts';

export interface PackRun {
  readonly title: string;
  /** What to look at, one sentence; empty for none. */
  readonly look: string;
  readonly session: Session;
  readonly patches: readonly Patch[];
  /** What fails in the reading; undefined where that is not known. */
  readonly findings: Findings | undefined;
  readonly comments: readonly CommentRow[];
}

export function reviewPack({ title, look, session, patches, findings, comments }: PackRun): readonly PackBlock[] {
  const { variant } = session.parts;
  const count = new Counts();
  const clause = clauseOfRun(session);
  const others = session.trace.steps.length === 0 ? ['The run has no steps.'] : [];
  return [
    heading(1, `Review pack: ${title}`),
    paragraph(`Reading: ${sayReading(variant)}.${look === '' ? '' : ` ${look}`}`),
    heading(2, 'The run'),
    ...figures(count.figure(clause), title, runPictures(title, session, patches)),
    ...others.map((each) => paragraph(each)),
    numberedSteps(session),
    heading(2, 'Messages'),
    ...fieldTables(session, () => count.table(clause)),
    heading(2, 'Timers'),
    timerTable(session, () => count.table(clause)),
    ...questionBlocks(findings, (events) => sessionOfEvents(variant, events, session), count),
    ...commentBlocks(comments, () => count.table('8.4.3')),
    ...proposedClause(variant),
  ];
}

/** Figures and tables are numbered within their clause, as in a specification. */
class Counts {
  readonly #figures = new Map<string, number>();
  readonly #tables = new Map<string, number>();

  figure(clause: string): string {
    return next(this.#figures, clause);
  }

  table(clause: string): string {
    return next(this.#tables, clause);
  }
}

function next(counts: Map<string, number>, clause: string): string {
  const count = (counts.get(clause) ?? 0) + 1;
  counts.set(clause, count);
  return `${clause}-${count}`;
}

/** The subclause of a run: that of the side that starts it; 8.4.3 where neither does. */
function clauseOfRun({ trace }: Session): string {
  const [first] = trace.steps;
  const own = first === undefined ? undefined : /8\.4\.3\.\d/.exec(basisOfStep(first).clause)?.[0];
  return own ?? { ue: '8.4.3.2', pdnGw: '8.4.3.3' }[first?.rule.actor ?? ''] ?? '8.4.3';
}

/** The name of a reading, or how it differs from the text as tabled. */
function sayReading(variant: Variant): string {
  const apart = differences(defaultVariant, variant).map((name) => `${name}=${variant[name]}`);
  return presetOf(variant)?.title ?? apart.join(', ');
}

function sessionOfEvents(variant: Variant, events: readonly string[], like: Session): Session {
  const { trace } = replay(detach(variant), events);
  return sessionOf(trace, timesOf(trace, clockTiming(like.timing)), like.options, like.timing);
}

function commentBlocks(comments: readonly CommentRow[], number: () => string): readonly PackBlock[] {
  if (comments.length === 0) return [];
  return [
    heading(2, 'Comments'),
    {
      type: 'table',
      caption: `Table ${number()}: Comments`,
      columns: ['No.', 'Clause', 'Comment', 'Proposed change', 'Status'],
      rows: comments.map(({ number: at, place, where, author, comment, proposed, status }) => [
        String(at),
        where === '' ? place.clause : `${place.clause}, ${where}`,
        author === '' ? comment : `${author}: ${comment}`,
        proposed,
        status,
      ]),
    },
  ];
}
