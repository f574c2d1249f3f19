/** What is known of a claim before any state is: its truth, or the expression, the same in Promela and in C, that tells it. */

export type Known = boolean | string;

/** All of them; an expression of several parts stands in parentheses. */
export function allOf(parts: readonly Known[]): Known {
  return joined(parts, false, ' && ');
}

/** At least one of them. */
export function anyOf(parts: readonly Known[]): Known {
  return joined(parts, true, ' || ');
}

export function negated(part: Known): Known {
  if (typeof part === 'boolean') return !part;
  if (part.startsWith('!')) return part.slice(1);
  const [, variable, equals, value] = /^([\w.[\]]+) ([=!])= ([^&|]+)$/.exec(part) ?? [];
  if (value !== undefined) return `${variable} ${equals === '=' ? '!' : '='}= ${value}`;
  return /^(\(|[\w.[\]]+$)/.test(part) ? `!${part}` : `!(${part})`;
}

/** The text of a claim where one has to stand. */
export function textOf(part: Known): string {
  return typeof part === 'string' ? part : part ? '1' : '0';
}

/**
 * The variable has one of some values. `among` are all that it can have, rising: of two tests that tell the same there, the
 * shorter one is taken. `say` names a value in a comment.
 */
export function oneOf(
  variable: string,
  members: ReadonlySet<number>,
  among: readonly number[],
  say: (value: number) => string = () => '',
): Known {
  const inside = ranges(among, (value) => members.has(value));
  const outside = ranges(among, (value) => !members.has(value));
  if (outside.length === 0) return true;
  if (inside.length === 0) return false;
  if (among.every((value) => value === 0 || value === 1)) return members.has(1) ? variable : `!${variable}`;
  const named = (value: number) => (say(value) === '' ? `${value}` : `${value} /*${say(value)}*/`);
  const test = ({ from, to }: Range): Known => {
    if (from === to) return `${variable} == ${named(from)}`;
    return allOf([
      from === among[0] || `${variable} >= ${named(from)}`,
      to === among.at(-1) || `${variable} <= ${named(to)}`,
    ]);
  };
  const [only] = outside;
  if (
    outside.length === 1 &&
    only !== undefined &&
    only.from === only.to &&
    inside.every(({ from, to }) => from !== to)
  ) {
    return `${variable} != ${named(only.from)}`;
  }
  return outside.length < inside.length ? negated(anyOf(outside.map(test))) : anyOf(inside.map(test));
}

/** One way in which things can stand, and what is written then. */
export interface Case {
  readonly when: Known;
  readonly text: string;
}

/** The text of the first case that is so, as a conditional expression of Promela; one of them always is. */
export function chosen(cases: readonly Case[]): string {
  const merged = new Map<string, Known>();
  for (const { when, text } of cases) {
    if (when !== false) merged.set(text, anyOf([merged.get(text) ?? false, when]));
  }
  const written = [...merged];
  return written.reduceRight(
    (rest, [text, when], at) =>
      at === written.length - 1 || when === true ? text : `(${textOf(when)} -> ${text} : ${rest})`,
    '',
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a list that pass. */
function ranges(among: readonly number[], pass: (value: number) => boolean): readonly Range[] {
  const found: Range[] = [];
  for (const [at, value] of among.entries()) {
    if (!pass(value)) continue;
    const before = among[at - 1];
    const last = found.at(-1);
    if (last !== undefined && last.to === before) found[found.length - 1] = { from: last.from, to: value };
    else found.push({ from: value, to: value });
  }
  return found;
}

function joined(parts: readonly Known[], decides: boolean, operator: string): Known {
  if (parts.includes(decides)) return decides;
  const open = [...new Set(parts.filter((part) => typeof part === 'string'))];
  const [only] = open;
  if (only === undefined) return !decides;
  return open.length === 1 ? only : `(${open.join(operator)})`;
}
