/** Findings as files to take away. */
import { withRepairs } from '#check/findings.ts';
import { findingsJson, findingsMarkdown } from '#check/findingsText.ts';
import type { Repair } from '#check/repair.ts';
import { presetOf } from '#detach/presets.ts';
import type { ReadingAnswer } from '#shell/checkMessages.ts';
import { saveText } from '#shell/download.ts';

/** Saves them, and says under which name. */
export function saveFindings(
  { findings }: ReadingAnswer,
  repairs: readonly Repair[] | undefined,
  form: 'json' | 'markdown',
): string {
  const whole = repairs === undefined ? findings : withRepairs(findings, repairs);
  const base = `findings-${presetOf(findings.variant)?.name ?? 'own-reading'}`;
  if (form === 'json') {
    saveText(`${base}.json`, findingsJson(whole), 'application/json');
    return `Saved as ${base}.json.`;
  }
  saveText(`${base}.md`, findingsMarkdown(whole), 'text/markdown');
  return `Saved as ${base}.md.`;
}
