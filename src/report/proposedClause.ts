/** The clause sentence by sentence in our own words, with what the reading proposes as changes: inserted and deleted sentences. */
import type { Variant } from '#detach/variant.ts';
import { informativeReport, requirements } from '#spec/requirements.ts';
import type { PackBlock, TextPart } from './packBlocks.ts';
import { heading, paragraph } from './packBlocks.ts';
import { proposedChanges } from './proposedSentences.ts';

const titles: Readonly<Record<string, string>> = {
  '8.4.3': 'Detach over S2c',
  '8.4.3.1': 'General',
  '8.4.3.2': 'Procedures at the UE',
  '8.4.3.3': 'Procedures at the PDN GW',
};

export function proposedClause(variant: Variant): readonly PackBlock[] {
  const changes = proposedChanges(variant);
  const deleted = new Set<string>(changes.flatMap(({ deletes }) => deletes));
  const about =
    changes.length === 0
      ? 'This reading proposes no change of the text.'
      : 'Marked as inserted and deleted is what this reading proposes.';
  return [
    heading(2, 'The clause, with proposed changes'),
    paragraph(`The sentences are a paraphrase, not the text itself. ${about} ${informativeReport}`),
    ...Object.entries(titles).flatMap(([clause, title]): readonly PackBlock[] => [
      heading(3, `${clause} ${title}`),
      ...requirements
        .filter((each) => each.clause === clause)
        .map(({ id, text }) => {
          const inserted = changes.filter(({ after }) => after === id);
          const own: TextPart = deleted.has(id) ? { text, change: 'deleted' } : { text };
          return paragraph(
            own,
            ...inserted.flatMap(({ text: words }) => [{ text: ` ${words}`, change: 'inserted' } as const]),
          );
        }),
    ]),
  ];
}
