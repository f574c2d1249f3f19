/** The findings to take away, as a document or for a script; with the repairs, where they were looked for. */
import { useState } from 'react';
import type { ReadingAnswer } from '#shell/checkMessages.ts';
import { taskOf } from '#store/checkStore.ts';
import { useWalk } from '../useWalk.ts';
import { useChecks } from './useChecks.ts';

export function ExportButtons({ answer }: { readonly answer: ReadingAnswer }) {
  const variant = useWalk((state) => state.variant);
  const repairs = useChecks((state) => taskOf(state, { type: 'repairs', variant })?.answer);
  const [told, setTold] = useState('');
  const save = (form: 'json' | 'markdown') => async () => {
    const { saveFindings } = await import('#store/checkExport.ts');
    setTold(saveFindings(answer, repairs, form));
  };
  return (
    <p className="exportButtons">
      <button type="button" className="plainButton" onClick={save('markdown')}>
        Export Markdown
      </button>
      <button type="button" className="plainButton" onClick={save('json')}>
        Export JSON
      </button>
      <span role="status" className="drawerNote">
        {told}
      </span>
    </p>
  );
}
