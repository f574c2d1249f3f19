/** The programs whose word counts more than ours: tshark, and Scapy in Debian's own Python. A missing one fails, it is never passed over. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const scripts = fileURLToPath(new URL('../scapy/', import.meta.url));
const howToInstall = 'on Debian: apt-get install tshark python3-scapy python3-cryptography';
/** Debian's packages are for Debian's Python; another one on the path does not see them. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** What the program printed. @throws {Error} if it cannot be run, or ends with anything but 0. */
function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  if (error !== undefined) throw new Error(`${program} cannot be run (${error.message}); ${howToInstall}`);
  if (/No module named '(?:scapy|cryptography)/.test(stderr)) throw new Error(`Scapy is not there; ${howToInstall}`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit status ${status}: ${stderr}`);
  return stdout;
}

/** How tshark is called with the keys of a folder as Wireshark keeps them, every check on, UDP 4191 read as what RFC 5555 puts there. */
export function tsharkArguments(
  capture: string,
  keys: string,
  args: readonly string[],
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const preferences = [
    'esp.enable_encryption_decode:TRUE',
    'esp.enable_authentication_check:TRUE',
    'ip.check_checksum:TRUE',
    'udp.check_checksum:TRUE',
  ];
  const options = preferences.flatMap((each) => ['-o', each]);
  return {
    args: ['-n', '-r', capture, ...options, '-d', 'udp.port==4191,ipv6', ...args],
    env: { WIRESHARK_CONFIG_DIR: keys },
  };
}

/** What tshark prints. */
export function tshark(capture: string, keys: string, args: readonly string[]): string {
  const called = tsharkArguments(capture, keys, args);
  return run('tshark', called.args, called.env);
}

/** Joins captures of any link types into one pcapng, in the order of time. */
export function mergecap(result: string, captures: readonly string[]): void {
  run('mergecap', ['-F', 'pcapng', '-w', result, ...captures]);
}

/** Puts captures one after another into one pcapng. */
export function appendCaptures(result: string, captures: readonly string[]): void {
  run('mergecap', ['-a', '-F', 'pcapng', '-w', result, ...captures]);
}

/** What Wireshark's capinfos says of a file, numbers in full. */
export function capinfos(capture: string): string {
  return run('capinfos', ['-M', capture]);
}

export function tsharkVersion(): string {
  return run('tshark', ['--version']).split('\n')[0] ?? '';
}

/** Runs one of our Python scripts. */
export function scapy(script: 'foreignCaptures.py' | 'judge.py', args: readonly string[]): string {
  return run(python, [`${scripts}${script}`, ...args]);
}

export interface ScapyFrame {
  readonly esp: readonly {
    readonly spi: number;
    readonly seq: number;
    /** Null without a key. */
    readonly verified: boolean | null;
    readonly next_header: number | null;
  }[];
  readonly mobility: readonly { readonly type: number; readonly checksum_ok: boolean; readonly flags: string | null }[];
}

/** What Scapy says of captures of bare IP packets, in one process. */
export function scapyFrames(
  files: readonly { readonly capture: string; readonly keys: string }[],
): readonly (readonly ScapyFrame[])[] {
  return JSON.parse(
    scapy(
      'judge.py',
      files.flatMap(({ capture, keys }) => [capture, keys]),
    ),
  );
}
