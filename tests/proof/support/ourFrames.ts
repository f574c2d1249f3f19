/** What our own `lz decode --json` says of a capture, by the command that a person runs. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../src/cli/lz.mjs', import.meta.url));

/** One object, or a list of them, outermost first, where a layer occurs more than once; left out where it does not occur. */
type Layers<T> = T | readonly T[];

export interface OurFrame {
  readonly frame: number;
  /** Seconds since 1970 with nine decimals. */
  readonly time: string;
  readonly length: number;
  readonly captured: number;
  readonly error: string | null;
  readonly ip?: Layers<{ readonly src: string; readonly dst: string; readonly proto: number }>;
  readonly ipv6?: Layers<{
    readonly src: string;
    readonly dst: string;
    readonly plen: number;
    readonly nxt: number;
    readonly hlim: number;
  }>;
  readonly udp?: Layers<{ readonly sport: number; readonly dport: number }>;
  readonly mipv6?: Layers<OurMobility>;
  readonly isakmp?: Layers<OurIke>;
  readonly esp?: Layers<OurEsp>;
  readonly notes: readonly { readonly severity: string; readonly at: number; readonly text: string }[];
}

export interface OurMobility {
  readonly mh_type: number;
  readonly seq?: number;
  readonly lifetime_units?: number;
  readonly status?: number;
  readonly flags_set?: readonly string[];
  readonly option_types?: readonly number[];
  readonly checksum_ok?: boolean;
  readonly revocation_type?: number;
  readonly trigger?: number;
}

export interface OurIke {
  readonly spi_i: string;
  readonly spi_r: string;
  readonly exchange: number;
  readonly I: number;
  readonly R: number;
  readonly msgid: number;
  readonly length: number;
  readonly payload_types: readonly number[];
  readonly decrypted?: boolean;
  readonly integrity_ok?: boolean;
  readonly inner_payload_types?: readonly number[];
  readonly deletes?: readonly { readonly protocol: number; readonly spis: readonly string[] }[];
  readonly notifies?: readonly { readonly protocol: number; readonly type: number }[];
}

interface OurEsp {
  readonly spi: string;
  readonly seq: number;
  readonly decrypted?: boolean;
  readonly icv_ok?: boolean;
  readonly next_header?: number;
}

export interface OurCapture {
  readonly frames: readonly OurFrame[];
  readonly file: { readonly type: string; readonly error: string | null };
}

/** @throws {Error} if the command does not end with 0. */
export function decoded(capture: string, keys?: string): OurCapture {
  const given = ['decode', capture, ...(keys === undefined ? [] : ['--keys', keys]), '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...given], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`lz ${given.join(' ')}: exit status ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** A layer's occurrences as a list. */
export function each<T extends object>(layers: Layers<T> | undefined): readonly T[] {
  if (layers === undefined) return [];
  return (Array.isArray(layers) ? layers : [layers]) as readonly T[];
}
