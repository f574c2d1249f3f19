/** What `lz check --help` says. */

import { mostCharacters, mostProperties } from '#check/propertyText.ts';
import { mostNesting, mostTests } from '#check/propertyTextCondition.ts';
import { presets } from '#detach/presets.ts';
import { mostForRepair } from './checkFindings.ts';

export function checkHelp(): string {
  const names = presets.map(({ name }) => name).join(', ');
  return `Usage: lz check [OPTION ...]

Looks at every state that any run of a reading can reach, the network's faults bounded as the reading says,
and tells of each property whether it holds, with the shortest run to a state that breaks it.

  --preset NAME          the reading, one of
                         ${names}
  --set PARAMETER=VALUE  one parameter of it, as lz run --help lists them; may be given several times
  --property ID          only this property, such as P4; may be given several times
  --properties FILE      properties of one's own beside the built-in ones, - for standard input; see below
  --fields               do not check: list the fields, values and messages that these can speak of in this reading,
                         and the built-in properties in the same language
  --states N             keep about N states at most; what is not settled by then is "not finished"
  --json                 JSON, see below
  --findings FORMAT      json or markdown: what fails of the built-in properties, grouped by the open point that it asks
                         about, with the smallest change that repairs it where there are at most ${mostForRepair} states
  --batch FILE           with --json: one reading a line, - for standard input. A line is an object of parameters,
                         such as {"preset": "rfc-practice", "loss": 2}; what it leaves out is as --preset and --set
                         say, or else the default. One answer a line, in order, written as soon as it is there. A line
                         that is no reading is answered by {"error": "line 3: ..."}; a blank line is not answered.

Ctrl-C ends a search and prints what was found so far.

Exit status: 0 done; 1 a property fails, or some run never ends or gets stuck; 2 bad input. A claim that the
reading replaces by another (P11 under ts-24.303) does not count, nor does "not finished". With --batch 0, unless
the file cannot be read.

JSON: {"variant": {...}, "states", "transitions", "depth", "seconds", "properties": [...]} and then
  bound        the bounds of the faults, in words: what every "holds" is said with
  stopped      null, or why not all states were seen: "bound", "memory", "queues", "interrupted"
  ends         how many states are at rest
  stuck        null, or how many states have a message in flight that nobody takes, and the run to one
  termination  {"type": "every run ends"}, "not finished", or "cycle" with the events of "lead" and "circle"
  broken       null, or the rule that asks for what cannot be: a bug in the rules
  octets       the memory that the search held
of each property
  id           as --property takes it
  verdict      "holds", "fails", "not finished"
  length       how many events the shortest run has to a state that breaks it (of "sometimes": bears it out); else null
  events       these, as lz run --events reads them; else null
  cameUp       false: it is true of nothing, since what it speaks of never comes up
  count        how many states break it (of "sometimes": bear it out)
  title        the claim as a sentence
  onPurpose    null, or why the reading departs from it
  fields       of P14: the fields that are left over, each with the length and the events of its run

Properties of one's own: each begins a line, and goes on as long as its condition does. # begins a remark.

  at rest MY1 "no payload SA is left": not pdnGw.payloadSa
  always MY2 "one BU at a time" when pdnGw.binding: ue.buTransmissions < 2
  sometimes MY3 "a detach is possible": ue.phase = detached and not in flight anything

  always: in every state; at rest: in every state in which nothing is in flight and nothing but a fault can happen;
  sometimes: in one state at least. Then the id; the claim in words and, if wanted, its meaning, in quotation marks;
  if wanted "rests on R-8.4.3.3-4", the sentence behind it; "when CONDITION" for the states that it speaks of; a colon;
  the condition.

  A condition is a field that is yes or no, by its id; FIELD = VALUE with = != < <= > >=, where VALUE may be another
  field; "in flight TYPE (argument = value, not argument)", "in flight anything"; true; false; and these joined by not,
  and, or, implies (in this order of strength) and parentheses. Values are written as lz run --json has them, yes and no
  for true and false.

  At most ${mostProperties} properties, ${mostCharacters} characters, ${mostTests} comparisons in one and ${mostNesting} levels of
  parentheses; ids such as P4 are taken.
`;
}
