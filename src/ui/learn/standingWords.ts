/** How far a lesson has been taken, in words. */
import type { LessonStanding } from '#learn/lessonStanding.ts';
import { counted } from '#store/checkWords.ts';

/** "4 of 6 steps, 1 of 2 questions"; "6 steps, 2 questions" before it was begun; what was right at once when it is done. */
export function standingWords(standing: LessonStanding): string {
  const { beats, seen, questions, right, done } = standing;
  const steps = counted(beats, 'step');
  if (done) return questions === 0 ? '✓ done' : `✓ done, ${right} of ${counted(questions, 'question')} right at once`;
  if (seen === 0) return questions === 0 ? steps : `${steps}, ${counted(questions, 'question')}`;
  return `${seen} of ${steps}, ${questionsWords(standing)}`;
}

/** "1 of 2 questions answered". */
export function questionsWords({ questions, answered }: LessonStanding): string {
  return questions === 0 ? 'no question' : `${answered} of ${counted(questions, 'question')} answered`;
}
