/** All lessons, in the order in which they build on one another. */
import type { Lesson } from './lesson.ts';
import { hazardLessons } from './lessonsOfHazards.ts';
import { procedureLessons } from './lessonsOfProcedures.ts';

export const lessons: readonly Lesson[] = [...procedureLessons, ...hazardLessons];

export function findLesson(name: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.name === name);
}
