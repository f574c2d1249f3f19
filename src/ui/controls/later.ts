/**
 * A part of the page that is loaded after the first diagram is drawn, or at once when a person needs it: what must be there at
 * the start stays small, and nobody waits for what they do not use.
 */
import { useSyncExternalStore } from 'react';

interface Later<Part> {
  /** The part, or undefined while it is not loaded. */
  current(): Part | undefined;
  /** Loads the part now; a load that fails is tried again at the next need. */
  need(): void;
  /** Calls back when the part is there; returns how to stop that. */
  subscribe(listener: () => void): () => void;
}

const patienceMilliseconds = 5_000;
const betweenLooksMilliseconds = 200;

/** A part that `load` fetches: when the browser is idle after the first drawing, or when it is needed. */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  const listeners = new Set<() => void>();
  let part: Part | undefined;
  let underWay = false;
  let planned = false;
  const need = () => {
    if (underWay) return;
    underWay = true;
    load().then(
      (loaded) => {
        part = loaded;
        for (const listener of listeners) listener();
      },
      () => {
        underWay = false;
      },
    );
  };
  return {
    current: () => part,
    need,
    subscribe: (listener) => {
      listeners.add(listener);
      if (!planned) {
        planned = true;
        afterFirstDrawing(need);
      }
      return () => listeners.delete(listener);
    },
  };
}

/** The part in React: undefined first, and the component renders again when it is there. */
export function useLater<Part>(wanted: Later<Part>): Part | undefined {
  return useSyncExternalStore(wanted.subscribe, wanted.current);
}

/** Calls back once a diagram stands on the page and the browser is idle, or after 5 s where no diagram comes. */
function afterFirstDrawing(callback: () => void): void {
  const start = performance.now();
  const look = () => {
    const drawn = document.querySelector('.diagramPanel svg') !== null;
    if (!drawn && performance.now() - start < patienceMilliseconds) setTimeout(look, betweenLooksMilliseconds);
    else if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 1_000 });
    else setTimeout(callback, betweenLooksMilliseconds);
  };
  look();
}
