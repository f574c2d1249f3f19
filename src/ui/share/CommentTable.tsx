/** All comments by clause, as a review lists them; one's own can be changed and deleted. */
import type { CommentRow } from '#report/comments.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useCommentActions } from './useComments.ts';

export function CommentTable({ rows }: { readonly rows: readonly CommentRow[] }) {
  return (
    <table className="commentTable">
      <caption>Comments by clause</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Clause</th>
          <th scope="col">Comment</th>
          <th scope="col">Proposed change</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.set} ${row.id}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: CommentRow }) {
  const { edit, remove } = useCommentActions();
  const isMine = row.set === 0;
  return (
    <tr>
      <td data-column="Number">{row.number}</td>
      <td data-column="Clause">
        <bdi>
          <Glossed text={row.place.clause} />
        </bdi>
        {row.where !== '' && (
          <bdi className="commentWhere">
            <Glossed text={row.where} />
          </bdi>
        )}
        {row.ofAnotherRun && <span className="commentMark">another run</span>}
      </td>
      <td data-column="Comment">
        <bdi className="commentText">{row.comment}</bdi>
        <span className="commentBy">
          {isMine ? 'You' : 'By '}
          {row.author !== '' && (
            <>
              {isMine && ', '}
              <bdi>{row.author}</bdi>
            </>
          )}
        </span>
        {isMine && (
          <span className="commentActs">
            <button type="button" className="plainButton" onClick={() => edit(row.id)}>
              Edit<span className="visuallyHidden"> comment {row.number}</span>
            </button>
            <button type="button" className="plainButton" onClick={() => remove(row.id)}>
              Delete<span className="visuallyHidden"> comment {row.number}</span>
            </button>
          </span>
        )}
      </td>
      <td data-column="Proposed change">
        {row.proposed === '' ? (
          <span className="commentBy">none</span>
        ) : (
          <bdi className="commentText">{row.proposed}</bdi>
        )}
      </td>
      <td data-column="Status">{row.status}</td>
    </tr>
  );
}
