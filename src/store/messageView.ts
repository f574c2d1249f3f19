/** The message that is selected, in words. */
import { alterationWords } from '#detach/message.ts';
import type { Fate } from '#run/trace.ts';
import type { SessionMessage } from '#session/message.ts';
import { lastOf } from './lastOf.ts';
import { actorName, session } from './view.ts';
import type { WalkState } from './walkState.ts';

const fates: Readonly<Record<Fate, string>> = {
  inFlight: 'in flight',
  delivered: 'delivered',
  discarded: 'discarded',
  lost: 'lost',
  notSent: 'not sent',
};

const aboutSelected = lastOf((concrete: ReturnType<typeof session>, number: number | undefined, step: number) => {
  const message = number === undefined ? undefined : concrete.messages[number - 1];
  if (message === undefined || message.instance.sentAt > step) return undefined;
  const { instance } = message;
  const route = `${actorName(instance.from)} to ${actorName(instance.to)}`;
  return {
    number: message.number,
    title: message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`,
    about: `${route}, ${fateAt(message, step)}.`,
    unnamed: message.numbers.type === 'unnamed',
  };
});

/** Undefined where none is selected, or where it is sent only by a later step. */
export function selectedMessage(state: WalkState) {
  return aboutSelected(session(state), state.selected, state.run.step);
}

const fieldsFor = lastOf((concrete: ReturnType<typeof session>, number: number | undefined, step: number) => {
  const message = number === undefined ? undefined : concrete.messages[number - 1];
  if (message === undefined || message.instance.sentAt > step) return undefined;
  const { addresses, esp, instance } = message;
  const altered = instance.alteredAt !== undefined && instance.alteredAt <= step;
  const numbers = (altered ? message.altered : undefined) ?? message.numbers;
  const fields: [name: string, value: string][] = [
    ['What became of it', fateAt(message, step)],
    ['From, to', `${addresses.source} to ${addresses.destination}`],
    ...(addresses.inner === undefined
      ? []
      : [['Inner packet', `${addresses.inner.source} to ${addresses.inner.destination}`] satisfies [string, string]]),
    ...(addresses.ports === undefined
      ? []
      : [['UDP ports', `${addresses.ports.source} to ${addresses.ports.destination}`] satisfies [string, string]]),
    ...(esp === undefined
      ? []
      : [
          ['ESP', `SPI 0x${esp.spi.toString(16).padStart(8, '0')}, sequence number ${esp.sequenceNumber}`] satisfies [
            string,
            string,
          ],
        ]),
    ...Object.entries(numbers).flatMap(([name, value]): [string, string][] =>
      name === 'type' || value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [[spaced(name), shown(value)]],
    ),
    ...(altered
      ? [['Altered on the way', `the message ${alterationWords[message.alteration]}`] satisfies [string, string]]
      : []),
    ['Sent', sayTime(message.sentTime)],
    ...(message.endTime === undefined || !hasEnded(message, step)
      ? []
      : [['Ended', sayTime(message.endTime)] satisfies [string, string]]),
    ...(instance.copyOf === undefined ? [] : [['Copy of', `(${instance.copyOf})`] satisfies [string, string]]),
    ...(instance.answers === undefined ? [] : [['Answers', `(${instance.answers})`] satisfies [string, string]]),
  ];
  return {
    number: message.number,
    title: message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`,
    fields,
    note: numbers.type === 'unnamed' ? 'No octets: the text leaves this message for further study.' : undefined,
  };
});

/** The fields of the message that is selected; undefined where none is, or where it is sent only by a later step. */
export function messageFields(state: WalkState) {
  return fieldsFor(session(state), state.selected, state.run.step);
}

/** What has become of a message by a step: "discarded: the PDN GW's BU/BA ESP SA pair is gone". */
function fateAt(message: SessionMessage, step: number): string {
  if (!hasEnded(message, step)) return fates.inFlight;
  const { fate, reason } = message.instance;
  return reason === undefined ? fates[fate] : `${fates[fate]}: ${reason}`;
}

function hasEnded({ instance }: SessionMessage, step: number): boolean {
  return instance.endedAt !== undefined && instance.endedAt <= step;
}

function sayTime(milliseconds: number): string {
  return `at ${(milliseconds / 1000).toFixed(3)} s`;
}

/** "lifetimeUnits" as "lifetime units". */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(value: unknown): string {
  if (typeof value === 'bigint') return `0x${value.toString(16).padStart(16, '0')}`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join('; ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `${spaced(name)} ${Array.isArray(inner) && inner.length === 0 ? 'none' : shown(inner)}`)
      .join(', ');
  }
  return String(value);
}
