/** Tables in the standard's own columns; what the last step changed is marked. */
import type { MarkedTable, TableSet } from '#store/tablesView.ts';
import { cellChanged, markedTables, rowsGone } from '#store/tablesView.ts';
import { Abbreviation } from '../controls/Abbreviation.tsx';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';

export function Tables({ set }: { readonly set: TableSet }) {
  const tables = useWalk(markedTables(set));
  return (
    <>
      {tables.map((marked) => (
        <OneTable key={marked.table.caption} marked={marked} />
      ))}
      <p className="drawerNote">(unconfirmed): from general knowledge, the document's text was not seen.</p>
    </>
  );
}

function OneTable({ marked }: { readonly marked: MarkedTable }) {
  const { table } = marked;
  const gone = rowsGone(marked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="drawerTableFrame" aria-label={`Table: ${table.caption}`} tabIndex={0}>
      <table>
        <caption>
          <Glossed text={table.caption} />
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.abbr === undefined ? (
                  <Glossed text={column.title} />
                ) : (
                  <Abbreviation words={column.title}>{column.abbr}</Abbreviation>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={table.columns.length} data-changed={gone > 0}>
                <Glossed text={table.empty} />
              </td>
            </tr>
          )}
          {table.rows.map((row) => (
            <tr key={row.key}>
              {table.columns.map((column) => (
                <td key={column.key} data-changed={cellChanged(marked, row.key, column.key)}>
                  <Glossed text={row.cells[column.key]?.text ?? ''} />
                  {row.cells[column.key]?.unconfirmed === true && <span className="drawerNote"> (unconfirmed)</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {gone > 0 && table.rows.length > 0 && (
        <p>
          <strong>{gone === 1 ? 'The last step removed one row.' : `The last step removed ${gone} rows.`}</strong>
        </p>
      )}
      {table.note !== undefined && (
        <p className="drawerNote">
          <Glossed text={table.note} />
        </p>
      )}
      <details>
        <summary>Columns of {table.caption} in full, and where they are from</summary>
        <ul className="drawerList">
          {table.columns.map((column) => (
            <li key={column.key}>
              {column.abbr !== undefined && (
                <strong>
                  <dfn>{column.abbr}</dfn>:{' '}
                </strong>
              )}
              <Glossed text={column.title} />{' '}
              <span className="drawerNote">
                [<Glossed text={column.source} />]
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
