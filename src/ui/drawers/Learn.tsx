/** Lessons, questions and challenges. */
import { Lessons } from '../learn/Lessons.tsx';

export function Learn() {
  return <Lessons />;
}
