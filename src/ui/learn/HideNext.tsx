/** As long as a question is asked, what comes next is hidden in the diagram and among the next events, unless it is called up. */
import { useEffect } from 'react';
import { hidesNext } from '#store/walkStore.ts';
import { Switch } from '../controls/Switch.tsx';
import { useActions, useWalk } from '../useWalk.ts';

export function HideNext() {
  const hidden = useWalk(hidesNext);
  const { ask, set } = useActions();
  useEffect(() => {
    ask(true);
    return () => ask(false);
  }, [ask]);
  return (
    <Switch
      on={hidden}
      onChange={(hide) => {
        ask(hide);
        if (!hide) set({ hideNext: false });
      }}
    >
      Hide what comes next
    </Switch>
  );
}
