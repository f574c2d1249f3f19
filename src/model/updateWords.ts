/** Says an update, and what it finds in a state, in words made from the fields' own. */
import type { Term } from './condition.ts';
import type { Field } from './field.ts';
import { sayValue, valueAt } from './field.ts';
import type { Places, State } from './state.ts';
import type { Argument, Update } from './update.ts';
import { sayCondition } from './words.ts';

/** The update as a claim about what follows, or as an act: "the UE is awaiting the BA", "send: the message is ...". */
export function sayUpdate(update: Update): string {
  switch (update.type) {
    case 'assign':
      return sayGiven(update.field, update.value);
    case 'count':
      return `${update.field.subject} grows by one`;
    case 'send':
      return `send: ${update.message.map(sayArgument).join(', ')}`;
    case 'onlyIf': {
      const otherwise = update.otherwise.length === 0 ? '' : `; otherwise ${sayUpdates(update.otherwise)}`;
      const then = update.then.length === 0 ? 'nothing' : sayUpdates(update.then);
      return `if ${sayCondition(update.condition)}: ${then}${otherwise}`;
    }
    case 'discard':
      return `discard it: ${update.reason}`;
    case 'copy':
      return 'a copy of it stands right behind it';
    case 'mark':
      return sayGiven(update.arg, update.value);
    case 'markSame':
      return `of its copies: ${sayGiven(update.arg, update.value)}`;
    case 'loseAll':
      return 'all that is in flight is lost';
    default:
      throw update satisfies never;
  }
}

/** What the field that an update writes holds in a state, in words; undefined where it writes none. */
export function sayBefore(places: Places, state: State, update: Update): string | undefined {
  if (update.type !== 'assign' && update.type !== 'count') return undefined;
  return sayValue(update.field, valueAt(update.field, state.values[places.field(update.field)] ?? -1));
}

function sayUpdates(updates: readonly Update[]): string {
  return updates.map(sayUpdate).join(', ');
}

function sayArgument({ arg, value }: Argument): string {
  return sayGiven(arg, value);
}

function sayGiven(field: Field, value: Term): string {
  if (value.type === 'constant') return sayValue(field, value.value);
  return `${field.subject} is that of ${value.type === 'field' ? value.field.subject : value.arg.subject}`;
}
