/** The fields as a tree (WAI-ARIA): arrow keys move, open and close; layers of the innermost packet start open. */
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FieldNode, PacketView } from '#store/packetView.ts';
import { SeverityMark } from './NoteList.tsx';

interface Props {
  readonly view: PacketView;
  readonly selected: number;
  /** The layer that starts open. */
  readonly initial: number;
  readonly hovered: number | undefined;
  readonly before: ReadonlyMap<string, string> | undefined;
  readonly beforeName: string | undefined;
  readonly onSelect: (node: number) => void;
  readonly onHover: (node: number | undefined) => void;
}

export function FieldTree({ view, selected, initial, hovered, before, beforeName, onSelect, onHover }: Props) {
  // By path, so that the next message of that kind shows the same fields open.
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const tree = useRef<HTMLDivElement>(null);
  const around = new Set<number>();
  for (let at = view.nodes[selected]?.parent; at !== undefined; at = view.nodes[at]?.parent) around.add(at);
  const isOpen = (node: FieldNode) => toggled.get(node.path) ?? (around.has(node.id) || node.id === initial);
  const visible = view.nodes.filter((node) => {
    for (let at = node.parent; at !== undefined; at = view.nodes[at]?.parent) {
      const parent = view.nodes[at];
      if (parent !== undefined && !isOpen(parent)) return false;
    }
    return true;
  });
  // A field inside of what was closed by hand: the innermost one in view stands for it.
  const shown = visible.findLast((node) => node.id === selected || around.has(node.id))?.id ?? visible[0]?.id;
  const toggle = (node: FieldNode, open: boolean) => setToggled(new Map(toggled).set(node.path, open));

  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>(`[data-node="${shown}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const go = (node: FieldNode | undefined) => {
    if (node === undefined) return;
    onSelect(node.id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${node.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = visible.findIndex((node) => node.id === shown);
    const node = visible[place];
    if (node === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const inner = node.parts.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        go(visible[place + 1]);
        break;
      case 'ArrowUp':
        go(visible[place - 1]);
        break;
      case 'Home':
        go(visible[0]);
        break;
      case 'End':
        go(visible.at(-1));
        break;
      case 'ArrowRight':
        if (inner && !isOpen(node)) toggle(node, true);
        else if (inner) go(visible[place + 1]);
        break;
      case 'ArrowLeft':
        if (inner && isOpen(node)) toggle(node, false);
        else go(view.nodes[node.parent ?? -1]);
        break;
      case 'Enter':
      case ' ':
        if (inner) toggle(node, !isOpen(node));
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Fields"
      className="fieldTree"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null;
        const node = view.nodes[Number(row?.dataset.node ?? -1)];
        if (node === undefined) return;
        // A click on what is closed opens it; on what is selected and open, closes it.
        if (node.parts.length > 0) toggle(node, !(isOpen(node) && node.id === selected));
        go(node);
      }}
    >
      {visible.map((node) => {
        const inner = node.parts.length > 0;
        const was = before?.get(node.path);
        return (
          <div
            key={node.id}
            role="treeitem"
            data-node={node.id}
            className="fieldRow"
            aria-level={node.level}
            aria-expanded={inner ? isOpen(node) : undefined}
            aria-selected={node.id === selected}
            data-lit={node.id === hovered}
            tabIndex={node.id === shown ? 0 : -1}
            style={{ '--level': node.level - 1 } as CSSProperties}
            onPointerEnter={() => onHover(node.id)}
            onPointerLeave={() => onHover(undefined)}
          >
            <span className="fieldTwist" aria-hidden="true" data-inner={inner} />
            <span className="fieldName">{node.name}</span>
            {node.words !== '' && (
              <span className="fieldValue">
                {node.words}
                {node.unit !== undefined && <small> ({node.unit})</small>}
              </span>
            )}
            {was !== undefined && (
              <span className="fieldWas">
                was {was} in {beforeName}
              </span>
            )}
            <SeverityMark severity={node.severity} />
            {node.source !== '' && <span className="fieldSource">{node.source}</span>}
          </div>
        );
      })}
    </div>
  );
}
