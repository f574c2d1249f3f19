/** Links: any state comes back from its link; whatever happened to a link on its way, it opens as far as it can and says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '#detach/presets.ts';
import { scenarios } from '#detach/scenario.ts';
import { writePatches } from '#session/patch.ts';
import { linkOf } from '#store/linkOf.ts';
import { linkText, readLink, writeLink } from '#store/linkPacked.ts';
import { patchesOf } from '#store/patches.ts';
import { nextEvents } from '#store/view.ts';
import type { Drawer, WalkState } from '#store/walkState.ts';
import type { WalkStore } from '#store/walkStore.ts';
import { createWalkStore } from '#store/walkStore.ts';

function opened(text: string): WalkStore {
  const store = createWalkStore();
  const { names, damage } = readLink(text);
  store.getState().load(names, damage);
  return store;
}

/** All of a state that a link carries. */
function picture({ scenario, variant, options, timing, run, patches, selected, drawer, playing }: WalkState) {
  return {
    scenario: scenario.name,
    variant,
    options,
    timing,
    initial: run.trace.initial,
    events: run.trace.steps.map((step) => step.event.text),
    step: run.step,
    patches: writePatches(patchesOf(patches, run.trace)),
    selected: run.trace.messages[(selected ?? 0) - 1]?.number,
    drawer,
    playing,
  };
}

type Act = (store: WalkStore) => void;

const drawers: readonly (Drawer | undefined)[] = [
  'clauses',
  'message',
  'ueTables',
  'whyNot',
  'check',
  'help',
  undefined,
];
const take: fc.Arbitrary<Act> = fc.nat().map((at) => (store) => {
  const { all } = nextEvents(store.getState());
  const event = all[at % Math.max(1, all.length)];
  if (event !== undefined) store.getState().take(event.event);
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: take },
  fc.constant<Act>((store) => store.getState().step()),
  fc.nat(20).map(
    (step): Act =>
      (store) =>
        store.getState().jump(step),
  ),
  fc.constantFrom(...presets).map(
    ({ name }): Act =>
      (store) =>
        store.getState().choosePreset(name),
  ),
  fc.constantFrom('patient', 'impatient').map(
    (timers): Act =>
      (store) =>
        store.getState().setParameters({ timers }),
  ),
  fc.constantFrom('aesCbcSha1', 'aesGcm16').map(
    (suite): Act =>
      (store) =>
        store.getState().setOption('suite', suite),
  ),
  fc.nat(500).map(
    (latencyMilliseconds): Act =>
      (store) =>
        store.getState().setTiming({ latencyMilliseconds }),
  ),
  fc.constantFrom(...drawers).map(
    (drawer): Act =>
      (store) =>
        store.getState().open(drawer),
  ),
  fc.nat(5).map(
    (number): Act =>
      (store) => {
        const { messages } = store.getState().run.trace;
        store.getState().select(messages[number]?.number);
      },
  ),
  fc.nat(255).map(
    (octet): Act =>
      (store) => {
        const { messages } = store.getState().run.trace;
        if (messages.length === 0) return;
        const changes = [{ buffer: 0, at: 62, octet }];
        store.getState().change({ message: 1, mode: 'attacker', changes }, undefined);
      },
  ),
  fc.constant<Act>((store) => {
    const { variant, run } = store.getState();
    store.getState().showRun({ variant, events: run.trace.steps.map((step) => step.event.text), words: 'found' });
  }),
);
const walk = fc.tuple(fc.constantFrom(...scenarios), fc.array(act, { maxLength: 12 })).map(([scenario, acts]) => {
  const store = createWalkStore();
  store.getState().choose(scenario.name);
  for (const each of acts) each(store);
  return store;
});

