/** What an event did, in words. */
import type { Effect } from '#model/evaluate.ts';
import { sayValue } from '#model/field.ts';
import type { Message } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { sayCondition } from '#model/words.ts';

/** Each effect as a clause: "the UE is detached", "sends bindingUpdate"; what is written for properties only is left out. */
export function sayEffects(system: System, effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => sayEffect(system, effect));
}

function sayEffect(system: System, effect: Effect): readonly string[] {
  const name = (message: Message) => system.definition.nameMessage(message, system.places);
  switch (effect.type) {
    case 'changed':
      return effect.field.role === 'observer' ? [] : [sayValue(effect.field, effect.after)];
    case 'sent':
      return [`sends ${name(effect.message)}`];
    case 'notSent':
      return [`cannot send ${name(effect.message)}: ${sayCondition({ type: 'not', part: effect.missing })}`];
    case 'sentAndLost':
      return [`sends ${name(effect.message)}, which is lost at once`];
    case 'discarded':
      return [`discards it: ${effect.reason}`];
    case 'copied':
      return ['a copy stands right behind it'];
    case 'marked':
      return [sayValue(effect.arg, effect.value)];
    case 'lostAll':
      return ['all that is in flight is lost'];
    case 'taken':
      return [];
    default:
      throw effect satisfies never;
  }
}
