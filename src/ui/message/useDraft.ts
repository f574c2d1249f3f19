/** The change that a person is making to a message; another message or another run starts anew. */
import { useState } from 'react';
import type { ChangeDraft } from '#store/patchView.ts';
import { useWalk } from '../useWalk.ts';

export function useDraft(
  message: number | undefined,
): readonly [ChangeDraft | undefined, (draft: ChangeDraft | undefined) => void] {
  const run = useWalk((state) => state.run);
  const [kept, setKept] = useState<{ readonly run: typeof run; readonly draft: ChangeDraft }>();
  const fits = kept !== undefined && kept.run === run && kept.draft.message === message;
  return [fits ? kept.draft : undefined, (draft) => setKept(draft === undefined ? undefined : { run, draft })];
}
