/** Single keys, active only where no focused control uses them, and only while they are switched on. */
import { useContext, useEffect } from 'react';
import { nextEvents } from '#store/view.ts';
import type { WalkActions, WalkState } from '#store/walkState.ts';
import { hidesNext } from '#store/walkState.ts';
import type { WalkStore } from '#store/walkStore.ts';
import { focusStep } from './focusStep.ts';
import { WalkContext } from './useWalk.ts';

export function useKeys(): void {
  const store = useContext(WalkContext);
  useEffect(() => {
    if (store === undefined) return;
    // A drawer that takes the key for itself is closed by the time the page has it.
    let wasOpen = false;
    const before = () => {
      wasOpen = store.getState().drawer !== undefined;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        if (!isWritten(event.target) && actOnHistory(store, event)) event.preventDefault();
        return;
      }
      const { settings, presenting } = store.getState();
      // Who presents has asked for keys that step: only single letters can be off then.
      const active = settings.keys || (presenting && event.key.length > 1);
      if (!active || usesKey(event.target, event.key)) return;
      if (event.key === 'Escape' && wasOpen && store.getState().drawer === undefined) return;
      if (act(store, event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', before, true);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', before, true);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [store]);
}

/** Undo and redo, as everywhere: with Ctrl or the command key; false for another key. */
function actOnHistory(store: WalkStore, { key, shiftKey }: KeyboardEvent): boolean {
  const letter = key.toLowerCase();
  if (letter === 'z' && !shiftKey) store.getState().undo();
  else if (letter === 'y' || letter === 'z') store.getState().redo();
  else return false;
  return true;
}

/** Whether a person writes there: what was written is taken back by the browser itself. */
function isWritten(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type="range"]), textarea') !== null;
}

/** Does what a key means; false where it means nothing. */
function act(store: WalkStore, key: string): boolean {
  const state = store.getState();
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
    case ' ':
      state.step();
      return true;
    case 'ArrowLeft':
    case 'PageUp':
      state.back();
      return true;
    case 'Home':
      state.jump(0);
      return true;
    case 'End':
      state.end();
      return true;
    case 'p':
    case 'P':
      state.play(!state.playing);
      return true;
    case 'l':
    case 'L':
      if (nextEvents(state).lose !== undefined) explore(state).lose();
      return true;
    case 'd':
    case 'D':
      if (nextEvents(state).duplicate !== undefined) explore(state).duplicate();
      return true;
    case 't':
    case 'T':
      if (nextEvents(state).timer !== undefined) explore(state).fireTimer();
      return true;
    case 'c':
    case 'C':
      // The presenter view has no room for it.
      if (state.presenting) return false;
      state.open(state.drawer === 'check' ? undefined : 'check');
      return true;
    case 'm':
    case 'M':
      if (state.shown?.trace !== state.run.trace) return false;
      if (document.activeElement?.closest('.claimStrip')) focusStep();
      state.leaveShown();
      return true;
    case 'f':
    case 'F':
      state.present(!state.presenting);
      return true;
    case 'o':
    case 'O':
      if (!state.presenting) return false;
      state.object();
      return true;
    case '?':
      state.open(state.drawer === 'help' ? undefined : 'help');
      return true;
    case 'Escape':
      if (document.querySelector('.hint') !== null || !(state.drawer !== undefined || state.presenting)) return false;
      if (state.drawer !== undefined) state.open(undefined);
      else state.present(false);
      return true;
    default:
      return takeNumbered(store, key);
  }
}

/** Who leaves what is presented follows an objection, asked for by O or not: what was presented can come back. */
function explore(state: WalkState & WalkActions): WalkActions {
  if (state.presenting && state.objection === undefined) state.object();
  return state;
}

function takeNumbered(store: WalkStore, key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  const state = store.getState();
  const wanted = nextEvents(state).all[Number(key) - 1];
  if (wanted === undefined || hidesNext(state)) return false;
  explore(state).take(wanted.event);
  return true;
}

/** Whether the focused control, or what is open around it, has a use of its own for the key. */
function usesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  // An open list finds entries by what is typed; the list of events takes numbers, and nothing else moves the run under it.
  if (target.closest('[role="listbox"], [role="combobox"][aria-expanded="true"]')) return true;
  if (target.closest('.popup')) return !/^[1-9]$/.test(key);
  if (target.closest('[role="combobox"]')) return key.length === 1 || /^(ArrowUp|ArrowDown|Enter)$/.test(key);
  if (target.closest('input:not([type="range"]), textarea, [contenteditable="true"], [role="tab"]')) {
    return key !== 'Escape';
  }
  if (target.closest('input[type="range"], [role="slider"]')) return /^(Arrow|Page|Home|End)/.test(key);
  // What scrolls, and has the focus itself, scrolls.
  if (target.matches('.drawer [tabindex="0"]:not([role], button, a, input)'))
    return /^(Arrow|Page|Home|End| )/.test(key);
  if (target.closest('button, a, summary, [role="button"], [role="switch"]')) return key === ' ' || key === 'Enter';
  return false;
}
