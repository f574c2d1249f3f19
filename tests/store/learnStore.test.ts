/** The learning beside the walk: lessons move it, challenges are marked as it is played, sets and results come and go. */
import { describe, expect, it } from 'vitest';
import { encodeSet } from '#learn/learnSet.ts';
import { noProgress } from '#learn/progress.ts';
import { writeResult } from '#learn/resultFile.ts';
import { createLearnStore } from '#store/learnStore.ts';
import {
  challengeCards,
  challengeVerdict,
  lessonCards,
  lessonView,
  score,
  setQuestions,
  walkQuestions,
} from '#store/learnView.ts';
import { nextEvents } from '#store/view.ts';
import { inlineLane } from './inlineLane.ts';
import { walkAt } from './walkAt.ts';

function learning(fragment: Readonly<Record<string, string>> = {}) {
  const walk = walkAt(fragment);
  const learn = createLearnStore(walk);
  return { walk, learn, acts: learn.getState() };
}

function take(walk: ReturnType<typeof walkAt>, text: string): void {
  const found = nextEvents(walk.getState()).all.find(({ event }) => event.text === text);
  walk.getState().take((found ?? expect.fail(text)).event);
}

describe('a lesson', () => {
  it('brings its run into view, beat by beat, and is done once its questions are answered, too', () => {
    const { walk, learn, acts } = learning({ scenario: 'h-10' });
    acts.openLesson('two-layers');
    const beats = lessonView(learn.getState())?.lesson.beats ?? [];
    for (const [at, beat] of beats.entries()) {
      acts.toBeat(at);
      expect(walk.getState().run.step).toBe(beat.step);
      expect(walk.getState().scenario.name).toBe(beat.scenario ?? 'before-this-contribution');
      expect(walk.getState().drawer).toBe('learn');
    }
    const standing = () => lessonCards(learn.getState()).find(({ name }) => name === 'two-layers')?.standing;
    expect(standing()).toMatchObject({ seen: beats.length, answered: 0, done: false });
    for (let left = standing()?.left; left !== undefined; left = standing()?.left) {
      acts.goOnWith('two-layers');
      expect(learn.getState().lesson?.beat).toBe(left);
      const asked = lessonView(learn.getState())?.asked ?? expect.fail('the beat that is left asks nothing');
      // Wrong answers count as answers: the score says which.
      acts.choose(asked.id, asked.question, asked.question.options.find(({ right }) => !right)?.key ?? '');
      acts.mark(asked.id, asked.question);
    }
    expect(standing()).toMatchObject({ done: true, right: 0 });
    expect(score(learn.getState())).toMatchObject({ lessonsDone: 1, answersRight: 0 });
    acts.toBeat(beats.length - 1);
    acts.toBeat(99);
    expect(learn.getState().lesson?.beat).toBe(beats.length - 1);
  });

  it('keeps the run that a person was on as a branch', () => {
    const { walk, acts } = learning();
    take(walk, 'detach deleteThenBu');
    acts.openLesson('loss');
    expect(walk.getState().scenario.name).toBe('h-03');
    expect(walk.getState().run.branches.length).toBeGreaterThan(0);
  });

  it('asks, and counts the first answer', () => {
    const { learn, acts } = learning();
    acts.openLesson('ue-initiated');
    const asked = lessonView(learn.getState())?.asked ?? expect.fail();
    const wrong = asked.question.options.find(({ right }) => !right)?.key ?? '';
    const right = asked.question.options.find((each) => each.right)?.key ?? '';
    acts.choose(asked.id, asked.question, wrong);
    acts.mark(asked.id, asked.question);
    acts.choose(asked.id, asked.question, right);
    expect(learn.getState().chosen.get(asked.id)).toEqual([wrong]);
    acts.again(asked.id);
    acts.choose(asked.id, asked.question, right);
    acts.mark(asked.id, asked.question);
    expect(score(learn.getState())).toMatchObject({ answers: 1, answersRight: 0 });
    expect(learn.getState().progress.answers[asked.id]).toEqual({ firstRight: false, tries: 2 });
  });
});

it('questions of the run in view are others at another step, and for another seed', () => {
  const { walk } = learning();
  const ids = (seed: number) => walkQuestions(walk.getState(), seed).map(({ id }) => id);
  const first = ids(1);
  expect(first.length).toBeGreaterThan(1);
  expect(ids(2)).not.toEqual(first);
  walk.getState().step();
  expect(ids(1)).not.toEqual(first);
});

