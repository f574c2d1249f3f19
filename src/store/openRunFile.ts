/** Opens a run from a file that a person chooses: a run file, or a picture with a run in it. */
import { readOpenedRun } from '#report/openedRun.ts';
import { namesOfRun } from '#report/runNames.ts';
import { openComments } from './openComments.ts';
import type { WalkStore } from './walkStore.ts';

/** Opens it, and says in a sentence what came of it; where it cannot be read, what was open stays as it was. */
export async function openRunFile(walk: WalkStore, file: Blob & { readonly name: string }): Promise<string> {
  let octets: Uint8Array;
  try {
    octets = new Uint8Array(await file.arrayBuffer());
  } catch {
    return `${file.name} cannot be read.`;
  }
  const run = readOpenedRun(octets);
  if (!run.ok) return `${file.name}: ${run.error} What was open is still open.`;
  const { drawer } = walk.getState();
  walk.getState().load(namesOfRun(run.value));
  const { notice } = walk.getState();
  walk.getState().open(drawer);
  // They stand beside one's own, and say so there.
  if (run.value.comments !== undefined) openComments().getState().arrive(run.value.comments);
  return [`${file.name} is open.`, ...run.remarks, ...(notice === undefined ? [] : [notice])].join(' ');
}
