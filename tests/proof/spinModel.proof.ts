/**
 * The export itself, tried by SPIN: on systems that are not detach, from a start of one's own, with faults planted; trails read
 * back; and the detach written by hand, which an exporter that repeats our own mistake could not please.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedSystem, searchReading } from '#check/checkReading.ts';
import { searchToEnd } from '#check/checkReport.ts';
import { promelaOf } from '#check/promela/promela.ts';
import { trailMacro } from '#check/promela/watch.ts';
import { readSpinTrail } from '#check/spinTrail.ts';
import { startSearch } from '#check/startSearch.ts';
import { detachWith, rulesOf, startState } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import { scenarios, scenarioVariant } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import type { Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import { atRest } from '#run/rest.ts';
import { replay, writeRunText } from '#run/runText.ts';
import { InterpretedSearch } from '../check/interpretedSearch.ts';
import { canSpeak, heard, hoarseOnce, patient } from '../check/toyProperties.ts';
import { reading } from '../detach/readings.ts';
import type { ToyOptions } from '../model/toySystem.ts';
import { toySystem } from '../model/toySystem.ts';
import { judgedBySpin, longestQueue, ourJudgement, spinsJudgement } from './spin/judgement.ts';
import { runPan } from './spin/pan.ts';
import { requireSpin } from './spin/programs.ts';
import { richSystem } from './spin/richSystem.ts';

beforeAll(requireSpin);

describe('systems that are not detach', () => {
  const toys: readonly ToyOptions[] = [
    {},
    { most: 1, losses: 0, copies: 0 },
    { ordering: 'unordered', losses: 2 },
    { most: 2, losses: 2, copies: 3 },
  ];
  it.each(toys)('the toy, %j', async (options) => {
    const system = toySystem(options);
    const properties = [patient, heard, canSpeak, hoarseOnce];
    const search = new InterpretedSearch(system, properties);
    search.advance(Number.POSITIVE_INFINITY);
    const { queueLength } = system.definition;
    expect(await judgedBySpin(system, properties, queueLength)).toEqual(ourJudgement(search.result()));
  });

  const most = 3_000;
  const drawn = fc.sample(richSystem, { seed: 843, numRuns: 30 });
  it.each(drawn.map((each, at) => ({ ...each, at })))('drawn by lot, number $at', async ({ system, properties }) => {
    const search = new InterpretedSearch(system, properties, { states: most });
    search.advance(most);
    const ours = search.result();
    expect(ours.stopped).toBeUndefined();
    const slots = ours.broken === undefined ? longestQueue(search) : system.definition.queueLength;
    const found = await runPan(promelaOf(system, properties, { slots }));
    // What a rule asks for and cannot have is an error of the model too, and the first one ends the search.
    if (ours.broken !== undefined) expect(found.error).toMatch(/^assertion violated/);
    else expect(spinsJudgement(found, properties)).toEqual(ourJudgement(ours));
  });
});

describe('a start of one’s own', () => {
  const starting = scenarios.filter(({ start }) => start?.inFlight !== undefined);
  it.each(starting)('$name, with messages in flight', async (scenario) => {
    const system = checkedSystem(scenarioVariant(scenario));
    const start = startState(system, scenario.start ?? {});
    const properties = propertiesOf(system.parts);
    const search = startSearch(system, properties, {}, start);
    while (!search.advance(10_000));
    const model = promelaOf(system, properties, { start, slots: longestQueue(search) });
    expect(spinsJudgement(await runPan(model), properties)).toEqual(ourJudgement(search.result()));
  });

  it('is found among the scenarios', () => {
    expect(starting.length).toBeGreaterThan(0);
  });
});

describe('the comparison can fail', () => {
  const system = checkedSystem(reading({}));
  const properties = propertiesOf(system.parts);
  const whole = searchToEnd(system, startSearch(system, properties));
  const used = system.rules.filter(({ id }) => (whole.taken[id] ?? 0) > 0);

  it.each(used.filter((_, at) => at % 10 === 0))('without $id SPIN counts something else', async ({ id }) => {
    const without = detachWith(
      system.parts,
      rulesOf(system.parts).filter((rule) => rule.id !== id),
    );
    const judged = await judgedBySpin(without, properties, 8);
    expect(judged).not.toMatchObject({ states: whole.states, transitions: whole.transitions });
  });

  it('a queue with too little room ends the search, and drops nothing', async () => {
    const { error } = await runPan(promelaOf(system, properties, { slots: 1 }));
    expect(error).toMatch(/^assertion violated \(to\w+_length<1\)/);
  });
});

describe('a trail of SPIN is a run of the walk', () => {
  const variants: readonly Variant[] = [
    reading({}),
    reading({
      pdnConnections: 2,
      secondPdn: 'detaching',
      loss: 1,
      maxRetransmissions: 0,
      initiator: 'ue',
      order: 'buThenDelete',
    }),
  ];
  const failing = variants.flatMap((variant, at) => {
    const { system, search } = searchReading(variant);
    const report = searchToEnd(system, search);
    const properties = propertiesOf(system.parts);
    const slots = longestQueue(search);
    return report.properties.flatMap(({ id, verdict, run }) => {
      const property = properties.find((each) => each.id === id);
      return verdict === 'fails' && property !== undefined && run !== undefined
        ? [{ id, at, system, property, slots, shortest: run.length, properties }]
        : [];
    });
  });

  it('of each kind of claim', () => {
    expect(new Set(failing.map(({ at, property }) => `${at} ${property.modality}`)).size).toBe(2 * variants.length);
  });
  it.each(failing)(
    '$id of reading $at, found breadth first',
    async ({ system, property, slots, shortest, properties }) => {
      const found = await trailOf(system, property, properties, slots, true);
      expect(breaks(system, property, found)).toBe(shortest);
    },
  );
  it.each(failing.filter(({ id }) => id === 'P4'))(
    '$id of reading $at, found depth first',
    async ({ system, property, slots, shortest, properties }) => {
      const found = await trailOf(system, property, properties, slots, false);
      expect(breaks(system, property, found)).toBeGreaterThanOrEqual(shortest);
    },
  );

  async function trailOf(
    system: System,
    property: Property,
    properties: readonly Property[],
    slots: number,
    breadthFirst: boolean,
  ): Promise<readonly string[]> {
    const macros = [trailMacro(property.id)];
    const {
      error,
      replay: replayed,
      simulation,
    } = await runPan(promelaOf(system, properties, { slots }), {
      macros,
      breadthFirst,
    });
    expect(error).toBe(`FAILS ${property.id}`);
    const events = eventsOf(system, replayed);
    expect(eventsOf(system, simulation)).toEqual(events);
    return events;
  }

  function eventsOf(system: System, text: string): readonly string[] {
    const read = readSpinTrail(system, text);
    if (!read.ok) throw new Error(read.error);
    return writeRunText(read.value).trimEnd().split('\n');
  }

  /** The length of a run that ends in a state which breaks the claim. */
  function breaks(system: System, { claim, modality }: Property, events: readonly string[]): number {
    const { trace, stopped } = replay(system, events);
    expect(stopped).toBeUndefined();
    const last = trace.steps.at(-1)?.state ?? system.initial;
    expect(system.holds(last, claim)).toBe(false);
    if (modality === 'atRest') expect(atRest(system, last)).toBe(true);
    return trace.steps.length;
  }
});

