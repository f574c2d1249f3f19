import { describe, expect, it } from 'vitest';
import { checkedSystem, searchReading } from '#check/checkReading.ts';
import { startSearch } from '#check/startSearch.ts';
import { mostDrawn, nodeOf, stateGraph } from '#check/stateGraph.ts';
import { detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';
import { replay } from '#run/runText.ts';
import { stateAt } from '#run/trace.ts';
import { toySystem } from '../model/toySystem.ts';
import { patient, searched, smallest, traced } from './toyProperties.ts';

const toy = toySystem(smallest);

function toyGraph() {
  const graph = stateGraph(toy, searched(toy), [patient]);
  if (graph === undefined) throw new Error('the toy is small enough to be drawn');
  return graph;
}

function drawn(variant: Variant) {
  const { system, search } = searchReading(variant);
  while (!search.advance(1_000));
  return stateGraph(system, search, propertiesOf(system.parts));
}

describe('the graph of the smallest toy', () => {
  // Idle; waiting with the question, the reply, or nothing in flight; content; resigned with or without the reply: each
  // with and without a voice.
  it('has 14 states and 26 events: 7 hoarse, 7 heal, 12 others', () => {
    const { nodes, edges } = toyGraph();
    expect(nodes).toHaveLength(14);
    expect(edges).toHaveLength(26);
    expect(edges.filter(({ kind }) => kind === 'fault')).toHaveLength(7);
    expect(edges.filter(({ event }) => event === 'heal')).toHaveLength(7);
  });

  it('rests where it is content or resigned, with a voice and nothing in flight', () => {
    const rests = toyGraph().nodes.filter((node) => node.rests);
    expect(rests.map(({ phases }) => phases.map(({ words }) => words).join())).toEqual([
      'a is content',
      'a is resigned',
    ]);
  });

  it('marks the four states in which it is resigned as failing', () => {
    const fails = toyGraph().nodes.filter((node) => node.fails.length > 0);
    expect(fails).toHaveLength(4);
    expect(fails[0]).toMatchObject({
      fails: ['patient'],
      depth: 3,
      run: ['ask', 'deliver question', 'timer question'],
    });
  });

  it('leads to each node by its run, which has as many events as the node is deep', () => {
    const graph = toyGraph();
    for (const { number, run, depth } of graph.nodes) {
      expect(run).toHaveLength(depth);
      const trace = traced(toy, ...run);
      expect(nodeOf(graph, toy, stateAt(trace, depth))).toBe(number);
    }
  });

  it('is found again in a toy with other bounds, as long as these are kept', () => {
    const graph = toyGraph();
    const loose = toySystem({ ...smallest, losses: 3, copies: 2 });
    const asked = traced(loose, 'ask', 'lose question');
    expect(nodeOf(graph, loose, stateAt(asked, 1))).toBe(nodeOf(graph, toy, stateAt(traced(toy, 'ask'), 1)));
    expect(nodeOf(graph, loose, stateAt(asked, 2))).toBeUndefined();
  });

  it('is plain data', () => {
    expect(structuredClone(toyGraph())).toEqual(toyGraph());
  });
});

describe('the graph of a reading', () => {
  const preset = findPreset('rfc-practice');
  if (preset === undefined) throw new Error('there is no preset rfc-practice');
  const variant = presetVariant(preset);

  it('"you are here": each state of a walk by hand, until it goes beyond the bounds', () => {
    const graph = drawn(variant);
    if (graph === undefined) throw new Error('it has few states');
    const byHand = detach(variant);
    const texts = ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate', 'lose bindingUpdate'];
    const { trace } = replay(byHand, texts);
    const numbers = [0, 1, 2, 3, 4].map((step) => nodeOf(graph, byHand, stateAt(trace, step)));
    expect(numbers.slice(0, 4).map((number) => graph.nodes[number ?? -1]?.depth)).toEqual([0, 1, 2, 3]);
    expect(numbers[0]).toBe(0);
    expect(numbers[4]).toBeUndefined();
  });

  it('says both phases of each node', () => {
    expect(drawn(variant)?.nodes[0]?.phases.map(({ owner, words }) => `${owner}: ${words}`)).toEqual([
      'ue: the UE is attached',
      'pdnGw: the PDN GW has the binding',
    ]);
  });

  it(`is not drawn with more than ${mostDrawn} states, or where the search was stopped`, () => {
    expect(drawn(defaultVariant)).toBeUndefined();
    const system = checkedSystem(variant);
    const search = startSearch(system, [], { states: 20 });
    while (!search.advance(1_000));
    expect(stateGraph(system, search, [])).toBeUndefined();
  });
});
