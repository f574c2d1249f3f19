/** Take away. */
export function TakeAway() {
  return <h3>Take away</h3>;
}
