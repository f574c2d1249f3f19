/** What help lists beside the panels: the keys, the abbreviations, the two milestones, and the page's settings. */
import { glossary } from '#spec/glossary.ts';
import { milestones } from '#spec/milestones.ts';
import { speeds, themes as themeValues } from './settings.ts';

/** The keys by their names on a keyboard; a test holds them against those that the page listens to. */
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
  ['Ctrl+Z', 'Undo what was done to run, reading and octets'],
  ['Ctrl+Shift+Z, Ctrl+Y', 'Do it again'],
  ['Enter on a message', 'Select it; once more opens its fields'],
  ['Up, Down on a message', 'The message before it, or the next one'],
  ['+, -, 0 in a diagram', 'Larger, smaller, as it was'],
  ['Esc', 'Close what is open'],
  ['?', 'This help'],
];

const themes = themeValues.map((value) => ({ value, label: value === 'contrast' ? 'high contrast' : value }));

export const help = { glossary, milestones, themes, speeds };
