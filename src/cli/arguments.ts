/** Reads the arguments of a command. What is wrong comes back as one sentence. */
import { parseArgs } from 'node:util';
import { quote } from '#run/refusal.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** What an option takes: nothing, one value, or one value each time it is given. */
export type OptionKind = 'flag' | 'value' | 'values';

/** The options of a command by their names, without `--`. */
export type OptionKinds = Readonly<Record<string, OptionKind>>;

/** For each option that was given its values, in order; a flag has none. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** Refused: an option that is unknown, given twice, without the value it takes or with one it does not; any other word. */
export function readArguments(args: readonly string[], kinds: OptionKinds): Read<Given> {
  const given = new Map<string, string[]>();
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return refuse(`${quote(token.value)} is not expected here`);
    const { name, rawName, value, inlineValue } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined || !rawName.startsWith('--')) {
      return refuse(`there is no option ${quote(rawName)}; the options are ${listOptions(kinds)}`);
    }
    if (kind === 'flag' && value !== undefined) return refuse(`${rawName} takes no value`);
    const looksLikeOption = inlineValue !== true && value !== undefined && /^-./.test(value);
    if (kind !== 'flag' && (value === undefined || value === '' || looksLikeOption)) {
      return refuse(`${rawName} needs a value`);
    }
    const before = given.get(name);
    if (before !== undefined && kind !== 'values') return refuse(`${rawName} is given twice`);
    given.set(name, [...(before ?? []), ...(value === undefined ? [] : [value])]);
  }
  return { ok: true, value: given };
}

/** Values of the form `name=value`, by name. Refused: another form, and a name that comes twice. */
export function readPairs(option: string, values: readonly string[]): Read<Readonly<Record<string, string>>> {
  const pairs = new Map<string, string>();
  for (const text of values) {
    const at = text.indexOf('=');
    if (at < 1) return refuse(`${option} needs name=value, not ${quote(text)}`);
    const name = text.slice(0, at);
    if (pairs.has(name)) return refuse(`${option} sets ${quote(name)} twice`);
    pairs.set(name, text.slice(at + 1));
  }
  return { ok: true, value: Object.fromEntries(pairs) };
}

export function refuse(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}

function listOptions(kinds: OptionKinds): string {
  return [...Object.keys(kinds), 'help'].map((name) => `--${name}`).join(', ');
}
