/**
 * A field: one finite-domain variable of the state, or one argument of a message.
 *
 * A state holds, for each field, the *index* of its value in `domain`; everything that reads a state for a person goes
 * through the words kept here, so that a condition can say itself and its present value without a second text.
 */
export type Value = string | number | boolean;

export interface Field<V extends Value = Value> {
  /** Unique in its system, such as `ue.phase`; what scripts and JSON name it by. */
  readonly id: string;
  /** Who keeps it: an actor of the system, `network`, or `message` for an argument of a message. */
  readonly owner: string;
  /** What the words speak of, such as "the UE". */
  readonly subject: string;
  /** All values, at least one, no two equal. */
  readonly domain: readonly V[];
  /** The value in the initial state; for an argument of a message, the value where a template names none. */
  readonly initial: V;
  /** For each value (as text) what is said of the subject: "is attached". */
  readonly says: Readonly<Record<string, string>>;
  /** `phase`: a control state, drawn in state diagrams. `observer`: written for properties only, no rule reads it. */
  readonly role: 'phase' | 'observer' | 'data';
  /** Its value where nothing is held any more; only of a field that keeps something which has to be given up at the end. */
  readonly clean?: Value;
}

type FieldOptions<V extends Value> = Partial<Pick<Field<V>, 'subject' | 'says' | 'role'> & { readonly clean: V }>;

/** A field over named values. @throws {RangeError} if `initial` is not one of them. */
export function choiceField<const V extends string>(
  id: string,
  domain: readonly V[],
  initial: NoInfer<V>,
  options: FieldOptions<V> = {},
): Field<V> {
  const says = Object.fromEntries(domain.map((value) => [value, `is ${value}`]));
  return completeField({ id, domain, initial }, says, options);
}

/** A yes-or-no field. `says` gives the words for true and for false. */
export function flagField(
  id: string,
  initial: boolean,
  subject: string,
  says: readonly [whenTrue: string, whenFalse: string],
  options: Pick<FieldOptions<boolean>, 'role' | 'clean'> = {},
): Field<boolean> {
  return completeField(
    { id, domain: [false, true], initial },
    { true: says[0], false: says[1] },
    { subject, ...options },
  );
}

/** A counter over 0..most. @throws {RangeError} if `most` is not a whole number of 0 or more. */
export function countField(
  id: string,
  most: number,
  subject: string,
  options: FieldOptions<number> = {},
): Field<number> {
  if (!Number.isInteger(most) || most < 0) throw new RangeError(`${id}: ${most} is no upper bound for a counter`);
  const domain = Array.from({ length: most + 1 }, (_, count) => count);
  const says = Object.fromEntries(domain.map((count) => [String(count), `is ${count}`]));
  return completeField({ id, domain, initial: 0 }, says, { subject, ...options });
}

/** The place of a value in its field's domain. @throws {RangeError} if the field cannot have that value. */
export function indexOf<V extends Value>(field: Field<V>, value: V): number {
  const index = field.domain.indexOf(value);
  if (index < 0) throw new RangeError(`${field.id} cannot be ${String(value)}`);
  return index;
}

/** The value at a place of the domain. @throws {RangeError} if there is none. */
export function valueAt<V extends Value>(field: Field<V>, index: number): V {
  const value = field.domain[index];
  if (value === undefined) throw new RangeError(`${field.id} has no value number ${index}`);
  return value;
}

/** A whole clause about one value: "the UE is attached". */
export function sayValue<V extends Value>(field: Field<V>, value: V): string {
  return `${field.subject} ${field.says[String(value)] ?? `is ${String(value)}`}`;
}

function completeField<V extends Value>(
  base: Pick<Field<V>, 'id' | 'domain' | 'initial'>,
  says: Readonly<Record<string, string>>,
  options: FieldOptions<V>,
): Field<V> {
  const owner = base.id.split('.')[0] ?? base.id;
  const field: Field<V> = {
    ...base,
    owner,
    subject: options.subject ?? base.id,
    says: { ...says, ...options.says },
    role: options.role ?? 'data',
    ...(options.clean === undefined ? {} : { clean: options.clean }),
  };
  indexOf(field, base.initial);
  if (options.clean !== undefined) indexOf(field, options.clean);
  return field;
}
