/** Makes the cells of a row, and says times, lifetimes and SPIs the way all tables do. */
import type { Session } from '../session.ts';
import { timeAt } from '../session.ts';
import { LIFETIME_UNIT_MILLISECONDS } from '../timing.ts';
import type { Cell } from './table.ts';

/** Cells from texts, by column key. */
export function cells(texts: Readonly<Record<string, string>>): Readonly<Record<string, Cell>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]));
}

/** Cells for what is from general knowledge, and says so. */
export function unconfirmedCells(texts: Readonly<Record<string, string>>): Readonly<Record<string, Cell>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text, unconfirmed: true }]));
}

/** "3600 s (900 units)". */
export function sayLifetime(units: number): string {
  return `${(units * LIFETIME_UNIT_MILLISECONDS) / 1000} s (${units} units)`;
}

/** What is left of a lifetime after a step, in whole seconds, rounded up: "3599 s". */
export function sayRemaining(session: Session, step: number, units: number, since: number): string {
  const end = since + units * LIFETIME_UNIT_MILLISECONDS;
  return `${Math.max(0, Math.ceil((end - timeAt(session, step)) / 1000))} s`;
}

/** "0x0000c001". */
export function saySpi(spi: number): string {
  return `0x${spi.toString(16).padStart(8, '0')}`;
}

/** "a1a2a3a4a5a6a7a8". */
export function sayIkeSpi(spi: bigint): string {
  return spi.toString(16).padStart(16, '0');
}

/** "0x12", "0x0a". */
export function sayHex(number: number): string {
  return `0x${number.toString(16).padStart(2, '0')}`;
}

export function sayYes(yes: boolean): string {
  return yes ? 'yes' : 'no';
}
