/** Of the places in a panel where the same short form stands, the first: a keyboard stops there, and at no other of them. */
import { flushSync } from 'react-dom';

interface Place {
  /** What it stands for: two places of the same words are one to the keyboard. */
  readonly words: string;
  readonly element: () => HTMLElement | null;
  readonly tell: (isFirst: boolean) => void;
}

/** What is closed hides its first place too, so that it counts as a panel of its own. */
const panels = 'details, [role="dialog"], [data-area], main';

const places = new Map<Place, boolean>();
let planned = false;

/** Tells a place, now and whenever others come and go, whether it is the first of its panel; returns how to end that. */
export function watchFirst(place: Place): () => void {
  places.set(place, false);
  plan();
  return () => {
    places.delete(place);
    plan();
  };
}

/** All that comes in one drawing of the page is looked at once, before it is painted. */
function plan(): void {
  if (planned) return;
  planned = true;
  queueMicrotask(() => {
    planned = false;
    const firsts = firstPlaces();
    const turned = [...places].filter(([place, wasFirst]) => firsts.has(place) !== wasFirst);
    if (turned.length === 0) return;
    flushSync(() => {
      for (const [place, wasFirst] of turned) {
        places.set(place, !wasFirst);
        place.tell(!wasFirst);
      }
    });
  });
}

function firstPlaces(): ReadonlySet<Place> {
  const byPanel = new Map<Element, Map<string, { place: Place; element: HTMLElement }>>();
  for (const place of places.keys()) {
    const element = place.element();
    if (element === null) continue;
    const panel = element.closest(panels) ?? document.body;
    const firsts = byPanel.get(panel) ?? new Map();
    byPanel.set(panel, firsts);
    const before = firsts.get(place.words);
    if (before === undefined || isAhead(element, before.element)) firsts.set(place.words, { place, element });
  }
  return new Set([...byPanel.values()].flatMap((firsts) => [...firsts.values()].map(({ place }) => place)));
}

/** What has the focus keeps it, whatever comes before it. */
function isAhead(element: HTMLElement, other: HTMLElement): boolean {
  if (element.contains(document.activeElement)) return true;
  if (other.contains(document.activeElement)) return false;
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
