/** What Scapy verifies and tshark does not, or not alone: Mobility Header checksums, ESP tags and ICVs, and the flags of BU and BA. */
import type { ScapyFrame } from './judges.ts';
import type { OurFrame } from './ourFrames.ts';
import { each } from './ourFrames.ts';

interface Compared {
  readonly differences: readonly string[];
  /** How many ESP packets both found right. */
  readonly verified: number;
  /** How many Mobility Headers both found a right checksum in. */
  readonly checksums: number;
}

/** @throws {RangeError} if the frames are not as many. */
export function compareWithScapy(ours: readonly OurFrame[], theirs: readonly ScapyFrame[]): Compared {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} frames are ours, ${theirs.length} Scapy's`);
  const differences: string[] = [];
  let verified = 0;
  let checksums = 0;
  for (const [at, frame] of ours.entries()) {
    const theirFrame = theirs[at] ?? { esp: [], mobility: [] };
    const pairs = [
      [ourEsp(frame), theirFrame.esp.map(theirEsp)],
      [ourMobility(frame), theirFrame.mobility.map(theirMobility)],
    ] as const;
    for (const [mine, his] of pairs) {
      if (mine.join('; ') !== his.join('; ')) {
        differences.push(`frame ${frame.frame}: ours "${mine.join('; ')}", Scapy's "${his.join('; ')}"`);
      }
    }
    verified += theirFrame.esp.filter((each) => each.verified === true).length;
    checksums += theirFrame.mobility.filter((each) => each.checksum_ok).length;
  }
  return { differences, verified, checksums };
}

function ourEsp(frame: OurFrame): readonly string[] {
  return each(frame.esp).map((esp) => `${Number.parseInt(esp.spi, 16)} ${esp.seq} ${esp.icv_ok ?? 'no key'}`);
}

function theirEsp(esp: ScapyFrame['esp'][number]): string {
  return `${esp.spi} ${esp.seq} ${esp.verified ?? 'no key'}`;
}

/** Scapy has names for flags in BU and BA alone, and of them only for those up to RFC 3963. */
const flagsOfScapy: Readonly<Record<number, string>> = { 5: 'AHLKMRP', 6: 'KRP' };

function ourMobility(frame: OurFrame): readonly string[] {
  return each(frame.mipv6).map(({ mh_type, checksum_ok, flags_set = [] }) => {
    const known = flagsOfScapy[mh_type];
    const flags = known === undefined ? [] : flags_set.filter((flag) => known.includes(flag));
    return `${mh_type} ${checksum_ok} ${[...flags].sort().join('')}`;
  });
}

function theirMobility({ type, checksum_ok, flags }: ScapyFrame['mobility'][number]): string {
  return `${type} ${checksum_ok} ${flags ?? ''}`;
}
