/** What `lz promela --help` says. */
import { presets } from '#detach/presets.ts';

/** How many messages a queue of the model has room for, unless the reading can never have so many. */
export const usualSlots = 10;

export function promelaHelp(): string {
  return `Usage: lz promela [OPTION ...] > detach.pml
       lz promela [OPTION ...] --trail FILE

Writes a reading as a model in Promela, for SPIN 6: the same rules, the same bounds on the network's faults, each event
one d_step, so that SPIN stores the same states, one for one, as lz check counts. All properties are watched in one
search: the verifier says "FAILS P4" when it first meets a state that breaks P4, and at the end in how many states
each is broken, and in how many what it speaks of came up.

  --preset NAME          the reading, one of
                         ${presets.map(({ name }) => name).join(', ')}
  --set PARAMETER=VALUE  one parameter of it, as lz run --help lists them; may be given several times
  --property ID          watch only this property, such as P4; may be given several times
  --properties FILE      properties of one's own, too, as lz check takes them
  --slots N              room for N messages in each queue, ${usualSlots} if it is not said. A run that needs more ends in
                         "assertion violated"; fewer slots make SPIN faster and its states smaller.
  --trail FILE           not the model: what ./pan -r (or spin -t) prints, - for standard input, as events that
                         lz run --events reads. The reading has to be the one that the model was made of.

  lz promela --preset rfc-practice --set loss=2 > detach.pml
  spin -a detach.pml && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m100000

A trail to a state that breaks one property: its id, with _ for what is no letter and no digit, behind TRAIL_. Breadth
first (-DBFS) it is a shortest one.

  gcc -O2 -DSAFETY -DNOREDUCE -DBFS -DTRAIL_P4 -o pan pan.c && ./pan; ./pan -r > replay.txt
  lz promela --preset rfc-practice --set loss=2 --trail replay.txt | lz run --events - --preset rfc-practice --set loss=2

Exit status: 0 done; 2 bad input, with one line on standard error that says what is wrong.
`;
}
