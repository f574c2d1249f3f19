/** A run that a check has found, opened in the walk: nothing is lost, there is a way back, and the broken claim is named. */
import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { findingsOf } from '#check/findings.ts';
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import { defaultVariant } from '#detach/variant.ts';
import { brokenHere, claimToName, sentenceOffWords, shownWords } from '#store/brokenHere.ts';
import { createCheckStore, readingTask, taskOf } from '#store/checkStore.ts';
import { isOnFoundRun } from '#store/choices.ts';
import { claimViews } from '#store/claimsView.ts';
import { graphView, phaseRows } from '#store/spaceView.ts';
import { inlineLane } from './inlineLane.ts';
import { walkAt } from './walkAt.ts';

const staleBinding = 'At rest a detached UE has left no binding at the PDN GW';

function findingOf(sentence: string, variant = defaultVariant) {
  const { groups } = findingsOf(variant, checkReading(variant));
  const found = groups.flatMap(({ findings }) => findings).find((each) => each.sentence === sentence);
  if (found === undefined) throw new Error(`nothing says "${sentence}"`);
  return found;
}

function showStale(walk = walkAt({ step: '2' })) {
  const { run } = findingOf(staleBinding);
  walk.getState().showRun({ variant: defaultVariant, events: run, words: staleBinding });
  return { walk, run };
}

describe('a run that a check has found', () => {
  it('is loaded at its start, and what was in view is a branch', () => {
    const { walk, run } = showStale();
    const { run: shown, notice } = walk.getState();
    expect(notice).toBeUndefined();
    expect(shown.step).toBe(0);
    expect(shown.trace.steps.map(({ event }) => event.text)).toEqual(run);
    expect(shown.branches.map(({ name }) => name)).toEqual(['main']);
  });

  it('is left for the line and the step that were in view before', () => {
    const { walk } = showStale();
    walk.getState().end();
    walk.getState().leaveShown();
    const { run, shown, variant } = walk.getState();
    expect([run.name, run.step, run.trace.steps.length]).toEqual(['main', 2, 5]);
    expect(run.branches).toEqual([]);
    expect(shown).toBeUndefined();
    expect(variant).toEqual(defaultVariant);
  });

  it('gives way to the next one without a branch, as long as nobody has gone on from it', () => {
    const { walk } = showStale();
    const other = findingOf('The PDN GW never has a binding without the ESP SAs that serve it');
    walk.getState().showRun({ variant: defaultVariant, events: other.run, words: other.sentence });
    expect(walk.getState().run.branches.map(({ name }) => name)).toEqual(['main']);
    walk.getState().leaveShown();
    expect(walk.getState().run.step).toBe(2);
  });

  it('is kept once a person has gone on from it', () => {
    const { walk } = showStale();
    walk.getState().step();
    walk.getState().lose();
    expect(walk.getState().shown?.trace).not.toBe(walk.getState().run.trace);
    const { run } = findingOf(staleBinding);
    walk.getState().showRun({ variant: defaultVariant, events: run, words: staleBinding });
    expect(walk.getState().run.branches.length).toBeGreaterThanOrEqual(2);
  });

  it('of another reading brings that reading along, and its own start, whatever the scenario starts from', () => {
    const walk = walkAt({ scenario: 'h-08' });
    const variant = presetVariant(findPreset('ts-24.303') ?? presets[0]);
    const finding = findingOf('At rest, after the notification, the UE is detached and has sent its BU', variant);
    walk.getState().showRun({ variant, events: finding.run, words: finding.sentence });
    expect(walk.getState().variant).toEqual(variant);
    expect(walk.getState().run.trace.steps).toHaveLength(finding.length);
    // A change of reading replays it from the usual start of the other one.
    walk.getState().choosePreset('rfc-practice');
    const { trace } = walk.getState().run;
    expect(trace.initial).toEqual(trace.system.initial);
    walk.getState().choosePreset('ts-24.303');
    expect(walk.getState().run.trace.steps).toHaveLength(finding.length);
  });

  it('of every finding of every preset ends where its claim is broken, and there it is named', () => {
    for (const preset of presets) {
      const variant = presetVariant(preset);
      const { groups } = findingsOf(variant, checkReading(variant));
      for (const finding of groups.flatMap(({ findings }) => findings)) {
        const walk = walkAt();
        walk.getState().showRun({ variant, events: finding.run, words: finding.sentence, step: finding.length });
        const broken = brokenHere(walk.getState());
        const named = claimToName(broken, finding.sentence);
        expect(named?.claim).toMatchObject({ property: finding.property, since: finding.length });
        expect(named?.claim.settled).toBe(finding.settled);
        expect(named?.claim.verdict.false.length).toBeGreaterThan(0);
        walk.getState().back();
        expect(brokenHere(walk.getState()).some(({ property }) => property === finding.property)).toBe(false);
      }
    }
  });

  it('is said to break its claim or to bear it out, and is no run of the scenario, also where a person goes on from it', () => {
    const words = 'a claim';
    expect(shownWords({ words, claim: 'fails' })).toBe('a run in which this fails: a claim');
    expect(shownWords({ words, claim: 'bears out' })).toBe('a run that bears this out: a claim');
    expect(shownWords({ words, claim: undefined })).toBe('a claim');
    const { walk } = showStale();
    expect(isOnFoundRun(walk.getState())).toBe(true);
    walk.getState().step();
    walk.getState().lose();
    expect(isOnFoundRun(walk.getState())).toBe(true);
    walk.getState().setParameters({ loss: 0 });
    expect(isOnFoundRun(walk.getState())).toBe(true);
    walk.getState().choose('ue-initiated');
    expect(isOnFoundRun(walk.getState())).toBe(false);
  });

  it('comes back, with the reading, when a reading that was taken in its place is given back', () => {
    const { walk } = showStale();
    const before = walk.getState();
    walk.getState().takeReading({ order: 'buThenDelete' }, 'an order');
    expect(walk.getState().notice).toMatch(/^Taken: an order\./);
    expect(walk.getState().variant).not.toEqual(before.variant);
    walk.getState().undo();
    const { run, variant, shown, notice } = walk.getState();
    expect({ run, variant, shown }).toEqual({ run: before.run, variant: before.variant, shown: before.shown });
    expect(notice).toBe('Undone: the change of reading.');
  });

  it('without a sentence says which one is off, on the first screen and as long as the line is in view', () => {
    const walk = walkAt();
    const report = checkReading(defaultVariant, { without: 'R-8.4.3.3-1' });
    const failing = report.properties.find(({ verdict, run }) => verdict === 'fails' && run !== undefined);
    walk.getState().showRun({
      variant: defaultVariant,
      events: failing?.run ?? [],
      words: 'a claim',
      without: 'R-8.4.3.3-1',
    });
    expect(walk.getState().notice).toBeUndefined();
    expect(sentenceOffWords(walk.getState())).toContain('TR 24.801 8.4.3.3');
    walk.getState().leaveShown();
    expect(sentenceOffWords(walk.getState())).toBeUndefined();
  });
});

