/** A teacher opens the result files of a class: one table, and a sentence for each file that cannot be read. */
import { readFiles, saveTable } from '#store/learnFiles.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

export function ResultFiles() {
  const table = useLearn((state) => state.table);
  const { openResults } = useLearnActions();
  return (
    <details className="learnDetails" open={table !== undefined}>
      <summary>For a teacher: open result files</summary>
      <label className="learnField">
        Result files, one or many
        <input
          type="file"
          multiple
          accept=".json,application/json"
          onChange={async ({ target }) => openResults(await readFiles(target.files ?? []))}
        />
      </label>
      <div role="status">
        {table !== undefined && (
          <p>
            {table.rows.length} read, {table.refused.length} not.
          </p>
        )}
        <ul className="drawerList">
          {table?.refused.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name and fault
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      </div>
      {table !== undefined && table.rows.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="drawerTableFrame" aria-label="Table: results" tabIndex={0}>
            <table>
              <caption>Results</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Set</th>
                  <th scope="col">Lessons</th>
                  <th scope="col">Right at once</th>
                  <th scope="col">Challenges</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows come anew with each opening
                  <tr key={at}>
                    <th scope="row">
                      <bdi className="learnName">{row.name}</bdi>
                    </th>
                    <td>
                      <bdi className="learnName">{row.set}</bdi>
                    </td>
                    <td>{row.lessonsDone}</td>
                    <td>
                      {row.answersRight} of {row.answers}
                    </td>
                    <td>{row.challenges}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <button type="button" className="plainButton" onClick={() => saveTable(table)}>
            Save the table
          </button>
        </>
      )}
    </details>
  );
}
