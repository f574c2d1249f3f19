/** Work that was asked for: how far it is, and Cancel; why there is no answer, and another try. */
import type { CheckRequest } from '#shell/checkMessages.ts';
import { taskOf } from '#store/checkStore.ts';
import { progressWords } from '#store/checkWords.ts';
import { useCheckActions, useChecks } from './useChecks.ts';

interface Props {
  readonly request: CheckRequest;
  /** What is being done, such as "Sentences switched off". */
  readonly words: string;
}

export function TaskLine({ request, words }: Props) {
  const task = useChecks((state) => taskOf(state, request));
  const { ask, stop } = useCheckActions();
  if (task?.underWay !== undefined) {
    return (
      <p className="searchUnderWay">
        <span className="working" aria-hidden="true" />
        <span>
          {words}: {progressWords(task.underWay.progress)}
        </span>
        <button type="button" className="plainButton" onClick={() => stop(request)}>
          Cancel
        </button>
      </p>
    );
  }
  if (task?.failure === undefined) return null;
  return (
    <p className="searchUnderWay" role="status">
      <span>{task.failure}</span>
      <button type="button" className="plainButton" onClick={() => ask(request)}>
        Try again
      </button>
    </p>
  );
}