describe('the detach written by hand agrees with the rules', () => {
  const model = readFileSync(new URL('./spin/detachByHand.pml', import.meta.url), 'utf8');
  const claims = [...model.matchAll(/^#define (P\d+\w?) /gm)].map(([, id = '']) => id);
  const readings = [
    { given: {}, macros: [] },
    { given: { maxRetransmissions: 0 }, macros: ['TRANSMISSIONS=1'] },
    { given: { afterNotification: 'deleteOnly' }, macros: ['DELETE_ONLY'] },
    { given: { afterNotification: 'deleteOnly', maxRetransmissions: 0 }, macros: ['DELETE_ONLY', 'TRANSMISSIONS=1'] },
  ];
  /** What the tables describe: rfc-practice, one loss. */
  const asTabulated = {
    order: 'buThenDelete',
    notification: 'bri',
    acknowledgement: 'yes',
    bindingOnAcknowledgement: 'removed',
    notificationGiveUp: 'dropBinding',
    loss: 1,
  };

  it('states the claims that the tables can speak of', () => {
    expect(claims).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
      'P4n',
      'P5',
      'P5w',
      'P5u',
      'P6',
      'P10',
      'P11',
      'P12',
      'P13',
      'P14',
    ]);
  });
  it.each(readings.map((each) => ({ ...each, name: JSON.stringify(each.given) })))(
    'with $name',
    async ({ given, macros }) => {
      const { system, search } = searchReading(reading({ ...asTabulated, ...given }));
      const ours = searchToEnd(system, search).properties.filter(({ id }) => claims.includes(id));
      const { output, errors } = await runPan(model, { modelMacros: macros, goOn: true });
      const broken = new Set([...output.matchAll(/assertion violated holds_(\w+)/g)].map(([, id]) => id));
      expect(broken.size > 0).toBe(errors > 0);
      const byHand = claims.map((id) => [id, broken.has(id) ? 'fails' : 'holds']);
      expect(byHand).toEqual(ours.map(({ id, verdict }) => [id, verdict]));
    },
  );
});
