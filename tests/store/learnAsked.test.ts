/** What the page hides while a question waits for its answer, and for just that time. */
import { describe, expect, it } from 'vitest';
import { encodeSet } from '#learn/learnSet.ts';
import { kindAsked } from '#store/learnAsked.ts';
import { createLearnStore } from '#store/learnStore.ts';
import { lessonView, setQuestions, walkQuestions } from '#store/learnView.ts';
import { openLearn } from '#store/openLearn.ts';
import { hidesClause, hidesNext } from '#store/walkState.ts';
import { walkAt } from './walkAt.ts';

function opened() {
  const walk = walkAt({ open: 'learn' });
  const learn = openLearn(walk);
  return { walk, learn, acts: learn.getState() };
}

function answer({ learn, acts }: ReturnType<typeof opened>): void {
  const asked = lessonView(learn.getState())?.asked ?? expect.fail('nothing is asked');
  acts.choose(asked.id, asked.question, asked.question.options[0]?.key ?? '');
  acts.mark(asked.id, asked.question);
}

describe('while a question is asked', () => {
  it('about what comes next, that is hidden until it is answered', () => {
    const all = opened();
    all.acts.openLesson('ue-initiated');
    expect(all.walk.getState().asking).toBe('next');
    expect(hidesNext(all.walk.getState())).toBe(true);
    expect(hidesClause(all.walk.getState())).toBe(false);
    answer(all);
    expect(hidesNext(all.walk.getState())).toBe(false);
    all.acts.again(lessonView(all.learn.getState())?.asked?.id ?? '');
    expect(hidesNext(all.walk.getState())).toBe(true);
    all.acts.toBeat(1);
    expect(all.walk.getState().asking).toBeUndefined();
  });

  it('about the sentence of the step, the sentence is hidden, and what comes next is not', () => {
    const all = opened();
    all.acts.openLesson('ue-initiated');
    all.acts.toBeat(2);
    expect(hidesClause(all.walk.getState())).toBe(true);
    expect(hidesNext(all.walk.getState())).toBe(false);
    answer(all);
    expect(hidesClause(all.walk.getState())).toBe(false);
  });

  it('nothing stays hidden once the walk has moved, the drawer or the tab is another, or the lesson is left', () => {
    const { walk, acts } = opened();
    acts.openLesson('ue-initiated');
    const asks = () => walk.getState().asking;
    walk.getState().step();
    expect(asks()).toBeUndefined();
    walk.getState().back();
    expect(asks()).toBe('next');
    walk.getState().open('clauses');
    expect(asks()).toBeUndefined();
    walk.getState().open('learn');
    expect(asks()).toBe('next');
    acts.turnTo('results');
    expect(asks()).toBeUndefined();
    acts.turnTo('lessons');
    expect(asks()).toBe('next');
    acts.leaveLesson();
    expect(asks()).toBeUndefined();
  });

  it('about the step in view, one at a time: the kind of the one turned to', () => {
    const { walk, learn, acts } = opened();
    walk.getState().step();
    walk.getState().step();
    acts.turnTo('questions');
    const all = walkQuestions(walk.getState(), 1);
    expect(all.map(({ question }) => question.kind)).toEqual(['possible', 'next', 'table', 'clause']);
    for (const { id, question } of all) {
      acts.turnToQuestion(id);
      expect(walk.getState().asking).toBe(question.kind);
    }
    walk.getState().step();
    expect(walk.getState().asking).toBe('possible');
    expect(learn.getState().turned).toBe(all.at(-1)?.id);
  });

  it('of a set, as soon as its step is in view', () => {
    const walk = walkAt({ open: 'learn' });
    const learn = createLearnStore(walk);
    const acts = learn.getState();
    acts.takeSet(encodeSet({ title: '', lessons: ['loss'], questions: 3, seed: 9, challenges: [] }));
    acts.turnTo('questions');
    const placed = setQuestions(learn.getState());
    for (const [at, each] of placed.entries()) {
      acts.toQuestion(at, each);
      expect(kindAsked(learn.getState(), walk.getState())).toBe(each.question.kind);
    }
    walk.getState().jump(0);
    walk.getState().step();
    const [last] = placed.slice(-1);
    if (last?.question.step !== 1) expect(kindAsked(learn.getState(), walk.getState())).toBeUndefined();
  });
});
