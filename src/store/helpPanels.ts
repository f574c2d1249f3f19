/** What stands where, or opens on request: each part of the app with what it shows and the way to it. */
import type { Drawer } from './walkState.ts';

/** How help shows it: in its place on the page, in its drawer, or as a view of its own. */
export type PanelPlace =
  | { readonly type: 'stop'; readonly stop: number }
  | {
      readonly type: 'drawer';
      readonly drawer: Drawer;
      /** The tab of the drawer that it is, or the heading that it is under. */
      readonly at?: string;
    }
  | { readonly type: 'present' }
  | { readonly type: 'embed' };

export interface HelpPanel {
  /** As a screen reader has it. */
  readonly name: string;
  readonly shows: string;
  readonly place: PanelPlace;
}

const stop = (number: number): PanelPlace => ({ type: 'stop', stop: number });
const drawer = (name: Drawer, at?: string): PanelPlace => ({
  type: 'drawer',
  drawer: name,
  ...(at !== undefined && { at }),
});

export const helpPanels: readonly HelpPanel[] = [
  {
    name: 'Scenario, Reading',
    shows: 'Which run is loaded, and how the text is read where it is silent.',
    place: stop(5),
  },
  {
    name: 'Reading in detail',
    shows: 'Every choice for what the text leaves open, the algorithms, and the times.',
    place: drawer('reading'),
  },
  {
    name: 'Sequence diagram',
    shows: 'Every message up to the step in view, and later steps of a loaded run in grey.',
    place: stop(0),
  },
  {
    name: 'Message',
    shows: 'The selected message: its fields and octets. One in flight can be changed.',
    place: drawer('message'),
  },
  {
    name: 'UE, PDN GW',
    shows: 'The phase of each end and what matters about it; a bar and bold type mark what the last step changed.',
    place: stop(1),
  },
  { name: 'Tables', shows: 'All that an end keeps, in the columns of the standards.', place: drawer('ueTables') },
  {
    name: 'State diagrams',
    shows: 'The phases of an end, and what leads from one to another.',
    place: drawer('ueDiagram'),
  },
  {
    name: 'Security associations',
    shows: 'How each pair of SAs stands at both ends: up, closing or gone.',
    place: stop(1),
  },
  {
    name: 'Clauses',
    shows: 'The one sentence that the step rests on, with its clause and its force; opens as the running text.',
    place: stop(2),
  },
  {
    name: 'Open points',
    shows: 'What the text leaves open, and the answers that could be given.',
    place: drawer('clauses', 'Open points'),
  },
  {
    name: 'Your copy of the text',
    shows:
      'Open the contribution itself, and its words stand beside ours; a revised text has its changes marked. It stays on this machine.',
    place: drawer('clauses', 'Your copy'),
  },
  { name: 'Next events', shows: 'What Step does, what else may happen, and why other things may not.', place: stop(3) },
  {
    name: 'Not possible now',
    shows: 'What cannot happen at this step, and which condition of which clause fails.',
    place: drawer('whyNot'),
  },
  {
    name: 'Timeline',
    shows: 'Where the run stands, the branches that were left, and Undo once there is something to take back.',
    place: stop(4),
  },
  {
    name: 'Check',
    shows: 'What fails in some run of this reading, with the shortest run and the smallest change that repairs it.',
    place: drawer('check'),
  },
  {
    name: 'Claims at this step',
    shows: 'Each claim over all runs and at the step in view. One that is broken is named below the diagram.',
    place: drawer('check', 'All claims'),
  },
  {
    name: 'Compare',
    shows: 'Two readings by what they allow, and all of them in one picture.',
    place: drawer('compare'),
  },
  {
    name: 'Learn',
    shows:
      'Lessons, questions about the step in view, challenges, and your results; a teacher makes a set and reads many results.',
    place: drawer('learn'),
  },
  {
    name: 'Link',
    shows: 'The address of this step as text and as QR code.',
    place: drawer('share', 'Link to this step'),
  },
  {
    name: 'Take away',
    shows: 'The run as a figure, as text for other tools, as a review pack or a file; and a file opened again.',
    place: drawer('share', 'Take away'),
  },
  {
    name: 'One HTML file',
    shows: 'All of this app with the run in it; it works from a mail, with no network.',
    place: drawer('share', 'One HTML file'),
  },
  {
    name: 'Comments',
    shows: 'What you and others say to a step or a clause, as the table of a review.',
    place: drawer('share', 'Comments'),
  },
  {
    name: 'Presenter view',
    shows: 'The run on the whole screen, one key a beat, with a way into an objection and back.',
    place: { type: 'present' },
  },
  {
    name: 'The walk alone',
    shows: 'Diagram and steps without the rest, for a page or a slide: "?embed" in the address, before the "#".',
    place: { type: 'embed' },
  },
];
