/** The review pack: steps in 3GPP form, field and timer tables, questions, the clause with changes; and all of it as Markdown. */
import { describe, expect, it } from 'vitest';
import { presets, presetVariant } from '#detach/presets.ts';
import { fieldTables } from '#report/fieldTables.ts';
import { numberedSteps } from '#report/numberedSteps.ts';
import type { PackBlock, PackTable } from '#report/packBlocks.ts';
import { heading, paragraph } from '#report/packBlocks.ts';
import { packMarkdown } from '#report/packMarkdown.ts';
import { proposedClause } from '#report/proposedClause.ts';
import { proposedChanges } from '#report/proposedSentences.ts';
import { timerTable } from '#report/timerTable.ts';
import { requirements } from '#spec/requirements.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { packOf, sessionOfEvents, sessionOfScenario } from './packRuns.ts';

const numbersOf = (session: Parameters<typeof numberedSteps>[0]) =>
  numberedSteps(session).items.map(({ number }) => number);
const isTable = (block: PackBlock): block is PackTable => block.type === 'table';

describe('numbered steps', () => {
  it('are counted where each follows from the one before', () => {
    const { items } = numberedSteps(sessionOfScenario('ue-initiated', 'repaired'));
    expect(items.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(items[1]?.text).toBe(
      'The PDN GW receives (1) Binding Update, lifetime 0. BU, lifetime 0: delete the binding, answer BA, status 0. ' +
        'The PDN GW sends (2) Binding Acknowledgement, status 0. PDN GW: Binding deleted, SAs in place. (TR 24.801 8.4.3.3)',
    );
  });

  it('have letters where messages were under way together', () => {
    const session = sessionOfEvents(['detach backToBack', 'deliver bindingUpdate', 'deliver deleteRequest']);
    expect(numbersOf(session)).toEqual(['1', '2a', '2b']);
  });

  it('say what was lost', () => {
    const { items } = numberedSteps(sessionOfScenario('h-03'));
    expect(items.some(({ text }) => /\(2\) Binding Acknowledgement, status 0: .*los/i.test(text))).toBe(true);
  });
});

describe('field tables', () => {
  it('have the fields of each kind of message once, with value and clause', () => {
    let count = 0;
    const tables = fieldTables(sessionOfScenario('ue-initiated'), () => String(++count)).filter(isTable);
    expect(tables.map(({ caption }) => caption)).toEqual([
      'Table 1: Fields of Binding Update, lifetime 0 (1)',
      'Table 2: Fields of Binding Acknowledgement, status 0 (2)',
      'Table 3: Fields of INFORMATIONAL request, DELETE, Protocol ID 1 (3)',
      'Table 4: Fields of INFORMATIONAL response, empty (4)',
    ]);
    const rows = tables[0]?.rows ?? [];
    expect(rows).toContainEqual(['Source Address', '2001:db8:c:1::77', 'RFC 8200 3']);
    expect(rows).toContainEqual(['MH Type', '5 (Binding Update)', 'RFC 6275 6.1.1']);
    expect(rows).toContainEqual(['Lifetime', '0, delete the binding', 'RFC 6275 6.1.7']);
    expect(tables[2]?.rows).toContainEqual(['Delete payload: Protocol ID', 'IKE (1)', 'RFC 5996 3.11']);
    expect(JSON.stringify(tables)).not.toMatch(/Checksum|Ciphertext|Pad/);
  });

  it('say why a message has none', () => {
    const [first] = fieldTables(sessionOfScenario('network-initiated'), () => '1');
    expect(first).toMatchObject({ type: 'paragraph' });
    expect(JSON.stringify(first)).toContain('further study');
  });
});

describe('the timer table', () => {
  const rowsOf = (preset: string) => {
    const table = timerTable(sessionOfEvents([], preset), () => '1');
    return table.type === 'table' ? table.rows : [];
  };

  it('has the timers of the reading with their waits', () => {
    expect(rowsOf('rfc-practice').map(([name, side, value]) => [name, side, value])).toEqual([
      ['T-BU', 'UE', '1 s, 2 s, 4 s'],
      ['T-IKE', 'UE', '4 s, 7.2 s, 12.96 s'],
      ['T-BRI', 'PDN GW', '1 s, 2 s, 2 s'],
    ]);
    expect(rowsOf('i-wlan').map(([name, side]) => `${name} ${side}`)).toEqual(['T-IKE UE', 'T-IKE PDN GW']);
    expect(rowsOf('rfc-practice')[0]?.[6]).toContain('On the 1st to 2nd expiry the BU is sent again');
  });

  it('is a sentence where no timer runs', () => {
    expect(timerTable(sessionOfEvents([], 'words-alone'), () => '1')).toMatchObject({ type: 'paragraph' });
  });
});

describe('the clause with proposed changes', () => {
  it('changes nothing as tabled', () => {
    expect(proposedChanges(presetVariant(presets[0]))).toEqual([]);
    expect(JSON.stringify(proposedClause(presetVariant(presets[0])))).not.toContain('"change"');
  });

  it.each(presets)('has every sentence of the clause once, $name', (preset) => {
    const blocks = proposedClause(presetVariant(preset));
    const parts = blocks.flatMap((block) => (block.type === 'paragraph' ? block.parts : []));
    for (const { text, clause } of requirements) {
      expect(parts.filter((part) => part.text === text)).toHaveLength(clause === 'Discussion' ? 0 : 1);
    }
    const inserted = parts.filter(({ change }) => change === 'inserted').map(({ text }) => text.trim());
    expect(new Set(inserted)).toEqual(new Set(proposedChanges(presetVariant(preset)).map(({ text }) => text)));
  });

  it('inserts and deletes what the repaired reading proposes', () => {
    const repaired = presets.find(({ name }) => name === 'repaired') ?? presets[0];
    const deleted = proposedChanges(presetVariant(repaired)).flatMap(({ deletes }) => deletes);
    expect(deleted).toEqual(['R-8.4.3.2-7', 'R-8.4.3.2-6', 'R-8.4.3.3-5']);
  });
});

describe('the pack', () => {
  it('is golden as Markdown', async () => {
    const blocks = packOf(sessionOfScenario('ue-initiated', 'repaired'), 'The UE detaches');
    await expect(packMarkdown(blocks, (number) => `figure-${number}.svg`)).toMatchFileSnapshot('golden/pack.md');
  });

  it('has each question with its figure, numbered within its clause', () => {
    const blocks = packOf(sessionOfScenario('h-03'));
    const captions = blocks.flatMap((block) => (block.type === 'figure' ? [block.caption] : []));
    expect(captions[0]).toBe('Figure 8.4.3.2-1: A run');
    expect(captions.length).toBeGreaterThan(3);
    expect(new Set(captions.map((each) => each.split(':')[0])).size).toBe(captions.length);
    expect(blocks.filter((block) => block.type === 'steps')).toHaveLength(captions.length);
  });

  it.each(NASTY_LABELS)('never lets %j out of its place in Markdown', (label) => {
    const blocks: readonly PackBlock[] = [
      heading(1, label),
      paragraph(label, { text: label, change: 'inserted' }),
      { type: 'steps', items: [{ number: '1', text: label }] },
      { type: 'table', caption: label, columns: [label], rows: [[label]] },
    ];
    const text = packMarkdown(blocks, () => 'x.svg');
    expect(text.split('\n')).toHaveLength(12);
    // All that is left of HTML and of Markdown is our own.
    expect(text.replaceAll(/<\/?(?:ins|del)>/g, '')).not.toMatch(/[<>]/);
    const unescaped = text
      .replaceAll(/\\[\\`*_{}[\]#|~!$\-+=.)]/g, '')
      .replaceAll(/^\*\*|\*\*$/gm, '')
      .replaceAll(/^\| | \|$/gm, '');
    expect(unescaped.replace('|---|', '')).not.toMatch(/[`*[\]|]/);
  });
});
