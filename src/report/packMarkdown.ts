/**
 * A review pack as Markdown. Its figures are files beside it; changes are `<ins>` and `<del>`, which all renderers that know HTML draw.
 *
 * In text every character that means something to Markdown or HTML is escaped, and a text never leaves its line.
 */
import { plainLabel } from '#chart/escapeLabel.ts';
import type { PackBlock, PackTable, TextPart } from './packBlocks.ts';

/** The text with its figures in files beside it, which are named after it: `name-1.svg`. */
export function packMarkdownFiles(
  blocks: readonly PackBlock[],
  name: string,
): { readonly text: string; readonly figures: readonly (readonly [file: string, svg: string])[] } {
  const fileOf = (number: number) => `${name}-${number}.svg`;
  const figures = blocks.filter((block) => block.type === 'figure');
  return { text: packMarkdown(blocks, fileOf), figures: figures.map(({ svg }, at) => [fileOf(at + 1), svg]) };
}

/** `figureFile` names the file of a figure, from 1. */
export function packMarkdown(blocks: readonly PackBlock[], figureFile: (number: number) => string): string {
  let figures = 0;
  return `${blocks
    .map((block) => {
      switch (block.type) {
        case 'heading':
          return `${'#'.repeat(block.level)} ${plain(block.text)}`;
        case 'paragraph':
          return block.parts.map(part).join('');
        case 'figure':
          figures += 1;
          return `![${plain(block.caption)}](<${figureFile(figures)}>)\n\n**${plain(block.caption)}**`;
        case 'steps':
          // A list of Markdown has no letters: each step is a paragraph that begins with its number.
          return block.items.map(({ number, text }) => `${number}\\. ${plain(text)}`).join('\n\n');
        case 'table':
          return tableText(block);
        default:
          throw block satisfies never;
      }
    })
    .join('\n\n')}\n`;
}

function tableText({ caption, columns, rows }: PackTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => (cell === '' ? ' ' : plain(cell))).join(' | ')} |`;
  return [`**${plain(caption)}**`, '', line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join(
    '\n',
  );
}

function part({ text, change }: TextPart): string {
  const said = `${text.startsWith(' ') ? ' ' : ''}${plain(text)}`;
  if (change === undefined) return said;
  return change === 'inserted' ? said.replace(/^( ?)(.*)$/s, '$1<ins>$2</ins>') : `<del>${said}</del>`;
}

/** One line of text in which no character means anything to Markdown or HTML. */
function plain(text: string): string {
  return plainLabel(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]#|~!$]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?= )/, '$1\\$2');
}
