/** Follows a trace step by step: gives each message its numbers, and keeps the counters that they come from. */

import { circumstances } from '#detach/fields.ts';
import type { MessageType } from '#detach/message.ts';
import type { Connection, Parts } from '#detach/parts.ts';
import type { Field, Value } from '#model/field.ts';
import { read, readArg } from '#model/state.ts';
import type { MessageInstance, Trace, TraceStep } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { AddressBook } from './addresses.ts';
import { alteredNumbers } from './alteredNumbers.ts';
import { composeIke } from './composeIke.ts';
import { composeMobility } from './composeMobility.ts';
import type { Fixture } from './fixture.ts';
import { connectionFixture } from './fixture.ts';
import type { ConnectionLedger, Direction, IkeEndLedger, IkeLedger, Ledger } from './ledger.ts';
import { connectionLedger, ikeLedger, startLedger } from './ledger.ts';
import type { Addresses, EspNumbers, MessageNumbers, SessionMessage } from './message.ts';
import { decisiveOf, shortNameOf, titleOf } from './naming.ts';
import type { SessionOptions } from './options.ts';
import { later } from './sequenceNumber.ts';
import type { TimingValues } from './timing.ts';

export interface Book {
  readonly trace: Trace;
  readonly parts: Parts;
  readonly times: readonly number[];
  readonly options: SessionOptions;
  readonly timing: TimingValues;
  readonly fixture: Fixture;
}

/** What a bookkeeper leaves: messages by number, less one, and the counters after each step, those of the start first. */
export interface Kept {
  readonly messages: readonly SessionMessage[];
  readonly ledgers: readonly Ledger[];
}

/** A message about to get its numbers, and what they depend on. */
export interface Draft {
  readonly instance: MessageInstance;
  readonly type: MessageType;
  readonly connection: Connection;
  /** What the sender sent it in answer to. */
  readonly answered: SessionMessage | undefined;
  readonly status: string;
  readonly time: number;
}

export interface Composed {
  readonly numbers: MessageNumbers;
  readonly addresses: Addresses;
}

const underEsp: ReadonlySet<MessageType> = new Set([
  'bindingUpdate',
  'refreshBindingUpdate',
  'bindingAck',
  'detachNotification',
  'detachNotificationAck',
  'bindingRevocationIndication',
  'bindingRevocationAck',
]);

export class Bookkeeper {
  readonly book: Book;
  readonly addresses: AddressBook;
  readonly messages: SessionMessage[] = [];
  ledger: Ledger;
  /** The step under way; 0 before the first. */
  step = 0;

  constructor(book: Book) {
    this.book = book;
    this.addresses = new AddressBook(book.fixture, book.options);
    this.ledger = startLedger(book.parts, book.fixture, book.timing, (each) => this.before(each.ue.payloadSa));
  }

  /** From the start; or on from what was kept of a run that this one goes on from. */
  keep(before?: Kept): Kept {
    if (before === undefined) this.#start();
    else this.#resume(before);
    const ledgers = before === undefined ? [this.ledger] : [...before.ledgers];
    for (const step of this.book.trace.steps.slice(ledgers.length - 1)) {
      this.step = step.step;
      this.#follow(step);
      ledgers.push(this.ledger);
    }
    return { messages: this.messages, ledgers };
  }

  /** The value of a field before the step under way. */
  before<V extends Value>(field: Field<V>): V {
    return read(this.book.trace.system.places, stateAt(this.book.trace, this.step - 1), field);
  }

  arg<V extends Value>(instance: MessageInstance, arg: Field<V>): V {
    return readArg(this.book.trace.system.places, instance.sent, arg);
  }

  connectionLedger(connection: Connection): ConnectionLedger {
    return connectionLedger(this.ledger, connection.apn);
  }

  ikeLedger(connection: Connection): IkeLedger {
    return ikeLedger(this.ledger, connection.ikeApn);
  }

