/** A page with nothing but the sequence diagram, and a handle on it for tests. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceText, wholeSequenceText } from '#chart/sequenceText.ts';
import type { StateDiagram as Diagram } from '#chart/stateDiagramText.ts';
import { measureAt } from '#ui/sequence/measureText.ts';
import { renderSequence, renderState } from '#ui/sequence/mermaidDoor.ts';
import { SequenceChunks } from '#ui/sequence/SequenceChunks.tsx';
import { SequenceTable } from '#ui/sequence/SequenceTable.tsx';
import { StateDiagram } from '#ui/sequence/StateDiagram.tsx';

export interface PagePicture {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
  readonly tail: readonly SequenceRow[];
  readonly currentStep: number;
  readonly selectedKey?: string | undefined;
}

const root = createRoot(document.getElementById('panel') as HTMLElement);
const selected: string[] = [];

const handle = {
  selected,
  show(picture: PagePicture) {
    root.render(
      <StrictMode>
        <SequenceChunks {...picture} selectedKey={picture.selectedKey} onSelect={(key) => selected.push(key)} />
        <SequenceTable {...picture} visible={false} />
      </StrictMode>,
    );
  },
  showState(diagram: Diagram) {
    root.render(<StateDiagram diagram={diagram} label="States" />);
  },
  renderSequence: (text: string) => renderSequence(text),
  renderState,
  text: (lifelines: readonly Lifeline[], rows: readonly SequenceRow[]) => sequenceText(lifelines, rows, measureAt(20)),
  wholeText: (lifelines: readonly Lifeline[], rows: readonly SequenceRow[]) =>
    wholeSequenceText(lifelines, rows, measureAt(20)),
};
export type SequencePage = typeof handle;
Object.assign(window, { sequencePage: handle });
