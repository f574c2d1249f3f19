/** What help lists: the keys, the abbreviations, the two milestones, and the page's settings. */
import { glossary } from '#spec/glossary.ts';
import { milestones } from '#spec/milestones.ts';
import { speeds, themes } from './settings.ts';

export const keyList: readonly (readonly [keys: string, does: string])[] = [
  ['Right, PageDown, Space', 'Step: what the large button says'],
  ['Left, PageUp', 'Back'],
  ['Home, End', 'First and last step'],
  ['P', 'Play, or stop playing'],
  ['1 to 9', 'Take that event of the list'],
  ['L', 'Lose the selected message, or else the oldest in flight'],
  ['D', 'Duplicate it'],
  ['T', 'Let the timer run out'],
  ['Enter on a message', 'Select it; once more opens its fields'],
  ['Esc', 'Close what is open'],
  ['?', 'This help'],
];

export const help = { glossary, milestones, themes, speeds };
