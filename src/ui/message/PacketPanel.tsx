/**
 * A packet: its tree of fields and its octets, each showing what the other has selected, and the notes on it.
 *
 * The selection is a field, or an octet with the field that it belongs to; what the pointer is on shows as a lighter one.
 */
import { type ReactNode, useId, useState } from 'react';
import type { PacketView } from '#store/packetView.ts';
import { CopyButtons } from './CopyButtons.tsx';
import { FieldDetail } from './FieldDetail.tsx';
import { FieldTree } from './FieldTree.tsx';
import { NoteList } from './NoteList.tsx';
import { OctetGrid } from './OctetGrid.tsx';
import './message.css';

export interface Selection {
  readonly node: number;
  readonly buffer: number;
  /** Offset of the octet that the keyboard is on. */
  readonly at: number;
}

interface Props {
  readonly view: PacketView;
  /** What it is called in what is copied. */
  readonly name: string;
  /** By path of a field its words in the previous message of that kind, where they were others. */
  readonly before?: ReadonlyMap<string, string> | undefined;
  /** "(1)": which message that was. */
  readonly beforeName?: string | undefined;
  /** What stands below the selected field: where it is changed. */
  readonly children?: (selection: Selection) => ReactNode;
}

export function PacketPanel({ view, name, before, beforeName, children }: Props) {
  const [chosen, setChosen] = useState<Selection>();
  const [hovered, setHovered] = useState<number>();
  const id = useId();
  const selection = fitting(view, chosen) ?? firstSelection(view);
  const node = view.nodes[selection.node];
  const buffer = view.buffers[selection.buffer];
  if (node === undefined || buffer === undefined) return <p>There is nothing in this packet.</p>;
  const selectNode = (which: number) => {
    const { buffer: of, at } = view.nodes[which] ?? node;
    setChosen({ node: which, buffer: of, at });
  };
  const lit = view.nodes[hovered ?? -1];
  return (
    <div className="packet">
      <NoteList notes={view.notes} onSelect={selectNode} />
      <FieldTree
        view={view}
        selected={selection.node}
        initial={firstSelection(view).node}
        hovered={hovered}
        before={before}
        beforeName={beforeName}
        onSelect={selectNode}
        onHover={setHovered}
      />
      <div className="packetOctets">
        <div className="packetBuffers">
          {view.buffers.map((each, at) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the buffers of one view never change places
              key={at}
              type="button"
              className="plainButton"
              aria-pressed={at === selection.buffer}
              aria-controls={id}
              onClick={() => setChosen({ node: each.owners[0] ?? 0, buffer: at, at: 0 })}
            >
              {capital(each.title)} <small>{each.octets.length} octets</small>
            </button>
          ))}
          <CopyButtons view={view} buffer={buffer} name={name} />
        </div>
        <OctetGrid
          id={id}
          buffer={buffer}
          selected={node}
          hovered={lit?.buffer === selection.buffer ? lit : undefined}
          at={selection.at}
          onSelect={(at) => setChosen({ node: buffer.owners[at] ?? 0, buffer: selection.buffer, at })}
          onMove={(at) => setChosen({ ...selection, node: buffer.owners[at] ?? 0, at })}
          onHover={(at) => setHovered(at === undefined ? undefined : buffer.owners[at])}
        />
        <FieldDetail view={view} node={node} before={before?.get(node.path)} beforeName={beforeName} />
        {children?.(selection)}
      </div>
    </div>
  );
}

/** A selection made on another message stays only where this one has that octet in that field. */
function fitting(view: PacketView, chosen: Selection | undefined): Selection | undefined {
  if (chosen === undefined) return undefined;
  const node = view.nodes[chosen.node];
  return node !== undefined &&
    node.buffer === chosen.buffer &&
    chosen.at < (view.buffers[chosen.buffer]?.octets.length ?? 0)
    ? chosen
    : undefined;
}

/** The message itself is what a reader wants first: the first layer of what was decrypted last, or the last one in the clear. */
function firstSelection(view: PacketView): Selection {
  const innermost = view.buffers.length - 1;
  const layers = view.nodes.filter((node) => node.level === 1 && node.buffer === innermost && node.source === '');
  const { id, buffer, at } = (innermost > 0 ? layers[0] : layers.at(-1)) ?? { id: 0, buffer: 0, at: 0 };
  return { node: id, buffer, at };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
