/**
 * Every question of every scenario, at every step: the answers that count as right are those that another way of working them out
 * finds; no question gives itself away, none has two options alike, and a seed asks the same again.
 */
import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { sessionOfScenario } from '#learn/lesson.ts';
import type { Question } from '#learn/question.ts';
import { markAnswer } from '#learn/question.ts';
import { questionsAt } from '#learn/questionsOfRun.ts';
import { basesOf } from '#model/condition.ts';
import { conditionHolds } from '#model/evaluate.ts';
import { eventText, messageTexts } from '#model/event.ts';
import { sayValue } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import type { State } from '#model/state.ts';
import { read } from '#model/state.ts';
import { sayCondition } from '#model/words.ts';
import type { TraceStep } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import { captions } from '#session/tables/table.ts';
import { tableAt } from '#session/tables/tables.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';

const seeds = [1, 77];

/** The texts of all events that are possible, from the rules alone: `System.enabled` is not asked. */
function possibleTexts(session: Session, state: State): ReadonlySet<string> {
  const { system } = session.trace;
  const { places, definition } = system;
  const names = messageTexts(state, places, definition.nameMessage);
  const applies = (rule: Rule, at: ReturnType<typeof reach>[number]) => {
    const message = at === undefined ? undefined : state.queues[at.queue]?.[at.position];
    const selected = at === undefined || message === undefined ? undefined : { ...at, message };
    return rule.when.every((condition) => conditionHolds(places, state, condition, selected));
  };
  const reach = (rule: Rule) => {
    if (rule.stimulus.message === undefined) return [undefined];
    const queue = places.queue(rule.stimulus.message.queue);
    const all = (state.queues[queue] ?? []).map((_, position) => ({ queue, position }));
    return rule.stimulus.message.which === 'next' && definition.ordering === 'fifo' ? all.slice(0, 1) : all;
  };
  const alike = (one: Rule, other: Rule) =>
    one.stimulus.kind === other.stimulus.kind &&
    one.stimulus.name === other.stimulus.name &&
    one.stimulus.instance === other.stimulus.instance &&
    one.stimulus.message?.queue === other.stimulus.message?.queue;
  return new Set(
    definition.rules.flatMap((rule) =>
      reach(rule)
        .filter((at) => applies(rule, at))
        .filter(
          (at) =>
            rule.otherwise !== true ||
            !definition.rules.some((other) => other.otherwise !== true && alike(other, rule) && applies(other, at)),
        )
        .map((at) => eventText(rule, at, names)),
    ),
  );
}

function checkEvents(session: Session, question: Question): void {
  const possible = possibleTexts(session, stateAt(session.trace, question.step));
  const { rules } = session.trace.system;
  for (const option of question.options) {
    if (option.right) {
      expect(possible.has(option.key)).toBe(true);
      continue;
    }
    const rule = rules.find(({ id }) => option.key === `not ${id}`) ?? expect.fail(option.key);
    const verb =
      rule.stimulus.instance === undefined ? rule.stimulus.name : `${rule.stimulus.name}@${rule.stimulus.instance}`;
    const same = [...possible].filter(
      (text) => text.split(' ')[0] === verb && (rule.choice === undefined || text.endsWith(` ${rule.choice}`)),
    );
    const enabled = session.trace.system.enabled(stateAt(session.trace, question.step));
    expect(enabled.some((event) => event.rule === rule.id && same.includes(event.text))).toBe(false);
    checkWhyNot(session, question.step, rule, option.why);
  }
}

