import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Bracket, bracketWords } from '#chart/groupBrackets.ts';
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { Board, type Picture } from './board.ts';
import type { RowsOfPicture } from './cutRows.ts';
import { focusInView } from './focusInView.ts';
import { keepInView } from './keepInView.ts';
import { layoutFor, pictureWidth, type SequenceLayout } from './sequenceLayout.ts';
import type { Shown } from './stackChunks.ts';
import { usePinchZoom } from './usePinchZoom.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import './sequence.css';
import { Glossed } from '../controls/Glossed.tsx';

export interface SequenceChunksProps {
  readonly lifelines: readonly Lifeline[];
  /** All rows of the run, those of later steps too. */
  readonly rows: readonly SequenceRow[];
  /** Messages in flight at the current step. */
  readonly tail: readonly SequenceRow[];
  readonly currentStep: number;
  readonly selectedKey: string | undefined;
  readonly onSelect: (key: string) => void;
  /** What is likely to be shown next; asked for when there is time. */
  readonly likely?: (() => Pick<RowsOfPicture, 'rows' | 'tail'> | undefined) | undefined;
  /** Further buttons beside those of the zoom. */
  readonly children?: ReactNode;
}

/**
 * The sequence diagram of a run, scrolling in itself: heads stay in view, and so does the current step. A click or Enter selects a
 * message; with one in focus, up and down go through the messages.
 */
export function SequenceChunks(props: SequenceChunksProps) {
  const { lifelines, rows, tail, currentStep, selectedKey, onSelect, likely } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(null);
  const [layout, setLayout] = useState<SequenceLayout>();
  const [shown, setShown] = useState<{ readonly brackets: readonly Bracket[]; readonly picture: Picture }>();
  const [failure, setFailure] = useState<string>();
  const zoom = usePinchZoom(scroller, 'sequence', '[data-current] > .seqBand');

  useLayoutEffect(() => {
    const panel = scroller.current;
    const rowsHost = host.current;
    if (panel === null || rowsHost === null) return;
    let stepInView: Picture | undefined;
    let last: Shown | undefined;
    const onShown = (now: Shown, picture: Picture) => {
      last = now;
      setFailure(undefined);
      setShown({ brackets: now.brackets, picture });
      // A click only selects: the picture stays where the person put it.
      if (
        stepInView?.currentStep !== picture.currentStep ||
        stepInView.rows !== picture.rows ||
        stepInView.layout !== picture.layout
      ) {
        keepInView(panel, rowsHost, now, picture.currentStep);
        // The heads come with the first picture, and with them the room is another one.
        if (stepInView === undefined)
          requestAnimationFrame(() => keepInView(panel, rowsHost, now, picture.currentStep));
      }
      stepInView = picture;
    };
    const own = new Board(rowsHost, onShown, (error) => setFailure(String(error)));
    board.current = own;
    // It calls back once the browser has laid the page out by itself, at the start too.
    let height = panel.clientHeight;
    const observer = new ResizeObserver(() => {
      setLayout(layoutFor(panel.clientWidth));
      // Where something takes room from it, such as an objection, the step stays in view.
      const isLower = panel.clientHeight < height;
      height = panel.clientHeight;
      if (isLower && last !== undefined && stepInView !== undefined) {
        keepInView(panel, rowsHost, last, stepInView.currentStep);
      }
    });
    observer.observe(panel);
    return () => {
      observer.disconnect();
      own.close();
      board.current = null;
    };
  }, []);

  useEffect(() => {
    if (layout === undefined) return;
    board.current?.want({ lifelines, rows, tail, currentStep, selectedKey, layout });
    board.current?.prepare(() => {
      const next = likely?.();
      return next && { lifelines, layout, rows: next.rows, tail: next.tail };
    });
  }, [lifelines, rows, tail, currentStep, selectedKey, layout, likely]);

  const select = (event: MouseEvent | KeyboardEvent) => {
    const key = messageAt(event.target)?.getAttribute('data-row');
    if (key) onSelect(key);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const message = messageAt(target);
    if (message !== null) focusInView(message);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const message = messageAt(event.target);
    if (message === null || host.current === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') select(event);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      moveFocus(host.current, message, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons and messages inside, handled once for all
    <div className="seqFrameOfAll" data-zoomed={zoom.zoom !== 1} onKeyDown={zoom.onKeyDown}>
      <ZoomButtons zoom={zoom} of="Sequence diagram">
        {props.children}
      </ZoomButtons>
      <div className="seqScroller" ref={scroller}>
        <div
          className="seqPicture"
          data-layout={shown?.picture.layout.name}
          style={{ ...pictureStyle(shown?.picture), '--zoom': zoom.zoom } as CSSProperties}
        >
          <div className="seqSheet">
            {shown && <Heads picture={shown.picture} />}
            {failure !== undefined && (
              <p className="seqFailure" role="alert">
                The diagram could not be drawn: {failure}
              </p>
            )}
            <div className="seqBody" style={bodyStyle(shown?.brackets)}>
              {shown && <Lifelines picture={shown.picture} />}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the messages inside are the buttons; clicks and keys are handled once for all */}
              <div className="seqRows" ref={host} onClick={select} onKeyDown={onKeyDown} onFocus={onFocus} />
              {shown?.brackets.map((bracket) => (
                <div className="seqBracketRoom" key={bracket.group} style={bracketStyle(bracket)}>
                  <div className="seqBracket" data-group={bracket.group} />
                  <div className="seqBracketWord">
                    <span>
                      <Glossed text={bracketWords[bracket.group]} />
                    </span>
                  </div>
                </div>
              ))}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function Heads({ picture: { lifelines, layout } }: { readonly picture: Picture }) {
  return (
    <div className="seqHeads">
      {lifelines.map((lifeline, i) => (
        <div className="seqHeadBox" key={lifeline.id} style={{ '--x': layout.left + i * layout.span } as CSSProperties}>
          <Glossed text={lifeline.name} />
        </div>
      ))}
    </div>
  );
}

function Lifelines({ picture: { lifelines, layout } }: { readonly picture: Picture }) {
  return lifelines.map((lifeline, i) => (
    <div className="seqLifeline" key={lifeline.id} style={{ '--x': layout.left + i * layout.span } as CSSProperties} />
  ));
}

function pictureStyle(picture: Picture | undefined): CSSProperties {
  if (picture === undefined) return {};
  const { layout, lifelines } = picture;
  return {
    '--width': pictureWidth(layout, lifelines.length),
    '--font': layout.fontSize,
    '--side-font': layout.sideFontSize,
    '--lane': layout.lane,
  } as CSSProperties;
}

function bracketStyle({ top, bottom, lane, wordTop, wordBottom }: Bracket): CSSProperties {
  return {
    '--top': top,
    '--height': bottom - top,
    '--column': lane,
    '--word-top': wordTop,
    '--word-height': wordBottom - wordTop,
  } as CSSProperties;
}

/** The word of a bracket may need more height than the rows have. */
function bodyStyle(brackets: readonly Bracket[] = []): CSSProperties {
  return { '--words-end': Math.max(0, ...brackets.map(({ wordBottom }) => wordBottom)) } as CSSProperties;
}

function messageAt(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-row][role="button"]') : null;
}

function moveFocus(host: HTMLElement, from: Element, by: 1 | -1): void {
  const messages = [...host.querySelectorAll<SVGGElement>('[data-row][role="button"]')];
  messages[messages.indexOf(from as SVGGElement) + by]?.focus({ preventScroll: true });
}
