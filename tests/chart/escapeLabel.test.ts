import fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeLabel, measuredLabel, plainLabel } from '#chart/escapeLabel.ts';
import { NASTY_LABELS } from './nastyLabels.ts';

/** What Mermaid has read: names of the participants, and the text of each message and note, as it will be drawn. */
async function read(text: string): Promise<{ readonly names: string[]; readonly labels: string[] }> {
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as {
    db: {
      getMessages(): { message: string }[];
      getActors(): Map<string, { description: string }>;
    };
  };
  return {
    names: [...db.getActors().values()].map((actor) => drawn(actor.description)),
    labels: db.getMessages().map(({ message }) => drawn(message)),
  };
}

/** Mermaid's private spelling of an escaped character, undone at the end of its drawing. */
function drawn(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
}

async function expectRoundTrip(label: string): Promise<void> {
  const spelled = escapeLabel(label);
  const text = `sequenceDiagram\n  participant P0 as ${spelled}\n  participant P1 as B\n  P0->>P1: ${spelled}\n  Note over P0: ${spelled}\n`;
  const plain = plainLabel(label);
  expect(await read(text)).toEqual({ names: [plain, 'B'], labels: [plain, plain] });
}

// Mermaid loads its diagrams on the first parse.
beforeAll(() => mermaid.parse('sequenceDiagram\n  A->>B: x\n'));

describe('escapeLabel', () => {
  it.each(NASTY_LABELS)('%j reads back from Mermaid as the same text', expectRoundTrip);

  it('reads back any text', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), expectRoundTrip), { numRuns: 150 });
  });

  it('reads back any run of the characters that mean something to Mermaid', async () => {
    const unit = fc.constantFrom(...';#%{}<>&"\'$:-`*_[]()|~^@\\ ﬂ°¶ß', 'wrap:', 'br', 'end', '\n', 'init', 'style');
    await fc.assert(fc.asyncProperty(fc.string({ unit, maxLength: 12 }), expectRoundTrip), { numRuns: 150 });
  });

  it('would fail without the escape', async () => {
    const text = 'sequenceDiagram\n  participant P0 as A\n  participant P1 as B\n  P0->>P1: ok; P1->>P0: forged\n';
    expect((await read(text)).labels).toEqual(['ok', 'forged']);
  });

  it('leaves the labels of this procedure legible in the text', () => {
    expect(escapeLabel('(3) Binding Ack, status 0')).toBe('(3) Binding Ack, status 0');
  });

  it('never has an empty label', () => {
    expect(['', ' \n', '\u200b'].map(plainLabel)).toEqual(['·', '·', '·']);
  });

  it('measures the longer spelling that Mermaid lays out', () => {
    expect(measuredLabel('a: b')).toBe('aﬂ°°58¶ß b');
  });
});
