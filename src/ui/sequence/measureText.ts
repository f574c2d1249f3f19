import type { MeasureText } from '#chart/wrapLabel.ts';
import { FONT_FAMILY } from './sequenceLayout.ts';

const measures = new Map<number, MeasureText>();

/**
 * Width of a text in px at this font size, on the drawing surface of the page. Mermaid measures in our family and in plain sans-serif and
 * may take either; and the rows of the current step are bold, and must not be broken anew for it: the widest of the three.
 */
export function measureAt(fontSize: number): MeasureText {
  const known = measures.get(fontSize);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no 2d canvas to measure text on');
  const widths = new Map<string, number>();
  const widthIn = (family: string, text: string, weight = 'normal') => {
    context.font = `${weight} ${fontSize}px ${family}`;
    return context.measureText(text).width;
  };
  const measure: MeasureText = (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = Math.max(widthIn(FONT_FAMILY, text), widthIn('sans-serif', text), widthIn(FONT_FAMILY, text, 'bold'));
      if (widths.size > 5000) widths.clear();
      widths.set(text, width);
    }
    return width;
  };
  measures.set(fontSize, measure);
  return measure;
}
