/**
 * Session options: circumstances of a run that change its numbers, addresses and octets, never which events are possible.
 *
 * They are no part of the reading. Each has a few values, the default first, but for the sequence number.
 */

const choices = {
  /** How the UE reaches the PDN GW: trusted IPv6 access; untrusted, through the ePDG; IPv4 behind a NAT. */
  access: ['trustedIpv6', 'untrusted', 'ipv4Nat'],
  /** Algorithms of the IKE SA and of the ESP SAs. */
  suite: ['aesGcm16', 'aesCbcSha1', 'aesCbcSha256'],
  /** What the Alternate Care-of Address option of the detaching BU carries: TS 24.303 the CoA, RFC 3775 6.1.7 the HoA. */
  alternateCareOfAddress: ['careOfAddress', 'homeAddress'],
  /** The K bit of BU and BA: whether the IKE SA follows the care-of address. */
  keyManagement: ['yes', 'no'],
  /** What answers a Delete of the IKE SA: nothing (RFC 5996 1.4.1), or Delete payloads as a peer that knows RFC 4306 alone may send. */
  deleteResponse: ['empty', 'deletePayloads'],
  /** Bindings of one home address: 2 is a UE with two care-of addresses (RFC 5648). */
  bindings: [1, 2],
} as const;

type ChoiceName = keyof typeof choices;

export type SessionOptions = { readonly [N in ChoiceName]: (typeof choices)[N][number] } & {
  /** Sequence number of the last BU accepted before the detach, 0..65535. */
  readonly sequenceNumber: number;
};

export type SessionOptionName = keyof SessionOptions;
export type Suite = SessionOptions['suite'];

export const defaultOptions: SessionOptions = {
  access: 'trustedIpv6',
  suite: 'aesGcm16',
  sequenceNumber: 7,
  alternateCareOfAddress: 'careOfAddress',
  keyManagement: 'yes',
  deleteResponse: 'empty',
  bindings: 1,
};

export const sessionOptionNames = Object.keys(defaultOptions) as readonly SessionOptionName[];

/** The values of an option that has few; undefined for the sequence number. */
export function optionValues(name: SessionOptionName): readonly (string | number)[] | undefined {
  return name === 'sequenceNumber' ? undefined : choices[name];
}

export type ReadOptions =
  | { readonly ok: true; readonly value: SessionOptions }
  /** One sentence that names the option and the value. */
  | { readonly ok: false; readonly error: string };

/** All options from some; what is left out has the value that it has in `base`. Numbers may come as text. */
export function readOptions(
  given: Readonly<Record<string, unknown>>,
  base: SessionOptions = defaultOptions,
): ReadOptions {
  const chosen: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(given)) {
    if (!isOptionName(name)) {
      return { ok: false, error: `There is no option "${name}"; the options are ${sessionOptionNames.join(', ')}.` };
    }
    const found = name === 'sequenceNumber' ? wholeNumber(value, 65_535) : choiceOf(choices[name], value);
    if (found === undefined) {
      const wanted = name === 'sequenceNumber' ? 'a whole number of 0..65535' : `one of ${choices[name].join(', ')}`;
      return { ok: false, error: `Option ${name} cannot be "${shown(value)}"; it is ${wanted}.` };
    }
    chosen[name] = found;
  }
  return { ok: true, value: chosen as SessionOptions };
}

function isOptionName(name: string): name is SessionOptionName {
  return Object.hasOwn(defaultOptions, name);
}

function choiceOf(values: readonly (string | number)[], value: unknown): string | number | undefined {
  return values.find((each) => each === value || (typeof each === 'number' && value === String(each)));
}

function wholeNumber(value: unknown, most: number): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return number >= 0 && number <= most ? number : undefined;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
