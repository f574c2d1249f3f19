/** What `lz compare --help` says. */
import { mostCompared } from '#check/compareReadings.ts';
import { presets } from '#detach/presets.ts';

export function compareHelp(): string {
  return `Usage: lz compare A B [OPTION ...]

Checks two readings and puts side by side what each parameter and each property comes to, which states and events one
of them has and the other has not, and, of a scenario, where the two runs part. States are compared where each reading
has at most ${mostCompared} of them.

A and B are presets, each alone or with changes behind commas, such as as-tabled,loss=2,timers=impatient. The presets:
${presets.map(({ name }) => name).join(', ')}.

  --set PARAMETER=VALUE  one parameter of both readings, where they do not say it themselves; may be given several times
  --scenario NAME        align the runs of this scenario; an event that a reading does not allow is skipped, and said
  --states N             keep about N states of each at most; what is not settled by then is "not finished"
  --json                 JSON: {"a", "b", "parameters", "properties", "spaces", "runs"}
    a, b        {"variant", "states", "transitions", "depth", "ends", "finished", "bound"}
    parameters  those that differ: {"name", "a", "b"}
    properties  {"id", "differs", "a", "b", "title"}, each side {"verdict", "length", "events", "cameUp"} or null
    spaces      null, or {"events": {"gained", "lost"}, "states": {"common", "gained", "lost"}, "phases"}: gained is
                what B alone has, lost what A alone has; phases lists {"phases": {field: value}, "a", "b"}, with how
                many states of each are in these phases
    runs        null, or {"scenario", "firstDifference", "rows", "skipped"}: a row is {"type", "a", "b"} with the steps
                of each side and the type "equal", "differs", "only a", "only b"; firstDifference is a place in rows,
                from 0, or null

Example: lz compare as-tabled ts-24.303 --scenario network-initiated

Exit status: 0 done, whatever fails; 2 bad input.
`;
}
