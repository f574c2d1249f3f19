/** The lines that were left, each to go back to; the one in view can have another name, or go. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Select } from './controls/Select.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function Branches() {
  const run = useWalk((state) => state.run);
  const { switchBranch, dropBranch } = useActions();
  if (run.branches.length === 0) return null;
  const names = [run.name, ...run.branches.map((each) => each.name)].toSorted();
  return (
    <div className="timelineBranches">
      <Select
        name="Branch"
        groups={[{ options: names.map((name) => ({ value: name, label: name })) }]}
        value={run.name}
        onChoose={switchBranch}
      />
      <Rename key={run.name} name={run.name} />
      <button
        type="button"
        className="plainButton"
        onClick={() => {
          dropBranch();
          document.querySelector<HTMLElement>('.nextEventsPrimary')?.focus();
        }}
      >
        Drop <span className="visuallyHidden">branch</span>
      </button>
    </div>
  );
}

/** The button, and in its place the field while the name is written: Enter keeps it, Esc leaves it as it was. */
function Rename({ name }: { readonly name: string }) {
  const { renameBranch } = useActions();
  const [naming, setNaming] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once naming has begun
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [naming]);
  const end = (kept: string | undefined) => {
    setNaming(false);
    if (kept !== undefined) renameBranch(kept);
    // The field goes, and the button that comes in its place has the focus.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.timelineRename')?.focus());
  };
  if (!naming) {
    return (
      <button type="button" className="plainButton timelineRename" onClick={() => setNaming(true)}>
        Rename
      </button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        end(field.current?.value ?? '');
      }}
    >
      <input
        ref={field}
        className="timelineName"
        aria-label="Name of this branch"
        defaultValue={name}
        maxLength={60}
        size={12}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          end(undefined);
        }}
      />
    </form>
  );
}
