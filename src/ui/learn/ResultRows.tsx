/** The results of many as a table in a box of its own: names stay in view, heads sort, the total is its last row. */
import type { ResultOrder } from '#learn/resultTable.ts';
import { resultRows, resultTotal } from '#store/learnView.ts';
import { useLearn, useLearnActions } from './useLearn.ts';

interface Column {
  readonly order: ResultOrder;
  readonly title: string;
}

const columns: readonly Column[] = [
  { order: 'answersRight', title: 'Right at once' },
  { order: 'lessonsDone', title: 'Lessons' },
  { order: 'challenges', title: 'Challenges' },
];

export function ResultRows() {
  const rows = useLearn(resultRows);
  const total = useLearn(resultTotal);
  const withSets = rows.some(({ set }) => set !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="learnResults" aria-label="Table: results" tabIndex={0}>
      <table>
        <caption className="visuallyHidden">Results</caption>
        <thead>
          <tr>
            <Head column={{ order: 'name', title: 'Name' }} />
            {columns.map((column) => (
              <Head key={column.order} column={column} />
            ))}
            {withSets && <Head column={{ order: 'set', title: 'Set' }} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <tr key={at}>
              <th scope="row">
                <bdi className="learnName">{row.name}</bdi>
              </th>
              <td>{rightWords(row)}</td>
              <td>{row.lessonsDone}</td>
              <td>{row.challenges}</td>
              {withSets && (
                <td className="learnSet">
                  <bdi>{row.set}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{rows.length === 1 ? 'Total of 1 file' : `Total of ${rows.length} files`}</th>
            <td>{rightWords(total)}</td>
            <td>{total.lessonsDone}</td>
            <td>{total.challenges}</td>
            {withSets && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Head({ column: { order, title } }: { readonly column: Column }) {
  const sorted = useLearn((state) => state.order === order);
  const { orderResults } = useLearnActions();
  const isWords = order === 'name' || order === 'set';
  const direction = isWords ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button type="button" className="learnSort" onClick={() => orderResults(order)}>
        {title}
        <span aria-hidden="true">{sorted ? (isWords ? ' ▲' : ' ▼') : ''}</span>
      </button>
    </th>
  );
}

function rightWords({ answersRight, answers }: { readonly answersRight: number; readonly answers: number }): string {
  return answers === 0 ? 'none answered' : `${answersRight} of ${answers}`;
}
