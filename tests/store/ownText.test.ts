import { describe, expect, it } from 'vitest';
import { createOwnTextStore } from '#store/ownText.ts';
import type { OwnTextKeeper } from '#store/ownTextKept.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { makeDocx } from '../report/makeDocx.ts';
import { shapedParagraphs, shapedWith } from '../report/shapedText.ts';

const shaped = shapedParagraphs.join('\n');
const revised = shapedWith(
  'By the procedures',
  'After receipt of the Binding Acknowledgement, the UE shall remove the security associations by the procedures of IKEv2.',
).join('\n');

function open(stored?: unknown, mayWrite = true) {
  let kept = stored;
  const keeper: OwnTextKeeper = {
    read: () => kept,
    write: (value) => {
      if (mayWrite) kept = JSON.parse(JSON.stringify(value));
      return mayWrite;
    },
    forget: () => {
      kept = undefined;
    },
  };
  return { store: createOwnTextStore(keeper), kept: () => kept };
}

describe("a person's own copy", () => {
  it('shows its words beside each of our sentences', async () => {
    const { store } = open();
    await store.getState().openFile(new File([makeDocx(shapedParagraphs).slice()], 'paper.docx'));
    const { view, told } = store.getState();
    expect(told).toBe('paper.docx: all of our 26 sentences are in it, and it has no other.');
    const words = view?.words.get('R-8.4.3.2-1');
    expect(words?.sentences.map(({ text }) => text)).toEqual([
      'To detach, the UE shall send a Binding Update of lifetime 0 (RFC 3775).',
    ]);
    expect(view?.words.get('R-8.4.3.3-4')?.sharedWith).toEqual(['R-8.4.3.3-3']);
    expect(view?.proposals).toEqual([]);
  });

  it('says of each sentence how well it was found', async () => {
    const { store } = open();
    await store.getState().openPasted(shaped);
    const { view } = store.getState();
    expect(view?.found).toHaveLength(26);
    expect(view?.words.get('R-8.4.3.2-1')?.howWell).toBe('all of its 6 key words');
    const worse = open();
    const lines = shapedWith(
      'To detach, the UE',
      'To end, the UE shall send a Binding Update of lifetime 0 (RFC 3775).',
    );
    await worse.store.getState().openPasted(lines.join('\n'));
    expect(worse.store.getState().view?.words.get('R-8.4.3.2-1')?.howWell).toBe('5 of its 6 key words');
  });

  it('waits for the person to say what a second text is', async () => {
    const { store } = open();
    await store.getState().openPasted(shaped);
    await store.getState().openPasted(revised);
    expect(store.getState()).toMatchObject({
      waiting: { name: 'Pasted text (2)' },
      view: { changed: 0, comparedWith: undefined },
    });
    await store.getState().take('nothing');
    expect(store.getState()).toMatchObject({
      waiting: undefined,
      told: 'Pasted text (2) was left; Pasted text stays.',
    });
    await store.getState().openPasted(revised);
    await store.getState().take('instead');
    expect(store.getState()).toMatchObject({ first: undefined, view: { changed: 0, comparedWith: undefined } });
    expect(store.getState().text?.paragraphs).toEqual(revised.split('\n'));
    await store.getState().openPasted(revised);
    expect(store.getState()).toMatchObject({ waiting: undefined, told: 'Pasted text says just what is open already.' });
  });

  it('compares a revised text with the one that was opened first, and proposes what it settles', async () => {
    const { store } = open();
    await store.getState().openPasted(shaped);
    await store.getState().openPasted(revised);
    await store.getState().take('revision');
    const { view } = store.getState();
    expect(view?.comparedWith).toBe('Pasted text');
    expect(view?.words.get('R-8.4.3.2-2')?.sentences[0]?.change.type).toBe('changed');
    expect(view?.words.get('R-8.4.3.2-1')?.sentences[0]?.change.type).toBe('same');
    expect(view?.proposals.map(({ parameter, value }) => [parameter, value])).toEqual([['order', 'buThenDelete']]);
    expect(view?.missing.map(({ id }) => id)).toEqual(['R-8.4.3.2-3', 'R-8.4.3.2-4', 'R-8.4.3.2-5']);
    expect(view?.gone).not.toEqual([]);
    // A third one is compared with the first again.
    await store.getState().openPasted(shaped);
    await store.getState().take('revision');
    expect(store.getState()).toMatchObject({ view: { changed: 0 }, told: expect.stringContaining('no sentences new') });
  });

  it('goes back and forth over every act, and says which text is there', async () => {
    const { store } = open();
    const act = store.getState();
    await act.openFile(new File([makeDocx(shapedParagraphs).slice()], 'first.docx'));
    await act.openFile(new File([makeDocx(revised.split('\n')).slice()], 'second.docx'));
    await act.take('revision');
    await act.undo();
    expect(store.getState()).toMatchObject({
      text: { name: 'first.docx' },
      view: { comparedWith: undefined },
      told: 'first.docx is the text again, as it was before.',
    });
    await act.undo();
    expect(store.getState()).toMatchObject({ text: undefined, view: undefined, told: 'first.docx is closed again.' });
    await act.undo();
    expect(store.getState().told).toBe('first.docx is closed again.');
    await act.redo();
    await act.redo();
    expect(store.getState()).toMatchObject({
      text: { name: 'second.docx' },
      view: { comparedWith: 'first.docx' },
      told: 'second.docx is the text again as a revision of first.docx.',
    });
  });

  it('that is forgotten is gone from the browser at once, and comes back until the page is closed', async () => {
    const { store, kept } = open();
    await store.getState().openPasted(shaped);
    store.getState().keep(true);
    store.getState().forget();
    expect(kept()).toBeUndefined();
    expect(store.getState().told).toBe(
      'Forgotten: this browser keeps nothing of it. Until the page is closed, Undo brings it back.',
    );
    await store.getState().undo();
    expect(kept()).toBeDefined();
    expect(store.getState()).toMatchObject({
      kept: true,
      view: { of: 26 },
      told: 'Pasted text is back, and is kept in this browser again.',
    });
    await store.getState().redo();
    expect(kept()).toBeUndefined();
    // What the person has said since is not undone with it.
    await store.getState().undo();
    store.getState().keep(false);
    await store.getState().openPasted(revised);
    await store.getState().take('instead');
    await store.getState().undo();
    expect(kept()).toBeUndefined();
  });

  it('has an end to what can be undone', async () => {
    const { store } = open();
    for (let count = 0; count < 25; count++) {
      await store.getState().openPasted(count % 2 === 0 ? shaped : revised);
      await store.getState().take('instead');
    }
    expect(store.getState().past).toHaveLength(20);
  });

  it('opened before the browser has given what it keeps does not wipe that', async () => {
    const { store, kept } = open({ text: { name: 'kept.docx', paragraphs: shapedParagraphs } });
    await store.getState().openPasted(revised);
    expect(kept()).toBeDefined();
  });

  it('that is refused leaves what was open, and says so', async () => {
    const { store } = open();
    await store.getState().openPasted('Bread needs flour.');
    expect(store.getState().told).toBe('Pasted text: no sentence of TR 24.801 8.4.3 was found in it.');
    await store.getState().openPasted(' ');
    expect(store.getState().told).toContain('no text to read yet');
    await store.getState().openPasted(shaped);
    await store.getState().openFile(new File([Uint8Array.of(0, 1, 2, 3)], 'x.bin'));
    expect(store.getState().told).toBe('x.bin: This is no text: open a .docx or a .txt. The text that was open stays.');
    expect(store.getState().view?.found).toHaveLength(26);
  });

  it('that is too large is not read', async () => {
    const { store } = open();
    await store.getState().openFile(new File([new Uint8Array(26 * 1024 * 1024)], 'film.docx'));
    expect(store.getState().told).toBe('film.docx is larger than 25 MB, so it was not read.');
  });

  it('is kept only if the person says so, comes back, and is forgotten', async () => {
    const { store, kept } = open();
    await store.getState().openPasted(shaped);
    expect(kept()).toBeUndefined();
    store.getState().keep(true);
    expect(kept()).toBeDefined();
    const again = open(kept());
    await again.store.getState().restore();
    expect(again.store.getState()).toMatchObject({ kept: true, view: { of: 26 } });
    again.store.getState().forget();
    expect(again.kept()).toBeUndefined();
    expect(again.store.getState()).toMatchObject({ text: undefined, first: undefined, view: undefined, kept: false });
    store.getState().keep(false);
    expect(kept()).toBeUndefined();
  });

  it('that the browser cannot keep is said to be here only', async () => {
    const { store } = open(undefined, false);
    await store.getState().openPasted(shaped);
    store.getState().keep(true);
    expect(store.getState()).toMatchObject({ kept: false, told: expect.stringContaining('cannot keep it') });
  });

  it('that was forgotten while it was read does not come back', async () => {
    const { store } = open();
    const reading = store.getState().openPasted(shaped);
    store.getState().forget();
    await reading;
    expect(store.getState().view).toBeUndefined();
  });

  it.each([null, 1, 'text', [], { text: 1 }, { text: { name: 'a', paragraphs: [1] } }])(
    'kept in another form (%j) is left alone',
    async (stored) => {
      const { store } = open(stored);
      await store.getState().restore();
      expect(store.getState().view).toBeUndefined();
    },
  );

  it('of hostile words is shown as it is', async () => {
    const { store } = open();
    const hostile = NASTY_LABELS.filter((each) => /[\p{L}]/u.test(each) && !/[\n\r\u2028]/.test(each)).map(
      (each) => `Also ${each.trim()} here`,
    );
    await store.getState().openPasted([...shapedParagraphs.slice(0, -1), ...hostile].join('\n'));
    const texts = store.getState().view?.unknown.map(({ text }) => text) ?? [];
    expect(texts).toContain('Also <script>alert(1)</script> here');
  });
});
