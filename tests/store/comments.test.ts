import { describe, expect, it } from 'vitest';
import { anotherRunSentence, commentTable } from '#report/comments.ts';
import { readComments, writeComments } from '#report/commentsFile.ts';
import { commentFile, commentsAlong, createCommentStore } from '#store/comments.ts';
import type { CommentKeeper } from '#store/commentsKept.ts';
import { clausePlaces, placeInView, placeOfClause, tableOf } from '#store/commentsView.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { walkAt } from './walkAt.ts';

const clause = placeOfClause('8.4.3.2');

function open(stored?: unknown, mayWrite = true) {
  let kept = stored;
  const keeper: CommentKeeper = {
    read: () => kept,
    write: (value) => {
      if (mayWrite) kept = JSON.parse(JSON.stringify(value));
      return mayWrite;
    },
  };
  return { store: createCommentStore(keeper), kept: () => kept };
}

function add({ store }: ReturnType<typeof open>, comment: string, place = clause) {
  store.getState().begin(place);
  store.getState().type({ comment });
  store.getState().write();
}

const fileBy = (author: string, ...words: readonly string[]) =>
  writeComments({
    author,
    comments: words.map((comment, at) => ({ id: `c${at + 1}`, place: clause, comment, proposed: '', status: 'open' })),
  });

describe("one's own comments", () => {
  it('are written, changed, deleted, kept, and all of it is undone', () => {
    const opened = open();
    const { store } = opened;
    add(opened, 'Which order?');
    store.getState().edit('c1');
    store.getState().type({ proposed: 'First the BU.', status: 'accepted' });
    store.getState().write();
    expect(store.getState().mine.comments).toEqual([
      { id: 'c1', place: clause, comment: 'Which order?', proposed: 'First the BU.', status: 'accepted' },
    ]);
    expect(open(opened.kept()).store.getState().mine).toEqual(store.getState().mine);
    store.getState().remove('c1');
    expect(store.getState()).toMatchObject({ mine: { comments: [] }, told: 'Comment 1 is deleted.' });
    store.getState().undo();
    expect(store.getState().mine.comments).toMatchObject([{ status: 'accepted' }]);
    expect(store.getState().told).toBe('Comment 1 is back.');
    store.getState().undo();
    expect(store.getState().mine.comments).toMatchObject([{ status: 'open' }]);
    store.getState().undo();
    expect(store.getState().mine.comments).toEqual([]);
    expect(open(opened.kept()).store.getState().mine.comments).toEqual([]);
    // And all of it is done again, one act at a time, each of which says what it does.
    const said = [0, 1, 2].map(() => {
      store.getState().redo();
      return store.getState().told;
    });
    expect(said).toEqual(['Comment 1 is there again.', 'Comment 1 is changed again.', 'Comment 1 is deleted again.']);
    store.getState().redo();
    expect(store.getState()).toMatchObject({ mine: { comments: [] }, future: [] });
    expect(open(opened.kept()).store.getState().mine.comments).toEqual([]);
  });

  it('are numbered as in the table in what undo says, and a status alone is named', () => {
    const opened = open();
    const { store } = opened;
    add(opened, 'Late', placeOfClause('8.4.3.3'));
    add(opened, 'Early', placeOfClause('8.4.3.1'));
    expect(store.getState().past.at(-1)?.what).toBe('adding comment 1');
    store.getState().edit('c1');
    store.getState().type({ status: 'rejected' });
    store.getState().write();
    expect(store.getState().told).toBe('Comment 2 is rejected now.');
    store.getState().undo();
    expect(store.getState().told).toBe('Comment 2 is open again.');
    expect(store.getState().future.at(-1)?.what).toBe('making comment 2 rejected');
    // A new act leaves nothing to be done again.
    store.getState().remove('c2');
    expect(store.getState().future).toEqual([]);
  });

  it('that were given up half written come back, and stay while other acts are undone', () => {
    const opened = open();
    const { store } = opened;
    add(opened, 'Done');
    store.getState().begin(clause);
    store.getState().type({ comment: 'Half a' });
    store.getState().undo();
    expect(store.getState()).toMatchObject({ mine: { comments: [] }, draft: { comment: 'Half a' } });
    store.getState().redo();
    store.getState().edit('c1');
    expect(store.getState()).toMatchObject({ draft: { comment: 'Done' }, told: 'The draft is given up.' });
    store.getState().type({ comment: 'Done now' });
    store.getState().undo();
    expect(store.getState().told).toContain('then Undo can bring the other draft back');
    store.getState().leave();
    store.getState().undo();
    expect(store.getState()).toMatchObject({ draft: { id: 'c1', comment: 'Done now' }, told: 'The draft is back.' });
    store.getState().write();
    expect(store.getState().mine.comments).toMatchObject([{ comment: 'Done now' }]);
    // Nothing was written: nothing is given up.
    const before = store.getState().past.length;
    store.getState().begin(clause);
    store.getState().leave();
    expect(store.getState().past).toHaveLength(before);
  });

  it('that are deleted while they are changed become new ones, and what can be undone has an end', () => {
    const opened = open();
    const { store } = opened;
    add(opened, 'One');
    store.getState().edit('c1');
    store.getState().type({ comment: 'One more' });
    store.getState().undo();
    expect(store.getState().draft).toMatchObject({ id: undefined, comment: 'One more' });
    for (let count = 0; count < 120; count++) add(opened, `Comment ${count}`);
    expect(store.getState().past).toHaveLength(100);
  });

  it('are not lost while another place is chosen, and empty ones are refused', () => {
    const { store } = open();
    store.getState().begin(clause);
    store.getState().write();
    expect(store.getState().told).toContain('nothing in it yet');
    store.getState().type({ comment: 'Half a' });
    store.getState().begin(placeOfClause('Discussion'));
    expect(store.getState().draft).toMatchObject({ comment: 'Half a', place: placeOfClause('Discussion') });
    store.getState().leave();
    expect(store.getState().draft).toBeUndefined();
  });

  it('that the browser cannot keep are said to be here only', () => {
    const opened = open(undefined, false);
    add(opened, 'Kept?');
    expect(opened.store.getState().told).toContain('cannot keep it');
    expect(opened.store.getState().mine.comments).toHaveLength(1);
  });

  it.each([null, 1, [], { mine: 1 }, { mine: { author: 'a', comments: [{ comment: 1 }] } }])(
    'kept in another form (%j) are said to be unreadable',
    (stored) => {
      expect(open(stored).store.getState()).toMatchObject({
        mine: { comments: [] },
        told: 'Some of the comments that this browser has kept cannot be read.',
      });
    },
  );
});

