/** The run in view, to be taken away: as a picture, as text of other tools, as a file to open again. */
import { mscPr } from '#chart/mscPr.ts';
import { plantUml } from '#chart/plantUml.ts';
import { runRows } from '#chart/runRows.ts';
import { lifelines } from '#chart/sequenceRows.ts';
import { wholeSequenceText } from '#chart/sequenceText.ts';
import { textWidth } from '#chart/textWidth.ts';
import { sentenceOff } from '#detach/switchedOff.ts';
import { pictureWithRun } from '#report/openedRun.ts';
import type { SavedRun } from '#report/runFile.ts';
import { writeRunFile } from '#report/runFile.ts';
import { runPicture } from '#report/runPicture.ts';
import { saveFile, saveText } from '#shell/download.ts';
import { copyPicture, pngOfSvg } from '#shell/picture.ts';
import { commentsAlong } from './comments.ts';
import { startIn } from './linkOf.ts';
import { openComments } from './openComments.ts';
import { patchesOf } from './patches.ts';
import type { TakeAwayForm } from './takeAwayForms.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

/** Of the letters of a diagram that Mermaid draws. */
const MERMAID_LETTERS = 20;

/** Saves the run in a form, and says in a sentence under which name. */
export async function saveTakeAway(state: WalkState, form: TakeAwayForm): Promise<string> {
  const { name } = state.scenario;
  const save = (ending: string, text: string, mediaType: string) => {
    saveText(`${name}.${ending}`, text, mediaType);
    return `Saved as ${name}.${ending}.`;
  };
  switch (form) {
    case 'svg':
      return save('svg', pictureOf(state), 'image/svg+xml');
    case 'png2':
      return savePng(state, 2);
    case 'png4':
      return savePng(state, 4);
    case 'mermaid': {
      const measure = (text: string) => textWidth(text, MERMAID_LETTERS);
      return save('mmd', wholeSequenceText(lifelines, rowsOf(state), measure), 'text/plain');
    }
    case 'plantuml':
      return save('puml', plantUml(lifelines, rowsOf(state)), 'text/plain');
    case 'msc':
      return save('mpr', mscPr(name, lifelines, rowsOf(state)), 'text/plain');
    case 'json':
      return save('json', writeRunFile(withComments(state)), 'application/json');
    default:
      throw form satisfies never;
  }
}

/** Copies the picture, and says in a sentence what came of it. */
export async function copyTakeAway(state: WalkState): Promise<string> {
  const copied = await copyPicture(pictureOf(state), 2);
  return copied ? 'Copied as a picture.' : 'This browser does not copy pictures: save it as PNG instead.';
}

/** What a run file has of the walk. */
export function savedRun(state: WalkState): SavedRun {
  const { variant, options, timing, run, patches } = state;
  const { scenario, usual } = startIn(state.scenario, run.trace);
  return {
    scenario: usual ? undefined : scenario.name,
    reading: variant,
    options,
    timing,
    without: sentenceOff(run.trace.system),
    events: run.trace.steps.map(({ event }) => event.text),
    step: run.step,
    patches: patchesOf(patches, run.trace),
  };
}

/** Comments go along; a person's own copy of the text never does. */
function withComments(state: WalkState): SavedRun {
  return { ...savedRun(state), comments: commentsAlong(openComments().getState()) };
}

async function savePng(state: WalkState, scale: number): Promise<string> {
  const name = `${state.scenario.name}-${scale}x.png`;
  try {
    const png = await pngOfSvg(pictureOf(state), scale);
    saveFile(name, pictureWithRun(png, writeRunFile(withComments(state))), 'image/png');
    return `Saved as ${name}, with the run in it.`;
  } catch {
    return 'This browser does not draw the picture: save it as SVG instead.';
  }
}

function pictureOf(state: WalkState): string {
  const { scenario, run, patches } = state;
  return runPicture(scenario.title, session(state), patchesOf(patches, run.trace), run.step);
}

function rowsOf(state: WalkState) {
  return runRows(session(state), patchesOf(state.patches, state.run.trace));
}