describe('a link', () => {
  it('brings any state back, paused', () => {
    fc.assert(
      fc.property(walk, (store) => {
        store.getState().play(true);
        const link = linkText(store.getState());
        const again = opened(link);
        expect(again.getState().notice).toBeUndefined();
        expect(picture(again.getState())).toEqual({ ...picture(store.getState()), playing: false });
        expect(linkText(again.getState())).toBe(link);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('says nothing that goes without saying, in words that can be read', () => {
    const store = createWalkStore();
    expect(linkText(store.getState())).toBe('n=22&scenario=ue-initiated');
    store.getState().choose('h-03');
    store.getState().choosePreset('rfc-practice');
    store.getState().jump(2);
    expect(linkText(store.getState())).toMatch(/^n=\d+&scenario=h-03&preset=rfc-practice&step=2/);
    store.getState().open('share');
    expect(linkOf(store.getState()).open).toBeUndefined();
  });

  it('opens the drawer that Share took the place of', () => {
    const store = createWalkStore();
    store.getState().open('check');
    store.getState().open('share');
    expect(linkOf(store.getState()).open).toBe('check');
    store.getState().open('share');
    expect(linkOf(store.getState()).open).toBe('check');
    store.getState().open(undefined);
    store.getState().open('share');
    expect(linkOf(store.getState()).open).toBeUndefined();
  });

  it('is packed over 2,000 characters only, and comes back as well', () => {
    const store = createWalkStore();
    expect(writeLink({ events: 'x'.repeat(1_900) })).toMatch(/^n=/);
    const names = { events: 'deliver bindingUpdate,lose bindingAck:0,'.repeat(100), step: '7' };
    const packed = writeLink(names);
    expect(packed).toMatch(/^z=1\.\d+\.[\w-]+$/);
    expect(packed.length).toBeLessThan(300);
    expect(readLink(packed)).toEqual({ names: { ...names, events: names.events }, damage: undefined });
    expect(store.getState().notice).toBeUndefined();
  });

  it('is never lost without a word, wherever it was cut', () => {
    const store = createWalkStore();
    store.getState().choose('other-order');
    store.getState().choosePreset('rfc-practice');
    store.getState().jump(1);
    store.getState().lose();
    store.getState().select(1);
    store.getState().open('message');
    const plain = linkText(store.getState());
    const packed = writeLink({ ...linkOf(store.getState()), events: 'detach backToBack,'.repeat(150) });
    for (const link of [plain, packed]) {
      for (let length = 1; length < link.length; length++) {
        const { damage } = readLink(link.slice(0, length));
        expect(damage, link.slice(0, length)).toMatch(/^The link was cut [^\n]+\.$/);
        if (length % 23 === 0) expect(opened(link.slice(0, length)).getState().notice).toBe(damage);
      }
    }
    expect(opened(plain.slice(0, -4)).getState().variant).toEqual(store.getState().variant);
    expect(opened('n=30&scenario=network-ini').getState().scenario.name).toBe('network-initiated');
  }, 60_000);

  it.each<[string, (link: string) => string]>([
    ['line breaks', (link) => link.replace(/.{20}/g, '$&\r\n')],
    ['soft line breaks', (link) => link.replace(/.{30}/g, '$&=\r\n')],
    ['soft line breaks without the break', (link) => `${link.slice(0, 30)}=${link.slice(30)}`],
    ['line breaks escaped', (link) => link.replace(/.{20}(?!.?[0-9A-F])/, '$&%0D%0A')],
    ['quoted lines', (link) => link.replace(/.{40}/g, '$&\n> ')],
    ['=3D', (link) => link.replaceAll('=', '=3D')],
    ['&amp;', (link) => link.replaceAll('&', '&amp;')],
    ['&amp;amp;', (link) => link.replaceAll('&', '&amp;amp;')],
    ['&#38;', (link) => link.replaceAll('&', '&#38;')],
    ['a full stop', (link) => `${link}.`],
    ['an angle bracket', (link) => `${link}>`],
    ['an escaped angle bracket', (link) => `${link}%3E.`],
    ['a quote and a bracket', (link) => `${link}")`],
    ['blanks written as %20', (link) => link.replaceAll('+', '%20')],
    ['everything escaped', (link) => encodeURIComponent(link)],
  ])('survives %s', (_name, spoil) => {
    const store = createWalkStore();
    store.getState().choose('h-03');
    store.getState().jump(2);
    store.getState().lose();
    store.getState().select(1);
    const link = linkText(store.getState());
    const again = opened(spoil(link));
    expect(again.getState().notice).toBeUndefined();
    expect(picture(again.getState())).toEqual(picture(store.getState()));
  });

  it('of a later version opens with what is known of it, and names what is not', () => {
    const later = opened('scenario=h-03&colour=red&step=2').getState();
    expect(later.notice).toContain('"colour"');
    expect(later.scenario.name).toBe('h-03');
    expect(later.run.step).toBe(2);
    const values = opened('scenario=h-03&set=order:sideways,timers:impatient&open=nothing&select=99').getState();
    expect(values.notice).toContain('sideways');
    expect(values.variant.timers).toBe('impatient');
    expect(opened('z=9abc').getState().notice).toContain('later');
  });

  it('goes as far as the run fits, and says where and why', () => {
    const state = opened('events=detach+buThenDelete,deliver+bindingAck:0&step=5').getState();
    expect(state.run.trace.steps).toHaveLength(1);
    expect(state.run.step).toBe(1);
    expect(state.notice).toMatch(/^Event 2, .*not possible here: .+\.$/);
  });

  it('keeps what was made by hand as a branch, and what is open where there is nothing to open', () => {
    const store = createWalkStore();
    store.getState().step();
    store.getState().lose();
    const { run } = store.getState();
    store.getState().load({ scenario: 'no-such-thing' });
    expect(store.getState().run).toBe(run);
    store.getState().load({ scenario: 'h-03' });
    expect(store.getState().run.branches.map((each) => each.trace)).toContain(run.trace);
  });

  it('never throws, whatever stands in it', () => {
    const nasty = [
      '<img src=x onerror=alert(1)>',
      '"; end',
      '#',
      '\u202e\u{1f4a9}',
      '__proto__',
      'constructor',
      '%E0%A4%A',
      '',
    ];
    const name = fc.oneof(
      fc.constantFrom('n', 'z', 'scenario', 'preset', 'set', 'session', 'timing', 'start', 'without', 'step', 'select'),
      fc.constantFrom('open', 'events', 'patch', ...nasty),
    );
    const value = fc.oneof(
      fc.constantFrom(...nasty, 'usual', 'h-03', 'i-wlan', 'h-12', 'pdnConnections:2,sharedIkeSa:yes', 'toString:1'),
      fc.string({ maxLength: 30 }),
    );
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.tuple(name, value), { maxLength: 6 })
        .map((all) => all.map(([each, given]) => `${each}=${given}`).join('&')),
    );
    fc.assert(
      fc.property(text, (each) => {
        const { notice } = opened(each).getState();
        if (notice !== undefined) expect(notice).toMatch(/\.$/);
      }),
      { numRuns: 100 },
    );
    const started = scenarios.filter((each) => each.start !== undefined);
    for (const preset of presets) {
      for (const { name: scenario } of started) {
        expect(() => opened(`scenario=${scenario}&preset=${preset.name}`)).not.toThrow();
      }
    }
  }, 60_000);
});
