/** Ways to spoil octets: what a fault on the way, a careless sender or an attacker would do to them. */
import { concat } from '#wire/octets.ts';
import type { Random } from './random.ts';

type Mutation = (octets: Uint8Array, random: Random, seeds: readonly Uint8Array[]) => Uint8Array;

/** Lengths, counts and types stand in octets with values like these, or just beyond what is there. */
const edges = [0, 1, 2, 3, 4, 7, 8, 0x0f, 0x10, 0x20, 0x29, 0x32, 0x3c, 0x40, 0x7f, 0x80, 0x87, 0xc9, 0xf8, 0xfe, 0xff];

const mutations: readonly Mutation[] = [
  (octets, random) => octets.slice(0, random.below(octets.length)),
  (octets, random) => concat(octets, random.octets(1 + random.below(40))),
  (octets, random) => changed(octets, random, (octet) => octet ^ (1 << random.below(8))),
  (octets, random) => changed(octets, random, () => random.pick(edges)),
  (octets, random) => changed(octets, random, () => random.below(256)),
  (octets, random) => changed(octets, random, (octet) => (octet + random.pick([-1, 1])) & 0xff),
  // Sixteen bits at once: lengths and types of two octets.
  (octets, random) => {
    const at = random.below(octets.length - 1);
    const spoiled = octets.slice();
    spoiled.set([random.pick(edges), random.pick(edges)], Math.max(0, at));
    return spoiled.subarray(0, octets.length);
  },
  // A part left out, or repeated.
  (octets, random) => {
    const at = random.below(octets.length);
    const length = random.below(Math.min(64, octets.length - at));
    return concat(octets.subarray(0, at), octets.subarray(at + length));
  },
  (octets, random) => {
    const at = random.below(octets.length);
    const part = octets.subarray(at, at + random.below(64));
    return concat(octets.subarray(0, at), part, part, octets.subarray(at));
  },
  // The head of one, the tail of another.
  (octets, random, seeds) => {
    const other = random.pick(seeds);
    return concat(octets.subarray(0, random.below(octets.length)), other.subarray(random.below(other.length)));
  },
];

function changed(octets: Uint8Array, random: Random, change: (octet: number) => number): Uint8Array {
  const spoiled = octets.slice();
  if (octets.length === 0) return spoiled;
  const at = random.below(octets.length);
  spoiled[at] = change(spoiled[at] as number);
  return spoiled;
}

/** One to four mutations after another, of octets that are left as they are. */
export function mutate(octets: Uint8Array, random: Random, seeds: readonly Uint8Array[]): Uint8Array {
  let spoiled = octets;
  for (let left = 1 + random.below(4); left > 0 && spoiled.length > 1; left -= 1) {
    spoiled = random.pick(mutations)(spoiled, random, seeds);
  }
  return spoiled;
}
