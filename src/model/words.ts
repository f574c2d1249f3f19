/** Says a condition, and what it finds in a state, in words made from the fields' own. */
import type { Condition, Term } from './condition.ts';
import type { Field, Value } from './field.ts';
import { sayValue } from './field.ts';

/** The condition as a claim: "the UE is attached". */
export function sayCondition(condition: Condition): string {
  switch (condition.type) {
    case 'compare':
      return sayComparison(condition.left, condition.test, condition.right);
    case 'all':
      return condition.parts.length === 0 ? 'always' : condition.parts.map(sayCondition).join(', and ');
    case 'any':
      return sayAny(condition.parts);
    case 'not':
      return sayNot(condition.part);
    case 'inFlight':
      return `a message${sayHaving(condition)} is in flight`;
    default:
      throw condition satisfies never;
  }
}

/** The fields of the state that a condition looks at, without repeats. */
export function fieldsOf(condition: Condition): readonly Field[] {
  switch (condition.type) {
    case 'compare':
      return [condition.left, condition.right].flatMap((term) => (term.type === 'field' ? [term.field] : []));
    case 'all':
    case 'any':
      return [...new Set(condition.parts.flatMap(fieldsOf))];
    case 'not':
      return fieldsOf(condition.part);
    case 'inFlight':
      return [];
    default:
      throw condition satisfies never;
  }
}

function sayComparison(left: Term, test: string, right: Term): string {
  const subject = subjectOf(left);
  if (subject !== undefined && right.type === 'constant') {
    if (test === '=') return sayValue(subject, right.value);
    if (test === '≠') return sayOther(subject, right.value);
    return `${subject.subject} is ${test === '<' ? 'below' : 'at least'} ${String(right.value)}`;
  }
  return `${sayTerm(left)} ${test} ${sayTerm(right)}`;
}

function sayAny(parts: readonly Condition[]): string {
  if (parts.length === 0) return 'never';
  const [first] = parts;
  const subject = first?.type === 'compare' ? subjectOf(first.left) : undefined;
  const alike = parts.flatMap((part) =>
    part.type === 'compare' && part.test === '=' && part.right.type === 'constant' && subjectOf(part.left) === subject
      ? [part.right.value]
      : [],
  );
  if (subject === undefined || alike.length !== parts.length) return parts.map(sayCondition).join(', or ');
  return `${subject.subject} ${alike.map((value) => subject.says[String(value)] ?? `is ${String(value)}`).join(' or ')}`;
}

function sayNot(part: Condition): string {
  if (part.type === 'compare' && part.test === '=') return sayComparison(part.left, '≠', part.right);
  if (part.type === 'inFlight') return `no message${sayHaving(part)} is in flight`;
  return `it is not so that ${sayCondition(part)}`;
}

/** "is not attached"; of a field with two values, the words of the other one. */
function sayOther(field: Field, value: Value): string {
  const others = field.domain.filter((each) => each !== value);
  if (others.length === 1 && others[0] !== undefined) return sayValue(field, others[0]);
  const says = field.says[String(value)] ?? `is ${String(value)}`;
  return `${field.subject} ${says.startsWith('is ') ? says.replace('is ', 'is not ') : `is other than: ${says}`}`;
}

function sayHaving(condition: Extract<Condition, { type: 'inFlight' }>): string {
  if (condition.having.length === 0) return '';
  return ` with ${condition.having.map(({ arg, value }) => `${arg.subject} ${String(value)}`).join(' and ')}`;
}

function subjectOf(term: Term): Field | undefined {
  if (term.type === 'field') return term.field;
  return term.type === 'arg' ? term.arg : undefined;
}

function sayTerm(term: Term): string {
  return term.type === 'constant' ? String(term.value) : (subjectOf(term)?.subject ?? '');
}
