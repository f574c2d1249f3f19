/** A teacher opens the result files of a class: one table, and a sentence for each file that cannot be read. */
import { useRef, useState } from 'react';
import { counted } from '#store/checkWords.ts';
import { copyTable, readFiles, saveTable } from '#store/learnFiles.ts';
import { resultRows } from '#store/learnView.ts';
import { ResultRows } from './ResultRows.tsx';
import { useLearn, useLearnActions } from './useLearn.ts';

export function ResultFiles() {
  const table = useLearn((state) => state.table);
  const rows = useLearn(resultRows);
  const { openResults, closeResults } = useLearnActions();
  const [told, setTold] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    setTold((await copyTable(rows)) ? 'Copied.' : 'This browser gives no clipboard: save the table.');
  };
  const close = () => {
    closeResults();
    input.current?.focus();
  };
  return (
    <details className="learnDetails" open={table !== undefined}>
      <summary>For a teacher: open result files</summary>
      <label className="learnField">
        Result files, one or many
        <input
          ref={input}
          type="file"
          multiple
          accept=".json,application/json"
          onChange={async ({ target }) => {
            openResults(await readFiles(target.files ?? []));
            // The same files can be chosen again.
            target.value = '';
          }}
        />
      </label>
      <div role="status">
        {table !== undefined && (
          <p>
            {counted(table.rows.length, 'file')} read
            {table.refused.length > 0 && `, ${counted(table.refused.length, 'file')} not`}.
          </p>
        )}
        <ul className="drawerList">
          {table?.refused.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name and fault
            <li key={at} className="learnName">
              {sentence}
            </li>
          ))}
        </ul>
      </div>
      {table !== undefined && table.rows.length > 0 && <ResultRows />}
      {table !== undefined && (
        <p className="learnActs">
          {table.rows.length > 0 && (
            <>
              <button type="button" className="plainButton" onClick={copy}>
                Copy the table
              </button>
              <button type="button" className="plainButton" onClick={() => saveTable(rows)}>
                Save as CSV
              </button>
            </>
          )}
          <button type="button" className="plainButton" onClick={close}>
            Close the table
          </button>
          <span role="status">{told}</span>
        </p>
      )}
    </details>
  );
}
