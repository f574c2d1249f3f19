/** Link. */
export function LinkSection() {
  return <h3>Link</h3>;
}
