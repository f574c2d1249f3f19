/** The answer to a request, which is asked as soon as it is wanted on the page. */
import { useEffect } from 'react';
import type { Answer, CheckRequest } from '#shell/checkMessages.ts';
import { keyOf, taskOf } from '#store/checkStore.ts';
import { useCheckActions, useChecks } from './useChecks.ts';

export function useAnswer<Request extends CheckRequest>(request: Request): Answer<Request['type']> | undefined {
  const { ask } = useCheckActions();
  const key = keyOf(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request with the same key is the same one
  useEffect(() => ask(request), [key, ask]);
  return useChecks((state) => taskOf(state, request)?.answer);
}
