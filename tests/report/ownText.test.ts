import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isParameterName, readVariant } from '#detach/variant.ts';
import { changesOf, wordChanges } from '#report/ownTextChanges.ts';
import { readTextFile } from '#report/ownTextFile.ts';
import { matchSentences } from '#report/ownTextMatch.ts';
import { settledBy } from '#report/ownTextReadings.ts';
import { sentencesOf } from '#report/ownTextSentences.ts';
import { requirements } from '#spec/requirements.ts';
import { makeDocx } from './makeDocx.ts';
import { shapedParagraphs, shapedWith } from './shapedText.ts';

const matched = (paragraphs: readonly string[]) => matchSentences(sentencesOf(paragraphs));
const whole = matched(shapedParagraphs);
const textsOf = (id: string, text = whole) =>
  [...text.found].find(([each]) => each === id)?.[1].map((at) => text.sentences[at]?.text) ?? [];

describe('a text of the same shape', () => {
  it('is cut into sentences, each with its clause', () => {
    const clauses = new Set(sentencesOf(shapedParagraphs).map(({ clause }) => clause));
    expect([...clauses]).toEqual([undefined, 'Discussion', '8.4.3', '8.4.3.1', '8.4.3.2', '8.4.3.3']);
    const texts = sentencesOf(['As in e.g. RFC 1. Then this. \u201cAnd\u201d that! (So?) Yes.']).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(['As in e.g. RFC 1.', 'Then this.', '\u201cAnd\u201d that!', '(So?)', 'Yes.']);
  });

  it('has every sentence of ours in its clause', () => {
    expect(whole.missing).toEqual([]);
    expect(whole.moved).toEqual([]);
    expect(whole.unknown).toEqual([]);
    for (const { id, clause } of requirements) {
      for (const at of whole.found.get(id) ?? []) expect(whole.sentences[at]?.clause, id).toBe(clause);
    }
  });

  it('has two of ours in one sentence, and one of ours in two', () => {
    expect(textsOf('R-8.4.3.3-3')).toEqual(textsOf('R-8.4.3.3-4'));
    expect(textsOf('R-8.4.3.2-6')).toEqual(textsOf('R-8.4.3.2-7'));
    expect(textsOf('R-8.4.3.2-6')).not.toEqual(textsOf('R-8.4.3.3-5'));
    expect(textsOf('D-5')).toHaveLength(2);
  });

  it('is the same out of a .docx', () => {
    const read = readTextFile(makeDocx(shapedParagraphs));
    expect(read.ok && matched(read.value).found).toEqual(whole.found);
  });

  it('is found without its headings, by order and words', () => {
    const bare = matched(shapedParagraphs.filter((each) => !/^(8\.|\*|\d\. |General$|UE proc|PDN GW proc)/.test(each)));
    expect(bare.missing.filter((id) => id.startsWith('R-'))).toEqual([]);
    expect(textsOf('R-8.4.3.3-5', bare)).toEqual(textsOf('R-8.4.3.3-5'));
  });
});

describe('a text that is another one', () => {
  it('lacks what was left out, and no other sentence takes its place', () => {
    expect(matched(shapedWith('To detach')).missing).toEqual(['R-8.4.3.2-1']);
    expect(matched(shapedWith('Once the detach')).missing).toEqual(['R-8.4.3.1-3']);
    expect(matched(shapedParagraphs.toSpliced(-2, 1)).missing).toEqual(['R-8.4.3.3-5']);
  });

  it('says what stands elsewhere', () => {
    const [connectivity = ''] = textsOf('R-8.4.3.1-3');
    const moved = matched([...shapedWith('Once the detach').slice(0, -1), connectivity]);
    expect(moved.missing).toEqual([]);
    expect(moved.moved).toEqual(['R-8.4.3.1-3']);
    expect(textsOf('R-8.4.3.1-3', moved)).toEqual([connectivity]);
  });

  it('says what is out of order', () => {
    const [update = ''] = textsOf('R-8.4.3.2-1');
    const at = shapedParagraphs.findIndex((each) => each.startsWith('By the procedures'));
    const turned = matched(shapedWith('To detach').toSpliced(at, 0, update));
    expect(turned.missing).toEqual([]);
    expect(turned.moved).toEqual(['R-8.4.3.2-1']);
  });

  it('says what it has that we do not know', () => {
    const more = matched(shapedWith('Once the detach', 'Charging records are closed by the operator.'));
    expect(more.unknown.map((at) => more.sentences[at]?.text)).toEqual([
      'Charging records are closed by the operator.',
    ]);
  });

  it('about something else has nothing', () => {
    const other = matched(['8.4.2 Attach', 'The UE attaches.', 'Bread needs flour. Water too.']);
    expect(other.found.size).toBe(0);
    expect(other.missing).toHaveLength(requirements.length);
  });
});

