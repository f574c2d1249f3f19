/**
 * The one module that imports Mermaid, and only when something is to be drawn. Drawings are made one after another, each under an id of
 * its own: with an id used twice, one drawing can land in the other's picture.
 */
import type { Mermaid, MermaidConfig } from 'mermaid';
import { FONT_FAMILY, layoutFor, type SequenceLayout } from './sequenceLayout.ts';

/** Height of the heads in Mermaid's own drawing; the page cuts them off and shows its own, which stay in view. */
export const HEAD_HEIGHT = 20;
export const NOTE_MARGIN = 6;

/** Draws Mermaid sequence text. @throws what Mermaid throws on text that it cannot read. */
export function renderSequence(
  text: string,
  layout: SequenceLayout = layoutFor(Number.POSITIVE_INFINITY),
): Promise<string> {
  return inTurn(text, layout);
}

/** Draws Mermaid state diagram text, in the colours of the page (`--ink`, `--paper`, `--line`, `--accent`). @throws as above. */
export function renderState(text: string): Promise<string> {
  return inTurn(text, layoutFor(Number.POSITIVE_INFINITY));
}

let turn: Promise<unknown> = Promise.resolve();
let mermaid: Mermaid | undefined;
let settled: SequenceLayout['name'] | undefined;
let surface: HTMLElement | undefined;
let drawings = 0;

function inTurn(text: string, layout: SequenceLayout): Promise<string> {
  const drawing = turn.then(() => draw(text, layout));
  turn = drawing.catch(() => undefined);
  return drawing;
}

async function draw(text: string, layout: SequenceLayout): Promise<string> {
  const first = mermaid === undefined;
  mermaid ??= (await import('mermaid')).default;
  if (first) await pause();
  if (settled !== layout.name) {
    mermaid.initialize(configFor(layout));
    settled = layout.name;
  }
  if (first) {
    // Has Mermaid load the code for this kind of diagram, and the browser compile it, on a drawing of next to nothing.
    await mermaid.render('drawing-0', text.split('\n', 2).join('\n'), drawingSurface());
    await pause();
  }
  drawings += 1;
  const { svg } = await mermaid.render(`drawing-${drawings}`, text, drawingSurface());
  if (first) await pause();
  return svg;
}

/** Ends the task, so that keys and clicks are answered while much is being loaded. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Mermaid measures in the live page: out of sight, out of the flow, and not read out. */
function drawingSurface(): HTMLElement {
  if (surface?.isConnected) return surface;
  surface = document.createElement('div');
  surface.setAttribute('aria-hidden', 'true');
  surface.style.cssText = 'position:absolute;left:-9999px;top:0;width:1px;height:1px;overflow:hidden;contain:strict';
  document.body.append(surface);
  return surface;
}

function configFor(layout: SequenceLayout): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: 5_000_000,
    theme: 'base',
    look: 'classic',
    layout: 'dagre',
    fontFamily: FONT_FAMILY,
    fontSize: layout.fontSize,
    htmlLabels: true,
    wrap: false,
    themeCSS: STATE_COLOURS,
    sequence: {
      // A label as wide as the span must not push the lifelines apart: so the heads are as wide as the span and touch.
      width: layout.span,
      height: HEAD_HEIGHT,
      actorMargin: 0,
      wrapPadding: 10,
      boxMargin: 6,
      noteMargin: NOTE_MARGIN,
      diagramMarginX: 0,
      diagramMarginY: 0,
      mirrorActors: false,
      useMaxWidth: false,
      hideUnusedParticipants: false,
    },
    flowchart: { wrappingWidth: 260 },
    state: { useMaxWidth: true, nodeSpacing: 90, rankSpacing: 55 },
  };
}

/** Added to each drawing's own style sheet: colours come from the page, so that a change of theme needs no new drawing. */
const STATE_COLOURS = `
.node rect, .node .basic { fill: var(--paper, #fff); stroke: var(--ink, #111); stroke-width: 1.5px; }
.node.current rect, .node.current .basic { stroke: var(--accent, #0b57d0); stroke-width: 3px; }
.node text, .node .label text, .node .nodeLabel { fill: var(--ink, #111); color: var(--ink, #111); }
.node.current text { font-weight: 700; }
.node circle.state-start, .node .state-start { fill: var(--ink, #111); stroke: var(--ink, #111); }
.transition { stroke: var(--ink, #111); stroke-width: 1.5px; }
marker path, .marker, defs [id$="-barbEnd"] { fill: var(--ink, #111); stroke: var(--ink, #111); }
.node .nodeLabel p { margin: 0; }
.node.current .nodeLabel { font-weight: 700; }
.edgeLabel, .edgeLabel p, .edgeLabel span, .labelBkg { color: var(--ink, #111); background-color: var(--paper, #fff); }
`;