describe('a challenge', () => {
  it('is played in the walk and marked there; the best is found by the checker', async () => {
    const { walk, learn, acts } = learning();
    acts.startChallenge('stale-binding');
    expect(walk.getState().run.trace.steps).toHaveLength(0);
    expect(walk.getState().variant.maxRetransmissions).toBe(0);
    const events = ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate', 'deliver deleteRequest'];
    for (const text of events) take(walk, text);
    acts.watch();
    expect(challengeVerdict(walk.getState(), 'stale-binding')?.type).toBe('not yet');
    take(walk, 'deliver deleteResponse');
    acts.watch();
    expect(challengeVerdict(walk.getState(), 'stale-binding')).toMatchObject({ type: 'solved', steps: 5, losses: 1 });
    expect(challengeCards(learn.getState()).find(({ name }) => name === 'stale-binding')?.solvedIn).toBe(5);
    const lane = inlineLane();
    const { answer } = lane.ask({ type: 'challenge', name: 'stale-binding' });
    await lane.finish();
    expect((await answer)?.events).toHaveLength(5);
  });
});

describe('a set', () => {
  const set = { title: 'Monday', lessons: ['loss'], questions: 3, seed: 9, challenges: ['cut-off'] };

  it('comes by link, and shows what is in it alone', () => {
    const { walk, learn, acts } = learning({ 'set-of': encodeSet(set), open: 'learn' });
    acts.takeSet(walk.getState().setOf);
    expect(lessonCards(learn.getState()).map(({ name }) => name)).toEqual(['loss']);
    expect(challengeCards(learn.getState()).map(({ name }) => name)).toEqual(['cut-off']);
    const placed = setQuestions(learn.getState());
    expect(placed).toHaveLength(3);
    acts.toQuestion(1, placed[1]);
    expect(walk.getState().run.step).toBe(placed[1]?.question.step);
    acts.leaveSet();
    expect(lessonCards(learn.getState()).length).toBeGreaterThan(9);
    expect(walk.getState().setOf).toBeUndefined();
  });

  it('says what is wrong with it', () => {
    const { learn, acts } = learning();
    acts.takeSet('loss;q3');
    expect(learn.getState().set).toBeUndefined();
    expect(learn.getState().notice).toMatch(/cut off/);
  });
});

describe('what takes something away', () => {
  const ada = { file: 'a', text: writeResult('<b>Ada</b>', undefined, noProgress) };
  const names = (learn: ReturnType<typeof learning>['learn']) => learn.getState().table?.rows.map(({ name }) => name);

  it('results that are closed, or replaced by others, come back', () => {
    const { learn, acts } = learning();
    acts.openResults([ada, { file: 'b', text: '' }]);
    expect(names(learn)).toEqual(['<b>Ada</b>']);
    expect(learn.getState().table?.refused).toHaveLength(1);
    expect(learn.getState().undoable).toBeUndefined();
    acts.closeResults();
    expect(names(learn)).toBeUndefined();
    acts.undo();
    expect(names(learn)).toEqual(['<b>Ada</b>']);
    acts.openResults([{ file: 'c', text: writeResult('Bob', undefined, noProgress) }]);
    expect(names(learn)).toEqual(['Bob']);
    acts.undo();
    expect(names(learn)).toEqual(['<b>Ada</b>']);
    expect(learn.getState().undoable).toBeUndefined();
  });

  it('progress that was forgotten comes back, with what was done since', () => {
    const { learn, acts } = learning();
    acts.openLesson('loss');
    const { progress } = learn.getState();
    acts.forget();
    expect(learn.getState().progress.lessons).toEqual({});
    acts.openLesson('crossing');
    acts.undo();
    expect(learn.getState().progress.lessons).toEqual({ ...progress.lessons, crossing: 1 });
    acts.forget();
    acts.letGo();
    acts.undo();
    expect(learn.getState().progress.lessons).toEqual({});
  });

  it('a set that was left, or has made room for another one, comes back', () => {
    const { walk, learn, acts } = learning();
    const of = (title: string) => encodeSet({ title, lessons: ['loss'], questions: 1, seed: 1, challenges: [] });
    acts.takeSet(of('Monday'));
    expect(learn.getState().undoable).toBeUndefined();
    acts.leaveSet();
    acts.undo();
    expect(learn.getState().set?.title).toBe('Monday');
    expect(walk.getState().setOf).toBe(of('Monday'));
    acts.takeSet(of('Tuesday'));
    expect(learn.getState().undoable?.words).toContain('"Monday"');
    acts.undo();
    expect(learn.getState().set?.title).toBe('Monday');
  });

  it('a set in the making stays as it was written', () => {
    const { learn, acts } = learning();
    acts.changeDraft({ title: 'Half' });
    acts.changeDraft({ questions: 'x' });
    expect(learn.getState().draft).toMatchObject({ title: 'Half', questions: 'x', seed: '1' });
    expect(learn.getState().draft.lessons.length).toBeGreaterThan(9);
  });
});