describe('a revised text', () => {
  const ordered =
    'Once it has received the Binding Acknowledgement, the UE shall remove the security associations of its registration by the procedures of IKEv2.';
  const revised = matched(
    shapedWith(
      'By the procedures',
      `${ordered} In the DELETE, Protocol ID is set to "1" to indicate all ESP security associations.`,
    ),
  );

  it('has its changed, new and lost sentences marked', () => {
    const { sentences, gone } = changesOf(whole, revised);
    const changed = revised.sentences.filter((_, at) => sentences[at]?.type !== 'same').map(({ text }) => text);
    expect(changed).toEqual([ordered]);
    expect(sentences.find((each) => each.type === 'changed')).toMatchObject({
      before: expect.stringContaining('By the procedures'),
    });
    expect(gone).toEqual([expect.stringContaining('make the HA do so')]);
    expect(changesOf(whole, whole).sentences.every(({ type }) => type === 'same')).toBe(true);
  });

  it('says a change word by word, and nothing is lost', () => {
    const pieces = wordChanges('the UE shall close it', 'the UE may close it now');
    expect(pieces.map(({ type, text }) => `${type}: ${text}`)).toEqual([
      'same: the UE',
      'removed: shall',
      'added: may',
      'same: close it',
      'added: now',
    ]);
    expect(wordChanges('a '.repeat(400), 'b')).toHaveLength(2);
  });
});

describe('the readings that a sentence settles', () => {
  it.each([
    [
      'After receipt of the Binding Acknowledgement, the UE shall send the INFORMATIONAL request.',
      'order=buThenDelete',
    ],
    ['The UE shall send the DELETE once it has received the Binding Acknowledgement.', 'order=buThenDelete'],
    ['The UE may send the DELETE without waiting for the Binding Acknowledgement.', 'order=backToBack'],
    ['After the INFORMATIONAL response the UE shall send a Binding Update.', 'order=deleteThenBu'],
    ['The PDN GW shall inform the UE by a Binding Revocation Indication.', 'notification=bri'],
    ['The PDN GW shall send an unsolicited Binding Acknowledgement.', 'notification=unsolicitedBa'],
    ['The UE shall acknowledge the message.', 'acknowledgement=yes'],
    ['The UE does not need to acknowledge the message.', 'acknowledgement=no'],
    [
      'On receipt of the Binding Revocation Acknowledgement, the PDN GW shall delete the binding.',
      'bindingOnAcknowledgement=removed',
    ],
    ['On receipt of the INFORMATIONAL request, the PDN GW shall also delete any binding.', 'deleteRemovesBinding=yes'],
    ['If there is no acknowledgement, the PDN GW shall remove the binding.', 'notificationGiveUp=dropBinding'],
    [
      'Once there is no answer, the PDN GW shall remove the binding and the security associations.',
      'notificationGiveUp=dropBindingAndSas',
    ],
    ['On status 133 the UE shall proceed with the closing.', 'on133=done'],
  ])('%s', (sentence, expected) => {
    const settled = settledBy(sentence);
    expect(settled.map(({ parameter, value }) => `${parameter}=${value}`)).toEqual([expected]);
    for (const { parameter, value } of settled) {
      expect(isParameterName(parameter)).toBe(true);
      expect(readVariant({ [parameter]: value }).ok).toBe(true);
    }
  });

  it('are none where the text is silent or leaves it for further study', () => {
    expect(sentencesOf(shapedParagraphs).flatMap(({ text }) => settledBy(text))).toEqual([]);
    expect(settledBy('Whether the UE shall acknowledge the message is FFS.')).toEqual([]);
    expect(settledBy('The UE shall send the DELETE.')).toEqual([]);
  });
});

const contribution = new URL('../../../shared/source-contribution.txt', import.meta.url);

describe.skipIf(!existsSync(contribution))('the contribution itself, where it is at hand', () => {
  it('is found whole, and settles nothing', () => {
    const read = readTextFile(new Uint8Array(readFileSync(contribution)));
    if (!read.ok) throw new Error(read.error);
    const text = matched(read.value);
    expect(text.missing).toEqual([]);
    expect(text.moved).toEqual([]);
    expect(text.unknown).toHaveLength(1);
    expect(text.sentences.flatMap((each) => settledBy(each.text))).toEqual([]);
  });
});
