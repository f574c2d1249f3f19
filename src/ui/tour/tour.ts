/** Whether a person is being shown round, and where on the way they are: begun from anywhere, drawn in one place. */
type Listener = () => void;

const listeners = new Set<Listener>();
let stop: number | undefined;

export const tour = {
  /** The number of the stop, from 0; undefined where nobody is shown round. */
  stop: (): number | undefined => stop,
  begin: (at: number): void => moveTo(at),
  end: (): void => moveTo(undefined),
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function moveTo(next: number | undefined): void {
  stop = next;
  for (const listener of listeners) listener();
}
