import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '#report/docxText.ts';
import { readPlainText, readTextFile } from '#report/ownTextFile.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { makeDocx, makeDocxOf } from './makeDocx.ts';

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const textOf = (octets: Uint8Array) => {
  const read = readTextFile(octets);
  return read.ok ? read.value : read.error;
};

describe('the text of a .docx', () => {
  it('has its paragraphs in order, characters unescaped, tabs and breaks as blanks', () => {
    const body = [
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>8.4.3.2</w:t><w:tab/><w:t>UE</w:t></w:r></w:p>',
      `<w:p>${run('a &lt;b&gt; &#x26; &#38; c')}<w:r><w:br/><w:noBreakHyphen/></w:r></w:p>`,
      '<w:p/>',
      '<w:p><w:r><w:t><![CDATA[1 < 2]]></w:t></w:r></w:p>',
    ];
    expect(textOf(makeDocxOf(body))).toEqual(['8.4.3.2\tUE', 'a <b> & & c -', '', '1 < 2']);
  });

  it('reads with all tracked changes accepted', () => {
    const body = [
      `<w:p>${run('kept ')}<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>${run('new')}</w:ins></w:p>`,
      `<w:p><w:moveFrom>${run('away')}</w:moveFrom>${run('stays')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('one ')}</w:p><w:p>${run('paragraph')}</w:p>`,
      `<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc><w:p>${run('gone row')}</w:p></w:tc></w:tr></w:tbl>`,
      `<w:p><w:moveTo>${run('here')}</w:moveTo></w:p>`,
    ];
    expect(textOf(makeDocxOf(body))).toEqual(['kept new', 'stays', 'one paragraph', 'here']);
  });

  it('has what stands in a box once', () => {
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('box')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>${run('box')}</w:p></mc:Fallback></mc:AlternateContent>`;
    expect(textOf(makeDocxOf([`<w:p>${run('before')}<w:r>${box}</w:r>${run(' after')}</w:p>`]))).toEqual([
      'box',
      'before after',
    ]);
  });

  it('keeps hostile text as it is', () => {
    const printable = NASTY_LABELS.filter(
      (each) => each.trim() !== '' && !['\u0000', '\ud800'].some((bad) => each.includes(bad)),
    );
    expect(textOf(makeDocx(printable))).toEqual(printable);
  });
});

describe('what is no text', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['an old document, or one with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'password'],
    ['a PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['octets', Uint8Array.of(1, 2, 3, 0, 5), 'no text'],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'no Word document'],
    ['blanks', strToU8(' \n \n'), 'no text in it'],
    ['a document without text', makeDocx([' ']), 'no text in it'],
    ['XML of another kind', zipSync({ 'word/document.xml': strToU8('<html>') }), 'not what Word writes'],
    ['a document type', makeDocxOf(['<!DOCTYPE a [<!ENTITY b "c">]>']), 'not what Word writes'],
    ['elements that do not close', makeDocxOf(['<w:p>']), 'not what Word writes'],
  ])('%s is refused with one sentence', (_, octets, words) => {
    const answer = textOf(octets);
    expect(answer).toContain(words);
    expect(answer).toMatch(/^\p{Lu}[^\n]*\.$/u);
  });

  it('every cut of a .docx is refused or gives the whole text, and throws nothing', () => {
    const whole = makeDocx(['one', 'two', 'three']);
    for (let length = 4; length < whole.length; length += 1) {
      const answer = textOf(whole.slice(0, length));
      if (typeof answer === 'string') expect(answer, String(length)).toMatch(/\.$/);
      else expect(answer).toEqual(['one', 'two', 'three']);
    }
  });

  it('every changed octet of a .docx is borne', () => {
    const whole = makeDocx(['one', 'two', 'three']);
    for (let at = 4; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(() => textOf(changed)).not.toThrow();
    }
  });

  it('an archive that swells is stopped at its bound', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 1 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const read = readDocx(bomb);
    expect(read.ok ? '' : read.error).toContain('larger than 32 MB');
  });
});

describe('plain text', () => {
  it('is read as UTF-8, UTF-16 with its mark, or octet by octet', () => {
    expect(textOf(strToU8('\u{feff}caf\u00e9\r\ntwo'))).toEqual(['caf\u00e9', 'two']);
    expect(textOf(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0xe9, 0))).toEqual(['a', '\u00e9']);
    expect(textOf(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toEqual(['a']);
    expect(textOf(Uint8Array.of(0x63, 0xe9))).toEqual(['c\u00e9']);
  });

  it('of any length is borne', () => {
    expect(readPlainText('a'.repeat(4_000_001)).ok).toBe(false);
  });
});