  writeConnection(connection: Connection, change: Partial<ConnectionLedger>): void {
    const changed = { ...this.connectionLedger(connection), ...change };
    this.ledger = { ...this.ledger, connections: { ...this.ledger.connections, [connection.apn]: changed } };
  }

  writeIke(connection: Connection, change: Partial<IkeLedger>): void {
    const changed = { ...this.ikeLedger(connection), ...change };
    this.ledger = { ...this.ledger, ikeSas: { ...this.ledger.ikeSas, [connection.ikeApn]: changed } };
  }

  writeIkeEnd(connection: Connection, side: 'ue' | 'pdnGw', change: Partial<IkeEndLedger>): void {
    this.writeIke(connection, { [side]: { ...this.ikeLedger(connection)[side], ...change } });
  }

  /** The latest sequence number of all BUs that a connection has sent, as they arrive. */
  latestSent(connection: Connection, least: number): number {
    return this.messages.reduce((latest, { apn, numbers, altered }) => {
      if (apn !== connection.apn || numbers.type !== 'bindingUpdate') return latest;
      const arrived = altered?.type === 'bindingUpdate' ? altered : numbers;
      return later(arrived.sequenceNumber, latest);
    }, least);
  }

  #start(): void {
    this.#openRequests();
    for (const instance of this.book.trace.messages) {
      if (instance.sentAt === 0) this.#add(instance);
    }
  }

  /** Messages that were in flight may have come to their end since, or been altered. */
  #resume({ messages, ledgers }: Kept): void {
    this.ledger = ledgers.at(-1) ?? this.ledger;
    for (const message of messages) {
      const instance = this.#instance(message.number);
      const same = instance === message.instance;
      this.messages.push(same ? message : { ...message, ...this.#common(instance), sentTime: message.sentTime });
    }
  }

  /** A request that a scenario starts with has taken its Message ID. */
  #openRequests(): void {
    const [first] = this.book.parts.connections;
    if (first === undefined) return;
    const { ue, pdnGw } = this.ikeLedger(first);
    const inFlight = (type: MessageType) =>
      this.book.trace.messages.some((each) => each.sentAt === 0 && this.arg(each, this.book.parts.args.type) === type);
    if (this.before(circumstances.livenessOutstanding) || inFlight('livenessRequest')) {
      const id = ue.nextRequest;
      this.writeIkeEnd(first, 'ue', { nextRequest: id + 1, otherId: id });
      if (!inFlight('livenessRequest')) this.writeIkeEnd(first, 'pdnGw', { nextExpected: id + 1, answeredId: id });
    }
    if (this.before(circumstances.createOutstanding) || inFlight('createChildSaRequest')) {
      const id = pdnGw.nextRequest;
      this.writeIkeEnd(first, 'pdnGw', { nextRequest: id + 1, otherId: id });
      if (!inFlight('createChildSaRequest')) this.writeIkeEnd(first, 'ue', { nextExpected: id + 1, answeredId: id });
    }
  }

  #follow(step: TraceStep): void {
    const acted = step.acted === undefined ? undefined : this.#instance(step.acted);
    if (acted?.alteredAt === step.step) this.#alter(acted);
    if (acted !== undefined && step.rule.stimulus.kind === 'delivery') this.#receive(acted);
    for (const number of step.sent) this.#add(this.#instance(number));
  }

  #add(instance: MessageInstance): void {
    const original = instance.copyOf === undefined ? undefined : this.messages[instance.copyOf - 1];
    const message = original === undefined ? this.#compose(instance) : this.#copy(original, instance);
    this.messages.push(message);
  }

  #compose(instance: MessageInstance): SessionMessage {
    const { args } = this.book.parts;
    const type = this.arg(instance, args.type);
    const draft: Draft = {
      instance,
      type,
      connection: this.#connection(this.arg(instance, args.connection)),
      answered: instance.answers === undefined ? undefined : this.messages[instance.answers - 1],
      status: this.arg(instance, args.status),
      time: this.#time(this.step),
    };
    const { numbers, addresses } = composeMobility(this, draft) ?? composeIke(this, draft);
    const esp = this.#esp(draft);
    return {
      ...this.#common(instance),
      type,
      apn: draft.connection.apn,
      shortName: shortNameOf(type),
      title: titleOf(type),
      decisive: decisiveOf(numbers),
      numbers,
      addresses,
      ...(esp === undefined ? {} : { esp }),
    };
  }

  #copy(original: SessionMessage, instance: MessageInstance): SessionMessage {
    const { endTime: _, ...same } = original;
    return { ...same, ...this.#common(instance) };
  }

  #common(instance: MessageInstance) {
    return {
      instance,
      number: instance.number,
      alteration: readArg(this.book.trace.system.places, instance.message, this.book.parts.args.alteration),
      sentTime: this.#time(this.step),
      ...(instance.endedAt === undefined ? {} : { endTime: this.#time(instance.endedAt) }),
    };
  }

  /** The next packet of the sender's outbound SA; nothing where there is none. */
  #esp({ instance, type, connection }: Draft): EspNumbers | undefined {
    if (!underEsp.has(type) || instance.fate === 'notSent') return undefined;
    const direction = directionFrom(instance.from);
    const { signalling } = this.connectionLedger(connection);
    const { next } = signalling[direction];
    this.writeConnection(connection, {
      signalling: { ...signalling, [direction]: { ...signalling[direction], next: next + 1 } },
    });
    return {
      spi: connectionFixture(this.book.fixture, connection.apn).signalling[direction].spi,
      sequenceNumber: next,
    };
  }

  #alter(instance: MessageInstance): void {
    const message = this.messages[instance.number - 1];
    if (message === undefined) return;
    const connection = this.#connection(message.apn);
    const altered = alteredNumbers(message, this.connectionLedger(connection).pdnGw.lastAccepted, this.book.fixture);
    if (altered !== undefined) this.messages[instance.number - 1] = { ...message, altered };
  }

  #receive(instance: MessageInstance): void {
    const message = this.messages[instance.number - 1];
    if (message === undefined) return;
    const connection = this.#connection(message.apn);
    const side = instance.to === 'ue' ? 'ue' : 'pdnGw';
    if (message.esp !== undefined) this.#enterWindow(message, message.esp, connection, side);
    if (message.numbers.type !== 'ike' || instance.fate !== 'delivered' || message.numbers.response) return;
    const { nextExpected } = this.ikeLedger(connection)[side];
    const { messageId } = message.numbers;
    this.writeIkeEnd(connection, side, { nextExpected: Math.max(nextExpected, messageId + 1), answeredId: messageId });
  }

  /** The anti-replay window moves with each packet that passes the integrity check (RFC 4303 3.4.3). */
  #enterWindow(message: SessionMessage, esp: EspNumbers, connection: Connection, side: 'ue' | 'pdnGw'): void {
    const failsCheck = message.alteration === 'icvFails' || message.alteration === 'forgedNotify';
    if (failsCheck || !this.before(connection[side].signallingSa)) return;
    const direction = directionFrom(message.instance.from);
    const { signalling } = this.connectionLedger(connection);
    const highest = Math.max(signalling[direction].highest, esp.sequenceNumber);
    this.writeConnection(connection, {
      signalling: { ...signalling, [direction]: { ...signalling[direction], highest } },
    });
  }

  #instance(number: number): MessageInstance {
    const instance = this.book.trace.messages[number - 1];
    if (instance === undefined) throw new RangeError(`the trace has no message ${number}`);
    return instance;
  }

  #connection(apn: string): Connection {
    const found = this.book.parts.connections.find((each) => each.apn === apn);
    if (found === undefined) throw new RangeError(`the reading has no PDN connection ${apn}`);
    return found;
  }

  #time(step: number): number {
    return this.book.times[step - 1] ?? 0;
  }
}

function directionFrom(actor: string): Direction {
  return actor === 'ue' ? 'toPdnGw' : 'toUe';
}
