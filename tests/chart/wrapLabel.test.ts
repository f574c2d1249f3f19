import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredLabel, plainLabel } from '#chart/escapeLabel.ts';
import { wrapLabel } from '#chart/wrapLabel.ts';

/** Ten px a character. */
const measure = (text: string) => text.length * 10;

describe('wrapLabel', () => {
  it('leaves what fits on one line', () => {
    expect(wrapLabel('Binding Ack', 110, measure)).toEqual(['Binding Ack']);
  });

  it('breaks at blanks, into lines of like width', () => {
    expect(wrapLabel('one two three four', 150, measure)).toEqual(['one two', 'three four']);
    expect(wrapLabel('T-notify started, 1 s', 200, measure)).toEqual(['T-notify', 'started, 1 s']);
  });

  it('does not break a word to make lines even', () => {
    expect(wrapLabel('a INFORMATIONAL b', 140, measure)).toEqual(['a', 'INFORMATIONAL', 'b']);
    expect(wrapLabel('await INFORMATIONAL x', 150, measure)).toEqual(['await', 'INFORMATIONAL x']);
  });

  it('breaks inside a word that is too long', () => {
    expect(wrapLabel('abcdefgh', 40, measure)).toEqual(['abcd', 'efgh']);
  });

  it('counts an escaped character at the width that Mermaid lays it out with', () => {
    expect(wrapLabel(': :', 90, measure)).toEqual([':', ':']);
  });

  it('keeps every character, and each line in its width unless it is one character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 10, max: 400 }), (text, width) => {
        const lines = wrapLabel(text, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(plainLabel(text).replaceAll(' ', ''));
        for (const line of lines) {
          if ([...line].length > 1) expect(measure(measuredLabel(line))).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
