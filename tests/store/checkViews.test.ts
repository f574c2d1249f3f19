/** What the Check and Compare drawers show of what was found: in words, in order, without ids. */
import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { compareReadings } from '#check/compareReadings.ts';
import { finish } from '#check/longWork.ts';
import { checkMatrix, matrixReadings } from '#check/matrix.ts';
import { findRepairs } from '#check/repair.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';
import { jobOf } from '#shell/checkJobs.ts';
import type { Answer, CheckRequest, ReadingAnswer } from '#shell/checkMessages.ts';
import { shortBound } from '#store/checkWords.ts';
import {
  alignedRuns,
  comparable,
  comparedChoices,
  comparedClaims,
  comparedNames,
  messagesInWords,
  variantNamed,
} from '#store/compareView.ts';
import { matrixView } from '#store/matrixView.ts';
import { exampleProperty, faultOf } from '#store/ownProperties.ts';
import { changeWords, pointWords, questionSections, restsOn } from '#store/questionsView.ts';
import { sentencesView } from '#store/sentencesView.ts';
import { walkAt } from './walkAt.ts';

function answerTo<Request extends CheckRequest>(request: Request): Answer<Request['type']> {
  const job = jobOf(request);
  for (;;) {
    const { done, value } = job.next(false);
    if (done === true) return value as Answer<Request['type']>;
  }
}

function answerOf(variant: Variant): ReadingAnswer {
  return answerTo({ type: 'reading', variant, own: '' } as const);
}

