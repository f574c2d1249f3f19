import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { Board, type Picture, type Shown } from './board.ts';
import type { Bracket, BracketGroup } from './groupBrackets.ts';
import { keepInView } from './keepInView.ts';
import { layoutFor, pictureWidth, type SequenceLayout } from './sequenceLayout.ts';
import './sequence.css';

export interface SequenceChunksProps {
  readonly lifelines: readonly Lifeline[];
  /** All rows of the run, those of later steps too. */
  readonly rows: readonly SequenceRow[];
  /** Messages in flight at the current step. */
  readonly tail: readonly SequenceRow[];
  readonly currentStep: number;
  readonly selectedKey: string | undefined;
  readonly onSelect: (key: string) => void;
}

const WORDS: Readonly<Record<BracketGroup, string>> = {
  deregistration: 'de-registration',
  ikeClosing: 'IKEv2 closing',
};

/**
 * The sequence diagram of a run, scrolling in itself: heads stay in view, and so does the current step. A click or Enter selects a
 * message; with one in focus, up and down go through the messages.
 */
export function SequenceChunks(props: SequenceChunksProps) {
  const { lifelines, rows, tail, currentStep, selectedKey, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(null);
  const [layout, setLayout] = useState<SequenceLayout>();
  const [shown, setShown] = useState<{ readonly brackets: readonly Bracket[]; readonly picture: Picture }>();
  const [failure, setFailure] = useState<string>();

  useLayoutEffect(() => {
    const panel = scroller.current;
    const rowsHost = host.current;
    if (panel === null || rowsHost === null) return;
    let stepInView: Picture | undefined;
    const onShown = (now: Shown, picture: Picture) => {
      setFailure(undefined);
      setShown({ brackets: now.brackets, picture });
      // A click only selects: the picture stays where the person put it.
      if (
        stepInView?.currentStep !== picture.currentStep ||
        stepInView.rows !== picture.rows ||
        stepInView.layout !== picture.layout
      ) {
        keepInView(panel, rowsHost, now, picture.currentStep);
      }
      stepInView = picture;
    };
    const own = new Board(rowsHost, onShown, (error) => setFailure(String(error)));
    board.current = own;
    const chooseLayout = () => setLayout(layoutFor(panel.clientWidth));
    chooseLayout();
    const observer = new ResizeObserver(chooseLayout);
    observer.observe(panel);
    return () => {
      observer.disconnect();
      own.close();
      board.current = null;
    };
  }, []);

  useEffect(() => {
    if (layout !== undefined) board.current?.want({ lifelines, rows, tail, currentStep, selectedKey, layout });
  }, [lifelines, rows, tail, currentStep, selectedKey, layout]);

  const select = (event: MouseEvent | KeyboardEvent) => {
    const key = messageAt(event.target)?.getAttribute('data-row');
    if (key) onSelect(key);
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
    <div className="seqScroller" ref={scroller}>
      <div className="seqPicture" data-layout={shown?.picture.layout.name} style={pictureStyle(shown?.picture)}>
        <div className="seqSheet">
          {shown && <Heads picture={shown.picture} />}
          {failure !== undefined && (
            <p className="seqFailure" role="alert">
              The diagram could not be drawn: {failure}
            </p>
          )}
          <div className="seqBody">
            {shown && <Lifelines picture={shown.picture} />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the messages inside are the buttons; clicks and keys are handled once for all */}
            <div className="seqRows" ref={host} onClick={select} onKeyDown={onKeyDown} />
            {shown?.brackets.map((bracket) => (
              <div className="seqBracket" key={bracket.group} data-group={bracket.group} style={bracketStyle(bracket)}>
                <span>{WORDS[bracket.group]}</span>
              </div>
            ))}
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
          {lifeline.name}
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

function bracketStyle({ top, bottom, lane }: Bracket): CSSProperties {
  return { '--top': top, '--height': bottom - top, '--column': lane } as CSSProperties;
}

function messageAt(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-row][role="button"]') : null;
}

function moveFocus(host: HTMLElement, from: Element, by: 1 | -1): void {
  const messages = [...host.querySelectorAll<SVGGElement>('[data-row][role="button"]')];
  messages[messages.indexOf(from as SVGGElement) + by]?.focus();
}
