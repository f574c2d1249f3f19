/** Gives Step the focus: where what had it goes away, the walk goes on by the same keys. */
export function focusStep(): void {
  document.querySelector<HTMLElement>('.nextEventsPrimary')?.focus();
}
