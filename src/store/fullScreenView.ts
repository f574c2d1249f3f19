/** The presentation has the whole screen, and ends when that is left. */
import { enterFullScreen, leaveFullScreen, onFullScreenLeft } from '#shell/fullScreen.ts';
import type { WalkStore } from './walkStore.ts';

export function followFullScreen(walk: WalkStore): void {
  walk.subscribe((state, before) => {
    if (state.presenting === before.presenting) return;
    if (state.presenting) enterFullScreen();
    else leaveFullScreen();
  });
  onFullScreenLeft(() => {
    if (walk.getState().presenting) walk.getState().present(false);
  });
}