describe('comments of others', () => {
  it("stand beside one's own, with who wrote them, and a later file is in place of the one before", () => {
    const opened = open();
    const { store } = opened;
    add(opened, 'Mine');
    store.getState().read('kim.json', fileBy('Kim', 'One', 'Two'));
    expect(store.getState().told).toBe('2 comments of Kim read.');
    store.getState().read('lee.json', fileBy('', 'Three'));
    store.getState().read('kim.json', fileBy('Kim', 'Four'));
    expect(store.getState().told).toBe('1 comment of Kim read, in place of those read before.');
    const { rows } = tableOf(store.getState(), walkAt().getState().run.trace);
    expect(rows.map(({ author, comment, set }) => [set, author, comment])).toEqual([
      [0, '', 'Mine'],
      [1, 'Kim', 'Four'],
      [2, 'lee.json', 'Three'],
    ]);
    store.getState().removeOthers(0);
    expect(store.getState().others.map(({ author }) => author)).toEqual(['lee.json']);
    store.getState().undo();
    expect(store.getState().others).toHaveLength(2);
    expect(store.getState().told).toBe('The comments of Kim are back.');
    store.getState().undo();
    expect(store.getState().told).toBe('The comments of Kim are those of the file before.');
    expect(store.getState().others[0]?.comments).toHaveLength(2);
    store.getState().redo();
    expect(store.getState()).toMatchObject({
      told: 'The comments of Kim are read again.',
      others: [{ comments: [{}] }, {}],
    });
  });

  it("become one's own where a person says so, each with an id of its own", () => {
    const opened = open();
    add(opened, 'Mine');
    opened.store.getState().read('kim.json', fileBy('Kim', 'One', 'Two'));
    opened.store.getState().takeOver(0);
    const { mine, others } = opened.store.getState();
    expect(others).toEqual([]);
    expect(mine.comments.map(({ comment }) => comment)).toEqual(['Mine', 'One', 'Two']);
    expect(new Set(mine.comments.map(({ id }) => id)).size).toBe(3);
    opened.store.getState().undo();
    expect(opened.store.getState()).toMatchObject({
      told: 'The comments of Kim stand beside yours again.',
      mine: { comments: [{ comment: 'Mine' }] },
      others: [{ author: 'Kim' }],
    });
  });

  it('of a file that was cut are read as far as they are whole, wherever it was cut', () => {
    const hostile = '"}]{[\\ ]} \u202e\n<img onerror=1>';
    const whole = fileBy('Kim', 'One', hostile, 'Three');
    let most = 0;
    for (let length = 0; length < whole.length - 1; length++) {
      const read = readComments(whole.slice(0, length));
      if (!read.ok) {
        expect(most).toBe(0);
        continue;
      }
      if (length >= whole.trimEnd().length) break;
      expect(read.told).toBe('The file was cut: what came after is missing.');
      expect(read.value.author).toBe('Kim');
      expect(read.value.comments.map(({ comment }) => comment)).toEqual(
        ['One', hostile, 'Three'].slice(0, read.value.comments.length),
      );
      expect(read.value.comments.length).toBeGreaterThanOrEqual(most);
      most = read.value.comments.length;
    }
    expect(most).toBe(3);
  });

  it.each([
    ['', 'it is empty'],
    ['{"author":"Kim","comm', 'no JSON, or was cut'],
    ['[]', 'holds no comments'],
    ['{"format":"lifetime-zero-run","comments":[]}', 'holds no comments'],
    ['{"comments":[1,{}]}', 'none of its comments can be read'],
  ])('a file of %j is refused with one sentence, and nothing is lost', (text, words) => {
    const opened = open();
    add(opened, 'Mine');
    opened.store.getState().read('kim.json', text);
    expect(opened.store.getState().told).toMatch(/^kim\.json was not read: [^\n]*\.$/);
    expect(opened.store.getState().told).toContain(words);
    expect(opened.store.getState().mine.comments).toHaveLength(1);
  });

  it('of a later version are read as far as they are known', () => {
    const whole = JSON.parse(fileBy('Kim', 'One', 'Two'));
    whole.version = 9;
    whole.comments[1].place = { type: 'figure' };
    whole.comments[0].status = 'postponed';
    const read = readComments(JSON.stringify(whole));
    expect(read).toMatchObject({
      ok: true,
      value: {
        comments: [
          { comment: 'One', status: 'open' },
          { comment: 'Two', place: { clause: 'no known place' } },
        ],
      },
      told:
        'The file is of a later version: what is known of it was read. ' +
        'One of them is about a place that is not known here.',
    });
    whole.comments[1].place = { type: 'figure', clause: 'TR 24.801 8.4.3.2' };
    whole.comments.push(1);
    expect(readComments(JSON.stringify(whole))).toMatchObject({
      value: { comments: [{}, { place: { type: 'clause', clause: 'TR 24.801 8.4.3.2' } }] },
      told: 'The file is of a later version: what is known of it was read. 1 of its comments could not be read.',
    });
    whole.comments = [{ place: clause, comment: 'x'.repeat(20_000) }];
    const long = readComments(JSON.stringify(whole));
    expect(long.ok && long.value.comments[0]?.comment).toHaveLength(10_000);
  });
});

