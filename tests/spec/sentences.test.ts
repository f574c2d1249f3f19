import { describe, expect, it } from 'vitest';
import { basisIds, describeBasis } from '#spec/basis.ts';
import { acknowledgementEffects, candidates } from '#spec/ffs.ts';
import { gaps } from '#spec/gaps.ts';
import { glossary } from '#spec/glossary.ts';
import { hazards, lackOf } from '#spec/hazards.ts';
import { milestones } from '#spec/milestones.ts';
import { informativeReport } from '#spec/requirements.ts';
import { confidenceWords, forceWords } from '#spec/source.ts';
import { periods } from '#spec/timers.ts';

const lists = {
  bases: basisIds.map((id) => describeBasis(id).text),
  'legends and milestones': [
    informativeReport,
    ...Object.values(forceWords),
    ...Object.values(confidenceWords),
    ...milestones.map((one) => one.text),
  ],
  'gaps filled': gaps.map((one) => one.filled),
  candidates: [
    ...candidates.flatMap((one) => [...one.for, ...one.against]),
    ...Object.values(acknowledgementEffects).flat(),
  ],
  hazards: hazards.flatMap((one) => [one.text, ...[lackOf(one.id)?.abstraction ?? []].flat()]),
  glossary: glossary.map((one) => one.meaning),
  timers: Object.values(periods).map((one) => one.text),
};

describe.each(Object.entries(lists))('sentences of the %s', (_, sentences) => {
  it.each(sentences.map((sentence) => [sentence]))('%s', (sentence) => {
    expect(sentence).toMatch(/^[A-Z].*[.?]$/);
    expect(sentence, 'one sentence').not.toMatch(/[.?!] [A-Z]/);
    expect(sentence).not.toMatch(/ {2}|\s$/);
    expect(sentence.length).toBeLessThanOrEqual(150);
    expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
  });
});

describe('what is unconfirmed and shown beside what is not', () => {
  it.each(['M-6', 'M-12', 'S2-3', 'T-3', 'T-5'] as const)('%s says so in its sentence', (id) => {
    expect(describeBasis(id).text).toContain('(unconfirmed)');
  });
});
