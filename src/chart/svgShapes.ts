/** The shapes of a picture, as the text of SVG elements with presentation attributes alone. */
import { plainLabel } from './escapeLabel.ts';

/** The text of an A4 page is 170 mm wide: so many px of 1/96 inch. */
export const PAGE_WIDTH = 640;

/** Greys that differ on paper too. */
export const INK = {
  paper: '#ffffff',
  line: '#000000',
  text: '#000000',
  lifeline: '#707070',
  head: '#e4e4e4',
  condition: '#efefef',
  quiet: '#404040',
  bracket: '#505050',
  /** Of later steps: 5 : 1 on white. */
  later: '#6e6e6e',
  /** Behind the current step. */
  band: '#ececec',
} as const;

/** Of timers, actions and what is said about a message's way: size and line height. */
export const SMALL = 12;
export const SMALL_LINE = 15;

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with its attributes and what is in it, which is XML already. */
export function svgElement(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(attribute(value))}"`);
  if (content.length === 0) return `<${name}${written.join('')}/>`;
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

export interface TextPlace {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fill?: string;
  /** Read from below, turned about its place. */
  readonly upright?: boolean;
}

/** One line of text. */
export function svgText({ x, y, anchor, size, bold, italic, fill, upright }: TextPlace, line: string): string {
  const attributes: Attributes = {
    x,
    y,
    'text-anchor': anchor,
    fill: fill ?? INK.text,
    ...(size === undefined ? {} : { 'font-size': size }),
    ...(bold === true ? { 'font-weight': 'bold' } : {}),
    ...(italic === true ? { 'font-style': 'italic' } : {}),
    ...(upright === true ? { transform: `rotate(-90 ${rounded(x)} ${rounded(y)})` } : {}),
  };
  return svgElement('text', attributes, [xmlText(line)]);
}

/** Any text as the content of an element or the value of an attribute, in one line: what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return plainLabel(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Hundredths of a px are enough, and make the same text on every machine. */
function attribute(value: string | number): string {
  return typeof value === 'number' ? String(rounded(value)) : value;
}

/** A path through points and words: `M`, `L`, `Z` as they are, numbers rounded. */
export function svgPath(...parts: readonly (string | number)[]): string {
  return parts.map(attribute).join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
