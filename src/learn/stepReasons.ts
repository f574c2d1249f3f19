/** What a step did, in words, each part with the sentence that it rests on. */
import { basesOf } from '#model/condition.ts';
import type { Effect } from '#model/evaluate.ts';
import { sayValue } from '#model/field.ts';
import { sayCondition } from '#model/words.ts';
import type { TraceStep } from '#run/trace.ts';
import type { Session } from '#session/session.ts';
import type { BasisId } from '#spec/basis.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { messageWords } from './eventWords.ts';

interface StepReason {
  /** "the PDN GW's binding is gone". */
  readonly words: string;
  readonly basis: BasisId;
}

/** What a step changed and sent; where it did neither, what it was possible by. What is written for properties only is left out. */
export function stepReasons(session: Session, step: TraceStep): readonly StepReason[] {
  const sent = session.messages.filter(({ instance }) => instance.sentAt === step.step);
  let sending = 0;
  const reasons = step.effects.flatMap((effect) => {
    const isSent = effect.type === 'sent' || effect.type === 'sentAndLost';
    const message = isSent ? sent[sending++] : undefined;
    return reasonOf(effect, message === undefined ? 'a message' : messageWords(session, message.number));
  });
  if (reasons.length > 0) return reasons;
  return step.rule.when.flatMap((condition) =>
    basesOf(condition)
      .filter(isBasisId)
      .map((basis) => ({ words: sayCondition(condition), basis })),
  );
}

/** "TR 24.801 8.4.3.3: the PDN GW's binding is gone; the answer is sent.", clause by clause. */
export function sayReasons(reasons: readonly StepReason[]): string {
  const byClause = new Map<string, string[]>();
  for (const { words, basis } of reasons) {
    const { clause } = describeBasis(basis);
    byClause.set(clause, [...new Set([...(byClause.get(clause) ?? []), words])]);
  }
  return [...byClause].map(([clause, words]) => `${clause}: ${words.join('; ')}.`).join(' ');
}

function reasonOf(effect: Effect, message: string): readonly StepReason[] {
  const words = effectWords(effect, message);
  if (words === undefined || effect.type === 'taken' || !isBasisId(effect.basis)) return [];
  return [{ words, basis: effect.basis }];
}

function effectWords(effect: Effect, message: string): string | undefined {
  switch (effect.type) {
    case 'changed':
      return effect.field.role === 'observer' ? undefined : sayValue(effect.field, effect.after);
    case 'sent':
      return `${message} is sent`;
    case 'sentAndLost':
      return `${message} is sent, and lost at once`;
    case 'notSent':
      return `nothing is sent, since ${sayCondition({ type: 'not', part: effect.missing })}`;
    case 'discarded':
      return `the message is discarded: ${effect.reason}`;
    case 'copied':
      return 'a copy of the message stands right behind it';
    case 'marked':
      return sayValue(effect.arg, effect.value);
    case 'lostAll':
      return 'all that is in flight is lost';
    case 'taken':
      return undefined;
    default:
      throw effect satisfies never;
  }
}
