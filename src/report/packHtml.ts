/** Headings and paragraphs as HTML for the clipboard: `ins` and `del` of an author and a date are tracked changes to programs that know them. */
import { plainLabel } from '#chart/escapeLabel.ts';
import type { PackBlock, TextPart } from './packBlocks.ts';

export interface Changer {
  readonly author: string;
  readonly date: string;
}

/** What is neither heading nor paragraph is left out. */
export function packHtml(blocks: readonly PackBlock[], changer: Changer): string {
  return blocks
    .map((block) => {
      if (block.type === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
      return block.type === 'paragraph' ? `<p>${block.parts.map((part) => partHtml(part, changer)).join('')}</p>` : '';
    })
    .join('\n');
}

/** The same as text, with the changes in brackets. */
export function packText(blocks: readonly PackBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'heading') return [plainLabel(block.text)];
      return block.type === 'paragraph' ? [block.parts.map(partText).join('')] : [];
    })
    .join('\n\n');
}

function partHtml({ text, change }: TextPart, { author, date }: Changer): string {
  const said = `${text.startsWith(' ') ? ' ' : ''}${escaped(text)}`;
  if (change === undefined) return said;
  const tag = change === 'inserted' ? 'ins' : 'del';
  return `<${tag} cite="mailto:${escaped(author)}" datetime="${escaped(date)}">${said}</${tag}>`;
}

function partText({ text, change }: TextPart): string {
  const blank = text.startsWith(' ') ? ' ' : '';
  if (change === undefined) return `${blank}${plainLabel(text)}`;
  return `${blank}[${change}: ${plainLabel(text)}]`;
}

function escaped(text: string): string {
  return plainLabel(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
