/** A question made from a run, and how an answer to it is marked. What is right is worked out by the model, never written down. */

/** In the order of asking: what comes next is among what is possible, and a question about a table names what comes next. */
export const questionKinds = ['possible', 'next', 'table', 'clause'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
  /** Unique in its question. */
  readonly key: string;
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or why not: one sentence or more. */
  readonly why: string;
}

export interface Question {
  readonly kind: QuestionKind;
  /** The step of the run that it is asked at. */
  readonly step: number;
  readonly text: string;
  /** Whether any number of options may be right; else exactly one is. */
  readonly several: boolean;
  readonly options: readonly Option[];
  /** What is told once it is answered, whatever the answer: what the step does, and by which sentence. */
  readonly about?: string;
}

/** "h-03/2/table/": what the ids of all questions of one kind at one step of a scenario begin with. */
export function questionPlace(scenario: string, step: number, kind: QuestionKind): string {
  return `${scenario}/${step}/${kind}/`;
}

/** "h-03/2/table/7": scenario, step, kind, seed. */
export function questionId(scenario: string, { step, kind }: Question, seed: number): string {
  return `${questionPlace(scenario, step, kind)}${seed}`;
}

export interface Mark {
  readonly right: boolean;
  /** The options that were chosen wrongly, or wrongly left out, each with why. */
  readonly wrong: readonly { readonly option: Option; readonly chosen: boolean }[];
}

/** Marks an answer: the keys of the options that were chosen. Keys that the question does not have are not counted. */
export function markAnswer(question: Question, chosen: readonly string[]): Mark {
  const wrong = question.options
    .map((option) => ({ option, chosen: chosen.includes(option.key) }))
    .filter((each) => each.chosen !== each.option.right);
  return { right: wrong.length === 0, wrong };
}
