/** Rules as options of a `do`: one for each rule, and where it acts on a message for each place that this can have. */
import type { Condition } from '#model/condition.ts';
import type { Rule } from '#model/rule.ts';
import { bodyOf } from './body.ts';
import { comment, indented } from './branches.ts';
import { claimOf, codesWhere } from './claims.ts';
import { eventMark } from './eventMark.ts';
import type { Ground } from './ground.ts';
import type { Known } from './known.ts';
import { allOf, oneOf, textOf } from './known.ts';

/** The options of a rule; none where nothing that can come about makes it possible. */
export function optionsOf(ground: Ground, rule: Rule): readonly string[] {
  const { message } = rule.stimulus;
  const condition = whole(ground, rule);
  const title = comment(`${rule.id}: ${rule.title}`);
  if (message === undefined) {
    const guard = guardOf(ground, rule);
    return guard === false ? [] : [title, ...option(guard, rule, undefined, bodyOf(ground, rule.then, undefined))];
  }
  const queue = ground.system.places.queue(message.queue);
  const next = message.which === 'next' && ground.system.definition.ordering === 'fifo';
  const options = Array.from({ length: next ? 1 : ground.slots }, (_, position) => position).flatMap((position) => {
    const variable = `${ground.names.queues[queue]?.slots}[${position}]`;
    const possible = ground.messages.codesIn(queue);
    const base = { ground, prefix: '' } as const;
    const codes = codesWhere(condition, { ...base, selected: { variable, codes: possible } }, true);
    const guard = allOf([
      oneOf(variable, new Set(codes), [0, ...possible], (code) => ground.sayMessage(code)),
      claimOf(condition, { ...base, selected: { variable, codes } }),
    ]);
    if (guard === false) return [];
    return option(guard, rule, position, bodyOf(ground, rule.then, { queue, position, codes, taken: message.taken }));
  });
  return options.length === 0 ? [] : [title, ...options];
}

/** Whether a rule that acts on no message is possible. */
export function guardOf(ground: Ground, rule: Rule, prefix: '' | 'now.' = ''): Known {
  return claimOf(whole(ground, rule), { ground, prefix });
}

/** All that has to hold for a rule: its own conditions, and where it stands in for others that none of them is possible. */
function whole(ground: Ground, rule: Rule): Condition {
  if (rule.otherwise !== true) return { type: 'all', parts: rule.when };
  const others = ground.system.rules.filter((other) => other.otherwise !== true && sameStimulus(other, rule));
  const other: Condition = { type: 'any', parts: others.map(({ when }) => ({ type: 'all', parts: when })) };
  return { type: 'all', parts: [...rule.when, { type: 'not', part: other }] };
}

function sameStimulus({ stimulus: a }: Rule, { stimulus: b }: Rule): boolean {
  const likewise = a.kind === b.kind && a.name === b.name && a.instance === b.instance;
  return likewise && a.message?.queue === b.message?.queue;
}

function option(guard: Known, rule: Rule, position: number | undefined, body: readonly string[]): readonly string[] {
  const mark = eventMark({ rule: rule.id, position });
  const said = mark.replace(/[\\"]/g, '\\$&').replace(/%/g, '%%');
  return [
    `:: d_step { ${guard === true ? 'true' : textOf(guard)} ->`,
    ...indented(indented([`printf("${said}\\n");`, ...body])),
    '   }',
  ];
}
