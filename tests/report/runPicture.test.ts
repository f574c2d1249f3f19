/** The picture of a run: all of it alike, or as it stands at a step, and its description says which. */
import { describe, expect, it } from 'vitest';
import { runPicture, runPictures } from '#report/runPicture.ts';
import { sessionOfScenario } from './packRuns.ts';

const session = sessionOfScenario('h-03');
const said = (svg: string) => /<desc>([^<]*)<\/desc>/.exec(svg)?.[1] ?? '';
const GREY = '#6e6e6e';
const BAR = '<rect x="36"';

describe('runPicture', () => {
  it('takes the whole run where no step is named', () => {
    const svg = runPicture('H-03', session, []);
    expect(svg).not.toContain(GREY);
    expect(svg).not.toContain(BAR);
    expect(said(svg)).not.toMatch(/Later:|Now:/);
    expect(said(svg)).toContain('(2) Binding Acknowledgement, status 0, lost');
    expect(runPictures('H-03', session, [])).toEqual([svg]);
  });

  it('marks a step, and says what is later', () => {
    const svg = runPicture('H-03', session, [], 2);
    expect(svg).toContain(GREY);
    expect(svg).toContain(BAR);
    expect(said(svg)).toContain('Now: (2) Binding Acknowledgement, status 0, PDN GW to UE, in flight');
    expect(said(svg)).toContain('Later: (4) Binding Acknowledgement, status 133');
    expect(said(svg)).not.toContain('lost');
  });

  it('has nothing grey at the end of the run, and all of it at the start', () => {
    expect(runPicture('H-03', session, [], session.trace.steps.length)).not.toContain(GREY);
    const start = runPicture('H-03', session, [], 0);
    expect(said(start).match(/Later: /g)?.length).toBe(said(start).match(/\. |\.$/g)?.length);
    expect(start).not.toContain(BAR);
  });
});
