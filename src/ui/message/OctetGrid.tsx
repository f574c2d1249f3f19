/** The octets of a packet: 16 a row, 8 on a phone. Arrow keys go from octet to octet; Enter and a click select its field. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { hexOf } from '#store/copyForms.ts';
import type { BufferView, FieldNode } from '#store/packetView.ts';

/** More octets than this are not drawn: no packet of the procedure comes near it. */
const MOST_DRAWN = 4096;

interface Props {
  readonly id: string;
  readonly buffer: BufferView;
  readonly selected: FieldNode;
  readonly hovered: FieldNode | undefined;
  /** Offset of the octet that the keyboard is on. */
  readonly at: number;
  readonly onSelect: (at: number) => void;
  readonly onMove: (at: number) => void;
  readonly onHover: (at: number | undefined) => void;
}

export function OctetGrid({ id, buffer, selected, hovered, at, onSelect, onMove, onHover }: Props) {
  const { octets } = buffer;
  const across = useAcross();
  const grid = useRef<HTMLDivElement>(null);
  const drawn = Math.min(octets.length, MOST_DRAWN);

  useEffect(() => {
    grid.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const row = at - (at % across);
    const next = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + across,
      ArrowUp: at - across,
      Home: event.ctrlKey ? 0 : row,
      End: event.ctrlKey ? drawn - 1 : Math.min(row + across, drawn) - 1,
      Enter: at,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0 || next >= drawn) return;
    if (event.key === 'Enter') onSelect(next);
    else onMove(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  };
  const octetUnder = (event: PointerEvent) => {
    const found = event.target instanceof HTMLElement ? event.target.dataset.at : undefined;
    return found === undefined ? undefined : Number(found);
  };
  const rows = Array.from({ length: Math.ceil(drawn / across) }, (_, row) => row * across);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table would say columns that mean nothing */}
      <div
        ref={grid}
        id={id}
        role="grid"
        aria-label={`Octets, ${buffer.title}`}
        className="octetGrid"
        data-across={across}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => onHover(octetUnder(event))}
        onPointerLeave={() => onHover(undefined)}
        onClick={(event) => {
          const found = event.target instanceof HTMLElement ? event.target.dataset.at : undefined;
          if (found !== undefined) onSelect(Number(found));
        }}
      >
        {rows.map((start) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells take the focus
          <div key={start} role="row" className="octetRow">
            {/* biome-ignore lint/a11y/useSemanticElements: of a grid, not of a table */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus */}
            <span role="rowheader" className="octetOffset">
              {start.toString(16).padStart(4, '0')}
            </span>
            {[...octets.subarray(start, Math.min(start + across, drawn))].map((octet, column) => {
              const place = start + column;
              return (
                // biome-ignore lint/a11y/useSemanticElements: of a grid, not of a table
                <span
                  key={place}
                  role="gridcell"
                  data-at={place}
                  className="octet"
                  tabIndex={place === at ? 0 : -1}
                  aria-selected={holds(selected, place)}
                  data-lit={hovered !== undefined && holds(hovered, place)}
                >
                  {hexOf(octet)}
                </span>
              );
            })}
            <span aria-hidden="true" className="octetText">
              {asText(octets.subarray(start, Math.min(start + across, drawn)))}
            </span>
          </div>
        ))}
      </div>
      {drawn < octets.length && (
        <p className="drawerNote">
          The first {drawn} of {octets.length} octets.
        </p>
      )}
    </>
  );
}

function holds({ at, length }: FieldNode, place: number): boolean {
  return place >= at && place < at + length;
}

/** Printable ASCII as it is, all else as a dot. */
function asText(octets: Uint8Array): string {
  return [...octets].map((each) => (each > 32 && each < 127 ? String.fromCharCode(each) : '.')).join('');
}

const narrow = '(width < 40em)';

function useAcross(): number {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => (window.matchMedia(narrow).matches ? 8 : 16),
  );
}
