/** Statements that are carried out in some cases only. */
import type { Known } from './known.ts';
import { negated, textOf } from './known.ts';

/** Some statements where a claim is true, others where it is not. */
export function when(claim: Known, yes: readonly string[], no: readonly string[]): readonly string[] {
  if (claim === true) return yes;
  if (claim === false) return no;
  if (yes.length === 0) return no.length === 0 ? [] : when(negated(claim), no, yes);
  return ['if', `:: ${textOf(claim)} ->`, ...indented(branch(yes)), ...otherwise(no), 'fi;'];
}

export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** Any text as a comment of Promela and of C. */
export function comment(text: string): string {
  return `/* ${text.replace(/\*\//g, '* /')} */`;
}

function otherwise(statements: readonly string[]): readonly string[] {
  return statements.length === 0 ? [':: else -> skip;'] : [':: else ->', ...indented(branch(statements))];
}

/** A branch has one statement at least; a comment is none. */
function branch(statements: readonly string[]): readonly string[] {
  return statements.every((each) => each.startsWith('/*')) ? [...statements, 'skip;'] : statements;
}
