/** The graded notes on a packet: each with its grade as a sign and a word; a click selects the field it is about. */
import type { NoteView, Severity } from '#store/packetView.ts';
import { Glossed } from '../controls/Glossed.tsx';

const signs: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', note: 'i' };

export function NoteList({
  notes,
  onSelect,
}: {
  readonly notes: readonly NoteView[];
  readonly onSelect: (node: number) => void;
}) {
  if (notes.length === 0) return null;
  return (
    <ul className="noteList" aria-label="Notes">
      {notes.map((note) => (
        <li key={`${note.buffer} ${note.at} ${note.text}`} data-severity={note.severity}>
          <SeverityMark severity={note.severity} /> <Glossed text={note.text} />{' '}
          {note.node !== undefined && (
            <button type="button" className="linkButton" onClick={() => onSelect(note.node ?? 0)}>
              Show
              <span className="visuallyHidden"> the field of: {note.text}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function SeverityMark({ severity }: { readonly severity: Severity | undefined }) {
  if (severity === undefined) return null;
  return (
    <span className="severity" data-severity={severity}>
      <span aria-hidden="true">{signs[severity]}</span> {severity}
    </span>
  );
}
