/** The review pack of the run in view: as a Word document, or as Markdown with its figures in one archive. */
import { withRepairs } from '#check/findings.ts';
import { commentTable } from '#report/comments.ts';
import type { PackBlock } from '#report/packBlocks.ts';
import { packHtml, packText } from '#report/packHtml.ts';
import { packMarkdownFiles } from '#report/packMarkdown.ts';
import { proposedClause } from '#report/proposedClause.ts';
import { reviewPack } from '#report/reviewPack.ts';
import { saveArchive } from '#shell/archive.ts';
import { copyRichText } from '#shell/clipboard.ts';
import { saveFile } from '#shell/download.ts';
import { pngOfSvg } from '#shell/picture.ts';
import type { CheckStore } from './checkStore.ts';
import { readingTask, taskOf } from './checkStore.ts';
import { openChecks } from './openChecks.ts';
import { openComments } from './openComments.ts';
import { patchesOf } from './patches.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';
import type { WalkStore } from './walkStore.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Sharp on paper. */
const SCALE = 2;
/** How long the pack waits for what fails in the reading; without it, it says that the reading was not checked. */
const MOST_MILLISECONDS = 5_000;

/** Saves it, and says in a sentence under which name. */
export async function savePack(walk: WalkStore, form: 'docx' | 'markdown'): Promise<string> {
  const state = walk.getState();
  const checks = openChecks(walk);
  await checked(checks, state);
  const blocks = packOf(state, checks);
  const name = `${state.scenario.name}-review`;
  if (form === 'markdown') {
    saveArchive(`${name}.zip`, markdownFiles(blocks, name));
    return `Saved as ${name}.zip: the text, and its figures beside it.`;
  }
  const { packDocument } = await import('#report/packDocument.ts');
  const pngOf = (svg: string) => pngOfSvg(svg, SCALE).catch(() => undefined);
  const making = { pngOf, ...marks() };
  saveFile(`${name}.docx`, new Uint8Array(await packDocument(blocks, making)), WORD);
  return `Saved as ${name}.docx. What the reading proposes is in it as tracked changes.`;
}

/** Copies the clause with what the reading proposes as changes, and says in a sentence what came of it. */
export async function copyChanges({ variant }: WalkState): Promise<string> {
  const blocks = proposedClause(variant);
  const copied = await copyRichText(packHtml(blocks, marks()), packText(blocks));
  return copied
    ? 'Copied: the clause with what this reading proposes, marked as inserted and deleted.'
    : 'This browser does not copy text with its look: take the Word document instead.';
}

/** Who proposes, and when: the name that a person gives to comments, or else the app. */
function marks() {
  return { author: openComments().getState().mine.author || 'Lifetime Zero', date: new Date().toISOString() };
}

function markdownFiles(blocks: readonly PackBlock[], name: string): Readonly<Record<string, Uint8Array>> {
  const { text, figures } = packMarkdownFiles(blocks, name);
  const utf8 = new TextEncoder();
  return Object.fromEntries([[`${name}.md`, text], ...figures].map(([file, each]) => [file, utf8.encode(each)]));
}

function packOf(state: WalkState, checks: CheckStore): readonly PackBlock[] {
  const { scenario, run, patches, variant } = state;
  const findings = readingTask(checks.getState(), variant)?.answer?.findings;
  const repairs = taskOf(checks.getState(), { type: 'repairs', variant })?.answer;
  const { mine, others } = openComments().getState();
  const events = run.trace.steps.map(({ event }) => event.text);
  return reviewPack({
    title: scenario.title,
    look: scenario.look,
    session: session(state),
    patches: patchesOf(patches, run.trace),
    findings: findings !== undefined && repairs !== undefined ? withRepairs(findings, repairs) : findings,
    comments: commentTable([mine, ...others], events),
  });
}

/** Until something is known of the reading, or no longer than is bearable. */
function checked(checks: CheckStore, { variant }: WalkState): Promise<void> {
  const isKnown = () => readingTask(checks.getState(), variant)?.answer !== undefined;
  if (isKnown()) return Promise.resolve();
  checks.getState().follow();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      leave();
      resolve();
    };
    const timer = setTimeout(done, MOST_MILLISECONDS);
    const leave = checks.subscribe(() => {
      if (isKnown()) done();
    });
  });
}
