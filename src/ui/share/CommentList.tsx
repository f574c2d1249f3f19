/** Comments. */
export function CommentList() {
  return <h3>Comments</h3>;
}