function preset(name: string): Variant {
  const found = presets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no preset ${name}`);
  return presetVariant(found);
}

describe('questions', () => {
  it('stand by open point, what a cited RFC settles apart from them', () => {
    const sections = questionSections(answerOf(defaultVariant));
    expect(sections.map(({ settled, count }) => [settled, count])).toEqual([['question to the text', 7]]);
    expect(sections[0]?.groups.map(pointWords)).toEqual([
      'Gap A12: DELETE while the binding stands',
      'Gap A1: Order of BU and DELETE',
    ]);
  });

  it.each(presets.map(({ name }) => name))('say what they rest on, without ids: %s', (name) => {
    for (const { groups } of questionSections(answerOf(preset(name)))) {
      for (const finding of groups.flatMap(({ findings }) => findings)) {
        expect(restsOn(finding)).not.toMatch(/R-\d|[LM]-\d/);
        expect(finding.sentence).not.toMatch(/P\d/);
      }
    }
  });

  it('accuse no sentence that the run does not come to', () => {
    const groups = questionSections(answerOf(defaultVariant)).flatMap((section) => section.groups);
    const lines = new Map(groups.flatMap(({ findings }) => findings.map((each) => [each.property, restsOn(each)])));
    expect(lines.get('P4')).toBe('not broken: TR 24.801 8.4.3.3, shall');
    expect(lines.get('P3')).toBe('TR 24.801 8.4.3.3, shall');
  });

  it('of the reading for teaching are none', () => {
    const sections = questionSections(answerOf(preset('words-alone')));
    expect(sections.map(({ settled }) => settled)).toEqual(['for teaching']);
  });

  it('are repaired by changes in words', () => {
    const repairs = finish(findRepairs(defaultVariant, { most: 1 }));
    expect(repairs.flatMap(({ changes }) => changes.map(changeWords))).toContain(
      'Order of BU and DELETE: BU, then DELETE once the BA is there (now: open: the text gives none)',
    );
  });
});

describe('the bound', () => {
  it.each([
    [{}, 'with at most 1 loss'],
    [{ loss: 2, duplication: 1 }, 'with at most 2 losses and 1 duplicate'],
    [{ loss: 0, duplication: 1 }, 'with at most 1 duplicate'],
    [{ loss: 0 }, 'with no loss'],
  ] as const)('of %o is said in a few words', (change, words) => {
    expect(shortBound({ ...defaultVariant, ...change })).toBe(words);
  });
});

describe('two readings', () => {
  const [a, b] = [defaultVariant, preset('ts-24.303')];

  it('are the one in use and what 3GPP chose later, before anyone has chosen', () => {
    expect(comparedNames({ compared: undefined }, a)).toEqual({ a: 'as-tabled', b: 'ts-24.303' });
    expect(comparedNames({ compared: undefined }, b)).toEqual({ a: 'ts-24.303', b: 'as-tabled' });
    const own = { ...a, loss: 0 } as const;
    expect(comparable(own).at(-1)).toEqual({ value: 'own', label: 'The reading in use' });
    expect(variantNamed(comparedNames({ compared: undefined }, own).a, own)).toBe(own);
  });

  it('have their claims side by side, those first on which they differ', () => {
    const comparison = finish(compareReadings(a, b));
    const claims = comparedClaims(comparison);
    const firstAlike = claims.findIndex(({ differs }) => !differs);
    expect(claims.slice(firstAlike).every(({ differs }) => !differs)).toBe(true);
    expect(claims[0]?.a.mark).not.toBe(claims[0]?.b.mark);
    expect(comparedChoices(comparison).map(({ words }) => words)).toContain('Order of BU and DELETE');
  });

  it('have the run in view step by step, messages by the names that people have for them', () => {
    const walk = walkAt({ scenario: 'network-initiated' });
    const { rows, firstDifference } = alignedRuns(walk.getState(), a, b);
    expect(firstDifference).toBe(0);
    const did = rows.flatMap((row) => ('a' in row && 'did' in row.a ? row.a.did : []));
    expect(did.join()).not.toMatch(/[a-z][A-Z]/);
    expect(did).toContain('sends Detach notification');
    expect(messagesInWords('sends bindingAck:133')).toBe('sends BA 133');
    const same = alignedRuns(walkAt().getState(), preset('rfc-practice'), b);
    expect(same.firstDifference).toBeUndefined();
  });
});

describe('all readings', () => {
  it('are one picture: a line for each claim and number of connections, a cell for each bound', () => {
    const readings = matrixReadings().filter(({ loss }) => loss < 2);
    const rows = finish(checkMatrix(readings));
    const view = matrixView(rows);
    expect(view.blocks.map(({ title }) => title)).toEqual(presets.map(({ title }) => title));
    expect(view.lines.length).toBe(
      2 * checkReading(defaultVariant).properties.filter(({ id }) => !id.includes('/')).length,
    );
    for (const line of view.lines) expect(line.cells).toHaveLength(readings.length / 2);
    const cells = view.lines.flatMap(({ cells: each }) => each);
    expect(
      cells.filter(({ kind }) => kind === 'question' || kind === 'settled').every(({ run }) => run !== undefined),
    ).toBe(true);
    expect(cells.find(({ kind }) => kind === 'question')?.words).toMatch(
      /^As tabled, no loss and no duplicate, 1 PDN connection: ".*" fails, a question to the text after \d+ steps$/,
    );
  });
});

describe('sentences', () => {
  it('stand with what fails without them, what the run has used, and what no run uses', () => {
    const answer = answerTo({ type: 'worths', variant: preset('rfc-practice') } as const);
    const walk = walkAt({ preset: 'rfc-practice' });
    const atStart = sentencesView(answer, walk.getState());
    expect(atStart.sentences[0]?.fails.length).toBeGreaterThan(0);
    expect(atStart.sentences.every(({ inRun }) => inRun === 0)).toBe(true);
    walk.getState().end();
    const atEnd = sentencesView(answer, walk.getState());
    expect(atEnd.sentences.filter(({ inRun }) => inRun > 0).length).toBeGreaterThan(2);
    for (const { inRun, inSpace } of atEnd.sentences) if (inRun > 0) expect(inSpace).toBeGreaterThan(0);
    expect(atEnd.dead?.length).toBeGreaterThan(0);
    for (const { words } of atEnd.sentences) expect(words).not.toMatch(/\bP\d/);
  });
});

describe('properties of one’s own', () => {
  it('are refused with one sentence, and the example is taken', () => {
    const { trace } = walkAt().getState().run;
    expect(faultOf(exampleProperty, trace)).toBeUndefined();
    expect(faultOf('', trace)).toBe('There is no property in this text.');
    expect(faultOf('always X: nonsense', trace)).toMatch(/^These properties cannot be read: [^\n]*nonsense[^\n]*\.$/);
  });
});
