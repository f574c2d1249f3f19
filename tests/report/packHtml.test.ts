/** Proposed changes for the clipboard: as HTML and as text, whatever stands in them. */
import { describe, expect, it } from 'vitest';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { heading, paragraph } from '#report/packBlocks.ts';
import { packHtml, packText } from '#report/packHtml.ts';
import { proposedClause } from '#report/proposedClause.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';

const changer = { author: 'A "B"', date: '2026-01-02T03:04:05Z' };

describe('proposed changes for the clipboard', () => {
  const repaired = findPreset('repaired');
  const blocks = repaired === undefined ? [] : proposedClause(presetVariant(repaired));

  it('are inserted and deleted text of an author in HTML', () => {
    const html = packHtml(blocks, changer);
    expect(html.match(/<ins cite="mailto:A &quot;B&quot;" datetime="2026-01-02T03:04:05Z">/g)).toHaveLength(5);
    expect(html.match(/<\/del>/g)).toHaveLength(3);
    expect(html).toContain('<h3>8.4.3.2 Procedures at the UE</h3>');
  });

  it('stand in brackets in text', () => {
    expect(packText(blocks)).toContain(
      '[deleted: Whether the UE has to acknowledge that message is left for further study.]',
    );
    expect(packText(blocks)).toContain(' [inserted: The UE must acknowledge that message.]');
  });

  it.each(NASTY_LABELS)('never let %j be anything but text', (label) => {
    const html = packHtml([heading(1, label), paragraph(label, { text: label, change: 'deleted' })], {
      author: label,
      date: label,
    });
    expect(html.replace(/<\/?(?:h1|p|del(?: cite="mailto:[^"<>]*" datetime="[^"<>]*")?)>/g, '')).not.toMatch(/[<>"]/);
    expect(html.split('\n')).toHaveLength(2);
  });
});
