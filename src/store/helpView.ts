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
  ['Enter on a message', 'Select it; once more opens its fields'],
  ['Esc', 'Close what is open'],
  ['?', 'This help'],
];

/** The regions of the page, by the names that a screen reader has for them. */
const regions: readonly (readonly [name: string, shows: string])[] = [
  ['Clauses', 'The one sentence that the step rests on, with its clause and its force; opens as the running text.'],
  [
    'UE, PDN GW',
    'The phase of each end and what matters about it; a bar and bold type mark what the last step changed.',
  ],
  ['Sequence diagram', 'Every message up to the step in view, and later steps of a loaded run in grey.'],
  ['Message', 'The message that is selected, and the way to its fields.'],
  ['Security associations', 'How each pair of SAs stands at both ends: up, closing or gone.'],
  ['Next events', 'What Step does, what else may happen, and why other things may not.'],
  ['Claims at this step', 'The claim that the step in view breaks, or the run that a check has found.'],
  ['Timeline', 'Where the run stands, and the branches that were left.'],
];

const themes = themeValues.map((value) => ({ value, label: value === 'contrast' ? 'high contrast' : value }));

export const help = { regions, glossary, milestones, themes, speeds };
