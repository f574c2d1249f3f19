import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Known } from '#check/promela/known.ts';
import { allOf, anyOf, chosen, negated, oneOf, textOf } from '#check/promela/known.ts';

/** What an expression says of a value of `x`; Promela writes `->` where JavaScript has `?`. */
function worth(expression: string, x: number): unknown {
  return new Function('x', `return ${expression.replaceAll('->', '?')}`)(x);
}

const truth = (known: Known, x: number) => Boolean(worth(textOf(known), x));
const values = fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 8 }).map((each) => each.sort((a, b) => a - b));
const membership = values.chain((among) => fc.record({ among: fc.constant(among), members: fc.subarray(among) }));

/** A claim about `x`, and what it says of each value, worked out apart. */
const claim: fc.Arbitrary<{ readonly known: Known; readonly holds: (x: number) => boolean }> = fc.letrec<{
  node: { readonly known: Known; readonly holds: (x: number) => boolean };
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.boolean().map((known) => ({ known, holds: () => known })),
    fc.subarray([0, 1, 2, 3, 4]).map((members) => ({
      known: oneOf('x', new Set(members), [0, 1, 2, 3, 4], (value) => `${value}`),
      holds: (x: number) => members.includes(x),
    })),
    tie('node').map(({ known, holds }) => ({ known: negated(known), holds: (x: number) => !holds(x) })),
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => ({
      known: allOf(parts.map((part) => part.known)),
      holds: (x: number) => parts.every((part) => part.holds(x)),
    })),
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => ({
      known: anyOf(parts.map((part) => part.known)),
      holds: (x: number) => parts.some((part) => part.holds(x)),
    })),
  ),
})).node;

describe('expressions say what they are made of', () => {
  it('one of some values', () => {
    fc.assert(
      fc.property(membership, ({ among, members }) => {
        const known = oneOf('x', new Set(members), among);
        for (const x of among) expect(truth(known, x)).toBe(members.includes(x));
      }),
    );
  });

  it('all of, any of and not', () => {
    fc.assert(
      fc.property(claim, fc.nat(4), ({ known, holds }, x) => {
        expect(truth(known, x)).toBe(holds(x));
      }),
    );
  });

  it('the first case that is so', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 4 }), fc.nat(4), (claims, x) => {
        const cases = claims.map(({ known }, at) => ({ when: known, text: `${at}` }));
        const first = claims.findIndex(({ holds }) => holds(x));
        const wanted = first < 0 ? claims.length : first;
        expect(worth(chosen([...cases, { when: true, text: `${claims.length}` }]), x)).toBe(wanted);
      }),
    );
  });
});

describe('expressions are short', () => {
  it.each([
    [[1], [0, 1], 'x'],
    [[0], [0, 1], '!x'],
    [[2], [0, 1, 2, 3], 'x == 2'],
    [[0, 1, 3], [0, 1, 2, 3], 'x != 2'],
    [[0, 1, 4], [0, 1, 2, 3, 4], '!(x >= 2 && x <= 3)'],
    [[0, 2, 4], [0, 1, 2, 3, 4], '!(x == 1 || x == 3)'],
    [[1, 2, 3], [0, 1, 2, 3], 'x != 0'],
    [[4, 5], [0, 3, 4, 5, 9], '(x >= 4 && x <= 5)'],
  ])('%j of %j', (members, among, text) => {
    expect(oneOf('x', new Set(members), among)).toBe(text);
  });

  it('what is known is left out', () => {
    expect(allOf([true, 'a', 'a'])).toBe('a');
    expect(anyOf(['a', true])).toBe(true);
    expect(negated('x == 2 /*two*/')).toBe('x != 2 /*two*/');
  });
});