describe('comments that came another way', () => {
  it("with the page stand beside one's own; one's own are not there twice", () => {
    const opened = open();
    add(opened, 'Mine');
    opened.store.getState().read('kim.json', fileBy('Kim', 'One'));
    const along = JSON.parse(JSON.stringify(commentsAlong(opened.store.getState())));
    opened.store.getState().arrive([...along, 1, { author: '', comments: [] }]);
    expect(opened.store.getState().others.map(({ author }) => author)).toEqual(['Kim']);
    const elsewhere = open();
    elsewhere.store.getState().arrive(along);
    expect(elsewhere.store.getState().others.map(({ author }) => author)).toEqual(['who saved this file', 'Kim']);
    expect(elsewhere.store.getState().told).toBe('Comments came with this file.');
  });

  it('from another window are taken, and what is being written stays', () => {
    const [here, there] = [open(), open()];
    here.store.getState().begin(clause);
    here.store.getState().type({ comment: 'Half a' });
    add(there, 'From there');
    here.store.getState().follow(there.kept());
    expect(here.store.getState().mine).toEqual(there.store.getState().mine);
    expect(here.store.getState().draft?.comment).toBe('Half a');
    here.store.getState().write();
    expect(here.store.getState().mine.comments.map(({ comment }) => comment)).toEqual(['From there', 'Half a']);
  });
});

describe('the table', () => {
  it('is by clause and step, numbered, and tells what is about another run', () => {
    const walk = walkAt({ scenario: 'ue-initiated', step: '2' });
    const opened = open();
    add(opened, 'Late', placeOfClause('8.4.3.3'));
    add(opened, 'On a step', placeInView(walk.getState()));
    add(opened, 'Early', placeOfClause('8.4.3.1'));
    const here = tableOf(opened.store.getState(), walk.getState().run.trace);
    expect(here.rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(here.rows[0]?.comment).toBe('Early');
    expect(here.rows.some(({ where }) => where.startsWith('step 2 of The UE detaches: '))).toBe(true);
    expect(here.anotherRun).toBe('');
    const there = tableOf(opened.store.getState(), walkAt({ scenario: 'network-initiated' }).getState().run.trace);
    expect(there.rows).toHaveLength(3);
    expect(there.rows.filter(({ ofAnotherRun }) => ofAnotherRun).map(({ comment }) => comment)).toEqual(['On a step']);
    expect(there.anotherRun).toContain('another run');
    expect(anotherRunSentence([...there.rows, ...there.rows])).toContain('2 comments');
  });

  it('before the first step is about the clause in view', () => {
    expect(placeInView(walkAt().getState())).toMatchObject({
      type: 'clause',
      clause: expect.stringContaining('8.4.3'),
    });
    expect(clausePlaces).toHaveLength(5);
  });
});

it('words of any kind travel in a file and come back', () => {
  const opened = open();
  opened.store.getState().setAuthor('"<b>;#\u202e');
  for (const words of NASTY_LABELS.filter((each) => each.trim() !== '')) add(opened, words);
  const read = readComments(commentFile(opened.store.getState()));
  expect(read.ok && read.value).toEqual(opened.store.getState().mine);
  expect(commentTable([opened.store.getState().mine], []).map(({ comment }) => comment)).toEqual(
    opened.store.getState().mine.comments.map(({ comment }) => comment),
  );
});