describe('claims at the step in view', () => {
  it('say which part of them is false, beside what is known of all runs', async () => {
    const { walk } = showStale();
    const lane = inlineLane();
    const checks = createCheckStore(walk, { reading: lane, others: inlineLane() });
    checks.getState().follow();
    await lane.finish();
    const answer = readingTask(checks.getState(), walk.getState().variant)?.answer;
    if (answer === undefined) throw new Error('no answer');
    const stale = () => claimViews(answer, '', walk.getState()).find(({ sentence }) => sentence === staleBinding);
    expect(stale()).toMatchObject({ mark: 'fails', verdict: 'at the earliest after 6 steps' });
    expect(stale()?.here).toMatchObject({ broken: false, words: 'not asked here: not at rest' });
    walk.getState().end();
    expect(stale()?.here).toMatchObject({ broken: true });
    expect(
      stale()
        ?.here?.parts.map(({ now }) => now)
        .join(),
    ).toMatch(/binding/);
    const holding = claimViews(answer, '', walk.getState()).filter(({ mark }) => mark === 'holds');
    expect(holding.every(({ verdict }) => verdict.includes('with at most 1 loss'))).toBe(true);
  });
});

describe('the state space', () => {
  it('marks where the walk is, also in a run made by hand, and leads to each state', async () => {
    const walk = walkAt({ preset: 'rfc-practice' });
    const lane = inlineLane();
    const checks = createCheckStore(walk, { reading: inlineLane(), others: lane });
    const request = { type: 'space', variant: walk.getState().variant } as const;
    checks.getState().ask(request);
    await lane.finish();
    const answer = taskOf(checks.getState(), request)?.answer;
    if (answer === undefined) throw new Error('no answer');
    const graph = () => graphView(answer, walk.getState());
    expect(graph()?.here).toBe(0);
    expect(graph()?.nodes[0]?.marks).toEqual(['you are here', 'start']);
    for (const node of graph()?.nodes ?? []) {
      walk.getState().showRun({ variant: request.variant, events: node.run, words: 'there', step: node.run.length });
      expect(graph()?.here).toBe(node.number);
    }
    expect(walk.getState().run.branches).toHaveLength(1);
    // More losses than the check allows: no state of the graph.
    walk.getState().choose('h-02');
    walk.getState().end();
    expect(graphView(answer, walk.getState())?.here).toBeUndefined();
  });

  it('of too many states is a table by phases, with the row of the state in view', async () => {
    const walk = walkAt();
    const lane = inlineLane();
    const checks = createCheckStore(walk, { reading: inlineLane(), others: lane });
    const request = { type: 'space', variant: walk.getState().variant } as const;
    checks.getState().ask(request);
    await lane.finish();
    const answer = taskOf(checks.getState(), request)?.answer;
    if (answer === undefined) throw new Error('no answer');
    expect(answer.graph).toBeUndefined();
    const rows = phaseRows(answer, walk.getState());
    expect(rows.reduce((sum, { states }) => sum + states, 0)).toBe(548);
    expect(rows.filter(({ here }) => here).map(({ lines }) => lines[0])).toEqual(['UE: Attached']);
  });
});
