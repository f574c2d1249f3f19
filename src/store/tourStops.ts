/** The way round the page, and round the two views that have less on them: what a person is shown, stop by stop. */
import { isEmbedded } from './presentView.ts';
import type { WalkState } from './walkState.ts';

export interface TourStop {
  readonly title: string;
  readonly words: string;
  /** The parts of the page that it speaks of, by their `data-area`. */
  readonly areas: readonly string[];
}

/** The views of a walk: all of the page, the presenter's, or the walk alone in another page. */
export type WalkView = 'page' | 'presenter' | 'embedded';

export function viewOf({ presenting }: Pick<WalkState, 'presenting'>): WalkView {
  if (presenting) return 'presenter';
  return isEmbedded() ? 'embedded' : 'page';
}

/** What a first visitor needs to know, in the order in which the eye goes over a step. */
export const tourStops: Readonly<Record<WalkView, readonly [TourStop, ...TourStop[]]>> = {
  page: [
    {
      title: 'The run, as a sequence diagram',
      words:
        'Each message so far, and in grey what is still to come. Press a message to select it, and again for its octets.',
      areas: ['diagram'],
    },
    {
      title: 'The two ends',
      words:
        'The phase of the UE and of the PDN GW, and what joins them. A bar marks what the last step changed; Tables and State diagram open the rest.',
      areas: ['ue', 'gw', 'sas'],
    },
    {
      title: 'The sentence behind the step',
      words: 'The one sentence that orders this step, its clause and its force; where the text is silent, it says so.',
      areas: ['clauses'],
    },
    {
      title: 'What may happen next',
      words:
        'The large button is Step. Beside it: lose a message, let a timer run out, take another order. The last line says why other things cannot happen.',
      areas: ['next'],
    },
    {
      title: 'Back and forth',
      words: 'Every step can be taken back. Where you go another way, the old way is kept as a branch.',
      areas: ['time'],
    },
    {
      title: 'Another run, another reading',
      words:
        'Choose a run, and how the text is read where it is silent. Check looks at all runs of that reading, and says within which bound. Learn asks you; Share is what leaves the room.',
      areas: ['top'],
    },
  ],
  presenter: [
    {
      title: 'What has happened',
      words: 'The last step in one line; below it the sentence that orders it, with its clause and its force.',
      areas: ['narration'],
    },
    {
      title: 'The run, as a sequence diagram',
      words: 'Each message so far, and in grey what is still to come.',
      areas: ['diagram'],
    },
    {
      title: 'Beat by beat',
      words:
        'Right, PageDown or a press of a remote is the next beat; Left or PageUp goes back. O follows an objection, and O again is back exactly here. Esc ends it.',
      areas: ['time'],
    },
  ],
  embedded: [
    {
      title: 'The run, as a sequence diagram',
      words: 'Each message so far, and in grey what is still to come.',
      areas: ['diagram'],
    },
    { title: 'Step by step', words: 'Step goes on, and Back takes a step back.', areas: ['time'] },
  ],
};
