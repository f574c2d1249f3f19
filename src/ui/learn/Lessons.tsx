/** Lessons. */
export function Lessons() {
  return <h3>Lessons</h3>;
}
