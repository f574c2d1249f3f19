/** PlantUML text: golden, and drawn by PlantUML itself, where Debian's is installed (tests/proof draws it always). */
import { describe, expect, it } from 'vitest';
import { plantUml } from '#chart/plantUml.ts';
import { LIFELINES, lectureRows, message } from '../e2e/sequenceRows.ts';
import { NASTY_LABELS } from './nastyLabels.ts';

const lines = (text: string) => text.split('\n').slice(4, -2);

describe('plantUml', () => {
  it('is golden for a lecture', async () => {
    await expect(plantUml(LIFELINES, lectureRows())).toMatchFileSnapshot('golden/lecture.puml');
  });

  it('has an arrow for each fate, and a note for what was not sent', () => {
    const text = plantUml(LIFELINES, [
      message(1, { label: 'BU' }),
      message(2, { label: 'BA', dashed: true, fate: 'inFlight' }),
      message(3, { label: 'BU', fate: 'lost' }),
      message(4, { label: 'BA', fate: 'discarded', reason: 'no SA' }),
      message(5, { label: 'BU', fate: 'notSent' }),
    ]);
    expect(lines(text)).toEqual([
      'P0 -> P1 : (1) BU',
      'P1 -->> P0 : (2) BA',
      'P0 ->x P1 : (3) BU, lost',
      'P1 ->x P0 : (4) BA\\ndiscarded<U+003A> no SA',
      'note over P0 : (5) BU\\nnot sent',
    ]);
  });

  it.each(NASTY_LABELS)('has nothing but harmless characters and code points in %j', (label) => {
    const [line = ''] = lines(plantUml(LIFELINES, [message(1, { label })]));
    expect(line.replace(/^P0 -> P1 : /, '')).toMatch(/^(?:[\p{L}\p{M}\p{N} .,()]|<U\+[0-9A-F]{4,6}>)+$/u);
  });

  it('refuses a message to a lifeline that is not there', () => {
    expect(() => plantUml(LIFELINES, [message(1, { to: 'aaa' })])).toThrow(RangeError);
  });
});