/** The explanation names a condition of the rule that fails, what is so instead, and a clause that the condition rests on. */
function checkWhyNot(session: Session, step: number, rule: Rule, why: string): void {
  const { system } = session.trace;
  const state = stateAt(session.trace, step);
  const [, words = ''] = /it needs that (.*?)(?:, but | \()/.exec(why) ?? [];
  const named = rule.when.filter((condition) => why.includes(`it needs that ${sayCondition(condition)}`));
  expect(named.length, why).toBeGreaterThan(0);
  const clauses = named
    .flatMap(basesOf)
    .filter(isBasisId)
    .map((id) => describeBasis(id).clause);
  expect(
    clauses.some((clause) => why.includes(clause)),
    why,
  ).toBe(true);
  expect(words).not.toBe('');
  // The first that fails for the message in reach, or for none: it does fail.
  const reached = [
    undefined,
    ...state.queues.flatMap((queue, at) => queue.map((_, position) => ({ queue: at, position }))),
  ];
  const failing = reached.flatMap((at) => system.explain(rule, state, at)).filter(({ holds }) => !holds);
  expect(
    failing.some((finding) => why.includes(`it needs that ${finding.words}`)),
    why,
  ).toBe(true);
  expect(why).toMatch(/, but .+ \(/);
}

function checkTable(session: Session, fresh: Session, question: Question): void {
  const [, caption, column] = /the table "(.*)" then have under "(.*)", row/.exec(question.text) ?? [];
  const row = /row (\S+)\?$/.exec(question.text)?.[1] ?? '';
  const table = tableAt(fresh, captions.find((each) => each === caption) ?? expect.fail(), question.step + 1);
  const key = table.columns.find(({ title }) => title === column)?.key ?? '';
  const cells = table.rows.find((each) => each.key === row)?.cells;
  const holds = cells === undefined ? 'The row is not there' : cells[key]?.text;
  expect(question.options.filter((each) => each.right).map(({ text }) => text)).toEqual([holds]);
  const next = session.trace.steps[question.step] ?? expect.fail();
  expect(next.effects.length).toBeGreaterThan(0);
  checkAbout(question, next, stateAt(session.trace, question.step + 1), session);
}

/** What is told after the answer names a value that the step has changed, as it is then, under the clause of that change. */
function checkAbout({ about = '' }: Question, step: TraceStep, after: State, { trace }: Session): void {
  expect(about).toMatch(/^What .*\.$/);
  const { places } = trace.system;
  for (const effect of step.effects) {
    if (effect.type !== 'changed' || effect.field.role === 'observer' || !isBasisId(effect.basis)) continue;
    if (about.startsWith('What it decides') && !about.includes(describeBasis(effect.basis).clause)) continue;
    if (read(places, after, effect.field) !== effect.after) continue;
    if (about.startsWith('What the step does')) expect(about).toContain(sayValue(effect.field, effect.after));
    expect(about).toContain(describeBasis(effect.basis).clause);
  }
}

function checkClause(session: Session, question: Question): void {
  const step = session.trace.steps[question.step - 1] ?? expect.fail();
  const found = step.effects
    .flatMap((effect) =>
      effect.type === 'taken' || (effect.type === 'changed' && effect.field.role === 'observer') ? [] : [effect.basis],
    )
    .filter(isBasisId)
    .map(describeBasis);
  const right = question.options.filter((each) => each.right).map(({ key }) => key);
  if (found.length > 0) expect(right).toEqual([(found.find(({ force }) => force === 'shall') ?? found[0])?.id]);
  checkAbout(question, step, stateAt(session.trace, question.step), session);
  const rule = JSON.stringify(step.rule);
  for (const { key, right: isRight } of question.options) {
    if (!isRight) expect(rule).not.toContain(`"basis":"${key}"`);
  }
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  const session = sessionOfScenario(scenario);
  const fresh = sessionOf(session.trace, session.times, session.options, session.timing);
  const steps = Array.from({ length: session.trace.steps.length + 1 }, (__, at) => at);
  const all = steps.flatMap((step) => seeds.flatMap((seed) => questionsAt(session, step, seed)));

  it('asks something at each step but the last, and the same for the same seed', () => {
    for (const step of steps.slice(0, -1)) {
      expect(questionsAt(session, step, 1).length).toBeGreaterThan(0);
      expect(questionsAt(session, step, 1)).toEqual(questionsAt(session, step, 1));
    }
  });

  it('has exactly the right answers', () => {
    for (const question of all) {
      const right = question.options.filter((each) => each.right);
      if (question.several) expect(right.length).toBeGreaterThan(0);
      else expect(right.length).toBe(1);
      expect(right.length).toBeLessThan(question.options.length);
      if (question.kind === 'table') checkTable(session, fresh, question);
      else if (question.kind === 'clause') checkClause(session, question);
      else checkEvents(session, question);
    }
  }, 20_000);

  it('gives nothing away, and has no options alike', () => {
    for (const { text, options } of all) {
      expect(new Set(options.map((each) => each.text)).size).toBe(options.length);
      expect(new Set(options.map((each) => each.key)).size).toBe(options.length);
      for (const option of options.filter((each) => each.right)) {
        expect(text.toLowerCase()).not.toContain(option.text.toLowerCase());
      }
    }
    for (const seed of seeds) {
      const texts = steps.flatMap((step) => questionsAt(session, step, seed).map((each) => `${step} ${each.kind}`));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('markAnswer', () => {
  const option = (key: string, right: boolean) => ({ key, text: key, right, why: `because of ${key}` });
  const question: Question = {
    kind: 'possible',
    step: 0,
    text: '',
    several: true,
    options: [option('a', true), option('b', true), option('c', false)],
  };

  it('asks for all that is right, and names what was chosen or left out wrongly', () => {
    expect(markAnswer(question, ['b', 'a'])).toEqual({ right: true, wrong: [] });
    const { right, wrong } = markAnswer(question, ['a', 'c']);
    expect(right).toBe(false);
    expect(wrong.map((each) => [each.option.key, each.chosen])).toEqual([
      ['b', false],
      ['c', true],
    ]);
  });
});
