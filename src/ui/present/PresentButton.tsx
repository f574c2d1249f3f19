/** Begins the presentation, from the drawer of what leaves the room. */
import { KeyButton } from '../controls/KeyButton.tsx';
import { useActions } from '../useWalk.ts';

export function PresentButton() {
  const { present } = useActions();
  return (
    <p className="presentBegin">
      <KeyButton className="plainButton" keys="Key F" shortcuts="F" idle={false} onClick={() => present(true)}>
        Present
      </KeyButton>{' '}
      One key, one beat, on the whole screen; a remote works, too. O follows an objection, and comes back. Esc ends it.
    </p>
  );
}
