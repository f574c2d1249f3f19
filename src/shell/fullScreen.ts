/** The whole screen, where the browser gives it; where it does not, the page has its window and nothing is said. */

export async function enterFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
  } catch {
    // Not allowed here, or no such thing: the window is what there is.
  }
}

export async function leaveFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement !== null) await document.exitFullscreen();
  } catch {
    // It was left already.
  }
}

/** Calls back when a person leaves the whole screen, by Esc as the browser takes it. */
export function onFullScreenLeft(left: () => void): void {
  document.addEventListener('fullscreenchange', () => {
    if (document.fullscreenElement === null) left();
  });
}
