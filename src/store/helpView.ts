/** What help lists: the keys, the abbreviations, the two milestones, and the page's settings. */
import { glossary } from '#spec/glossary.ts';
import { milestones } from '#spec/milestones.ts';
import { speeds, themes as themeValues } from './settings.ts';

export const keyList: readonly (readonly [keys: string, does: string])[] = [
  ['Right, PageDown, Space', 'Step: what the large button says'],
  ['Left, PageUp', 'Back'],
  ['Home, End', 'First and last step'],
  ['P', 'Play, or stop playing'],
  ['1 to 9', 'Take that event of the list'],
  ['L', 'Lose the selected message, or else the oldest in flight'],
  ['D', 'Duplicate it'],
  ['T', 'Let the timer run out'],
  ['C', 'Check: what fails in some run of this reading'],
  ['M', 'Back to my run, from one that Check has found'],
  ['F', 'Present on the whole screen, and end it; then Right, PageDown or Space is the next beat'],
  ['O, while presenting', 'Follow an objection from the step presented; O again is back exactly there'],
  ['Ctrl+Z, Ctrl+Shift+Z', 'Undo, and do again, what was done to run, reading and octets'],
  ['Enter on a message', 'Select it; once more opens its fields'],
  ['Esc', 'Close what is open'],
  ['?', 'This help'],
];

/** One stop of the way round the page. */
export interface TourStop {
  readonly title: string;
  readonly words: string;
  /** The bands of the page that it speaks of, by their `data-area`. */
  readonly areas: readonly string[];
}

/** What a first visitor needs to know, in the order in which the eye goes over a step. */
export const tourStops = [
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
      'Choose a run, and how the text is read where it is silent. Check looks at all runs of that reading, and says within which bound.',
    areas: ['top'],
  },
] as const satisfies readonly TourStop[];

interface Region {
  /** As a screen reader has it. */
  readonly name: string;
  readonly shows: string;
  /** The stop that shows it in its place; undefined where it is not always on the page. */
  readonly stop?: number;
}

const regions: readonly Region[] = [
  { name: 'Scenario, Reading', shows: 'Which run is loaded, and how the text is read where it is silent.', stop: 5 },
  {
    name: 'Sequence diagram',
    shows: 'Every message up to the step in view, and later steps of a loaded run in grey.',
    stop: 0,
  },
  { name: 'Message', shows: 'The message that is selected, and the way to its fields.' },
  {
    name: 'UE, PDN GW',
    shows: 'The phase of each end and what matters about it; a bar and bold type mark what the last step changed.',
    stop: 1,
  },
  { name: 'Security associations', shows: 'How each pair of SAs stands at both ends: up, closing or gone.', stop: 1 },
  {
    name: 'Clauses',
    shows: 'The one sentence that the step rests on, with its clause and its force; opens as the running text.',
    stop: 2,
  },
  { name: 'Next events', shows: 'What Step does, what else may happen, and why other things may not.', stop: 3 },
  {
    name: 'Claims at this step',
    shows: 'The claim that the step in view breaks, or the run that a check has found.',
  },
  { name: 'Timeline', shows: 'Where the run stands, and the branches that were left.', stop: 4 },
];

const themes = themeValues.map((value) => ({ value, label: value === 'contrast' ? 'high contrast' : value }));

export const help = { regions, glossary, milestones, themes, speeds };
