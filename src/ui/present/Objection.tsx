/** An objection is followed: all that may happen now. */
import { NextEvents } from '../NextEvents.tsx';

export function Objection() {
  return (
    <div className="presentObjection">
      <NextEvents />
    </div>
  );
}
