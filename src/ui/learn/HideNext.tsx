/** Whether the diagram and the next events show what a question asks about. */
import { Switch } from '../controls/Switch.tsx';
import { useActions, useWalk } from '../useWalk.ts';

export function HideNext() {
  const hidden = useWalk((state) => state.settings.hideNext);
  const { set } = useActions();
  return (
    <Switch on={hidden} onChange={(hideNext) => set({ hideNext })}>
      Hide what comes next
    </Switch>
  );
}
