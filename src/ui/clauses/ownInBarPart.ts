/** What the sentence bar needs once a person has opened a text of their own; the first diagram does without. */
import { later } from '../controls/later.ts';

export const ownInBarPart = later(() => import('./OwnInBar.tsx'));
