/** How far the check of the reading in use has come. */

import type { ReadingAnswer } from '#shell/checkMessages.ts';
import type { Task } from '#store/checkStore.ts';
import { readingTask } from '#store/checkStore.ts';
import { useWalk } from '../useWalk.ts';
import { useChecks } from './useChecks.ts';

export function useReadingTask(): Task<ReadingAnswer> | undefined {
  const variant = useWalk((state) => state.variant);
  return useChecks((state) => readingTask(state, variant));
}
