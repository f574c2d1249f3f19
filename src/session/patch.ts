/**
 * A change to a message in flight, octet by octet, and its text form, which an address or a file carries beside the events:
 * `1@2.peer:1.3=08,1.4=ff` is message 1, from step 2 on, as a faulty peer, octets 3 and 4 of buffer 1. Patches are joined by `;`.
 */

/**
 * `peer`: before protection; checksums, padding and ICV are made right again, but for what was changed itself.
 * `attacker`: of the packet as sent, by one who has no key; nothing is made right.
 */
export type PatchMode = 'peer' | 'attacker';

export interface OctetChange {
  /** 0: the packet as sent; 1 and on: what was decrypted from it. An attacker changes buffer 0 alone. */
  readonly buffer: number;
  /** Offset in that buffer. */
  readonly at: number;
  /** The octet that takes its place, 0..255. */
  readonly octet: number;
}

export interface Patch {
  /** Number of the message. */
  readonly message: number;
  /** The step that changes it; of a change that the receiver does not notice, the step that was in view. */
  readonly step: number;
  readonly mode: PatchMode;
  /** In order of buffer and offset, one an octet. */
  readonly changes: readonly OctetChange[];
}

export type ReadPatches =
  | { readonly ok: true; readonly value: readonly Patch[] }
  /** One sentence that quotes the part that cannot be read. */
  | { readonly ok: false; readonly error: string };

/** More patches of a run, and more octets of a patch, are not read. */
const MOST_PATCHES = 100;
const MOST_CHANGES = 4096;
const TOO_MANY = `A run has at most ${MOST_PATCHES} changed messages.`;

/** The text form; empty for none. */
export function writePatches(patches: readonly Patch[]): string {
  return patches
    .map(({ message, step, mode, changes }) => `${message}@${step}.${mode}:${changes.map(writeChange).join(',')}`)
    .join(';');
}

/** Reads the text form. Any text will do: what is wrong comes back as a sentence. */
export function readPatches(text: string): ReadPatches {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  if (parts.length > MOST_PATCHES) return { ok: false, error: TOO_MANY };
  const value: Patch[] = [];
  for (const part of parts) {
    const patch = readPatch(part.trim());
    if (patch === undefined) {
      const shown = part.length > 60 ? `${part.slice(0, 60)}...` : part;
      return { ok: false, error: `"${shown}" is no changed message; one is written as 1@2.attacker:0.62=ff.` };
    }
    value.push(patch);
  }
  return { ok: true, value };
}

/** The text form as a remark of a run text, which stands beside its events; empty for none. */
export function writePatchRemark(patches: readonly Patch[]): string {
  return patches.length === 0 ? '' : `# patch: ${writePatches(patches)}\n`;
}

/** The patches in the remarks of a run text, in order; what is wrong comes back with its line, from 1. */
export function readPatchRemarks(
  text: string,
): Extract<ReadPatches, { ok: true }> | { readonly ok: false; readonly error: string; readonly line: number } {
  const value: Patch[] = [];
  for (const [before, content] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const written = /^\s*#\s*patch:(.*)$/.exec(content)?.[1];
    if (written === undefined) continue;
    const line = before + 1;
    const read = readPatches(written.trim());
    if (!read.ok) return { ...read, line };
    value.push(...read.value);
    if (value.length > MOST_PATCHES) return { ok: false, error: TOO_MANY, line };
  }
  return { ok: true, value };
}

/** The patch of a message; a copy that was made after the change is as changed as what it copies. */
export function patchOfMessage(
  patches: readonly Patch[],
  messages: readonly { readonly number: number; readonly copyOf?: number; readonly sentAt: number }[],
  number: number,
  step = Infinity,
): Patch | undefined {
  const own = patches.findLast((patch) => patch.message === number && patch.step <= step);
  const instance = messages[number - 1];
  if (own !== undefined || instance?.copyOf === undefined) return own;
  return patchOfMessage(patches, messages, instance.copyOf, Math.min(step, instance.sentAt - 1));
}

/** The changes with one more, in order; one to the octet that was there takes an earlier change back. */
export function withChange(
  changes: readonly OctetChange[],
  change: OctetChange,
  original: number | undefined,
): readonly OctetChange[] {
  const others = changes.filter((each) => each.buffer !== change.buffer || each.at !== change.at);
  return change.octet === original ? others : inOrder([...others, change]);
}

/** The buffers as changed, copies where something changed; undefined if an octet is not there. */
export function changedBuffers(
  buffers: readonly Uint8Array[],
  changes: readonly OctetChange[],
): readonly Uint8Array[] | undefined {
  const changed = buffers.map((buffer) => buffer.slice());
  for (const { buffer, at, octet } of changes) {
    const octets = changed[buffer];
    if (octets === undefined || at >= octets.length) return undefined;
    octets[at] = octet;
  }
  return changed;
}

function writeChange({ buffer, at, octet }: OctetChange): string {
  return `${buffer}.${at}=${octet.toString(16).padStart(2, '0')}`;
}

function readPatch(text: string): Patch | undefined {
  const head = /^(\d{1,5})@(\d{1,5})\.(peer|attacker):(.+)$/.exec(text);
  if (head === null) return undefined;
  const [, message = '', step = '', mode, list = ''] = head;
  const written = list.split(',');
  if (Number(message) < 1 || written.length > MOST_CHANGES) return undefined;
  const changes: OctetChange[] = [];
  for (const each of written) {
    const found = /^(\d)\.(\d{1,5})=([0-9a-f]{2})$/i.exec(each.trim());
    if (found === null) return undefined;
    const change = { buffer: Number(found[1]), at: Number(found[2]), octet: Number.parseInt(found[3] ?? '', 16) };
    if (mode === 'attacker' && change.buffer !== 0) return undefined;
    if (changes.some((other) => other.buffer === change.buffer && other.at === change.at)) return undefined;
    changes.push(change);
  }
  return {
    message: Number(message),
    step: Number(step),
    mode: mode === 'peer' ? 'peer' : 'attacker',
    changes: inOrder(changes),
  };
}

function inOrder(changes: readonly OctetChange[]): readonly OctetChange[] {
  return [...changes].sort((a, b) => a.buffer - b.buffer || a.at - b.at);
}
