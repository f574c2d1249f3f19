/** A reading of the text (a variant): a choice for everything that the text leaves open. */

/** Every parameter with its values, the default first. Numbers are numbers, all else text. */
export const parameters = {
  order: ['open', 'buThenDelete', 'buOnly', 'backToBack', 'backToBackDeleteFirst', 'deleteThenBu'],
  ueCloses: ['onDeleteResponse', 'onDeleteSent'],
  initiator: ['both', 'ue', 'network'],
  notification: ['unnamed', 'bri', 'unsolicitedBa', 'gatewayDelete', 'none'],
  acknowledgement: ['open', 'yes', 'no'],
  bindingOnAcknowledgement: ['kept', 'removed'],
  unsolicitedBa: ['ignored', 'accepted'],
  afterNotification: ['deregister', 'deleteOnly'],
  notificationGiveUp: ['keepAll', 'dropBinding', 'dropBindingAndSas'],
  maxRetransmissions: [2, 0, 1, 3],
  timers: ['patient', 'impatient', 'none'],
  loss: [1, 0, 2],
  duplication: [0, 1],
  ordering: ['fifo', 'unordered'],
  antiReplay: ['yes', 'no'],
  lifetimeMayExpire: ['no', 'yes'],
  deleteRemovesBinding: ['no', 'yes'],
  rememberDeleteResponse: ['yes', 'no'],
  unknownBinding: ['status133', 'status0', 'ignore'],
  on133: ['done', 'failure'],
  deleteScope: ['all', 'chosen'],
  childSas: ['signallingAndPayload', 'signallingOnly'],
  mobileIp: ['yes', 'no'],
  pdnConnections: [1, 2],
  secondPdn: ['idle', 'detaching'],
  sharedIkeSa: ['no', 'yes'],
  refreshInFlight: ['no', 'yes'],
  supportsRevocation: ['yes', 'no'],
  gatewayMayRestart: ['no', 'yes'],
  coverageMayBeLost: ['no', 'yes'],
} as const;

export type ParameterName = keyof typeof parameters;
export type Variant = { readonly [P in ParameterName]: (typeof parameters)[P][number] };

export const parameterNames = Object.keys(parameters) as readonly ParameterName[];

/** All defaults: the change text with the RFCs it cites, silence open, FFS kept. */
export const defaultVariant: Variant = Object.fromEntries(
  parameterNames.map((name) => [name, parameters[name][0]]),
) as unknown as Variant;

export type ReadVariant =
  | { readonly ok: true; readonly value: Variant }
  /** One sentence that names what is wrong. */
  | { readonly ok: false; readonly error: string };

/**
 * A whole variant from some parameters; what is left out has the value it has in `base`.
 * Refused, with one sentence: an unknown name or value; secondPdn or sharedIkeSa set where there is one PDN connection.
 * Values of number parameters may come as text.
 */
export function readVariant(given: Readonly<Record<string, unknown>>, base: Variant = defaultVariant): ReadVariant {
  const chosen: Record<string, string | number> = { ...base };
  for (const [name, value] of Object.entries(given)) {
    if (!isParameterName(name)) {
      return { ok: false, error: `There is no parameter "${name}"; the parameters are ${parameterNames.join(', ')}.` };
    }
    const values: readonly (string | number)[] = parameters[name];
    const found = values.find((each) => each === value || (typeof each === 'number' && value === String(each)));
    if (found === undefined) {
      const wanted = [...values].sort(byValue).join(', ');
      return { ok: false, error: `Parameter ${name} cannot be "${shown(value)}"; it is one of ${wanted}.` };
    }
    chosen[name] = found;
  }
  const variant = chosen as unknown as Variant;
  for (const name of ['secondPdn', 'sharedIkeSa'] as const) {
    if (variant.pdnConnections === 1 && Object.hasOwn(given, name) && variant[name] !== parameters[name][0]) {
      return { ok: false, error: `Parameter ${name} needs a second PDN connection: set pdnConnections to 2 as well.` };
    }
  }
  return { ok: true, value: variant };
}

/** The parameters in which two variants differ, in the table's order. */
export function differences(a: Variant, b: Variant): readonly ParameterName[] {
  return parameterNames.filter((name) => a[name] !== b[name]);
}

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}

function byValue(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : 0;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
