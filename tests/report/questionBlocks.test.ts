/** A run that breaks several claims is shown once, and the later claims name its figure. */
import { expect, it } from 'vitest';
import { packOf, sessionOfScenario } from './packRuns.ts';

it('shows each run once', () => {
  const blocks = packOf(sessionOfScenario('h-03'));
  const questions = blocks.slice(
    blocks.findIndex((block) => block.type === 'heading' && /^Questions/.test(block.text)),
  );
  const captions = questions.flatMap((block) => (block.type === 'figure' ? [block.caption] : []));
  const runs = questions.flatMap((block) => (block.type === 'steps' ? [JSON.stringify(block.items)] : []));
  expect(new Set(runs).size).toBe(runs.length);
  expect(captions).toHaveLength(runs.length);

  const texts = questions.flatMap((block) => (block.type === 'paragraph' ? [block.parts[0]?.text ?? ''] : []));
  const named = texts.flatMap((text) => /not so is that of (Figure [\d.-]+)\.$/.exec(text)?.slice(1) ?? []);
  expect(named.length).toBeGreaterThan(0);
  for (const figure of named) expect(captions.some((caption) => caption.startsWith(`${figure}: `))).toBe(true);
  expect(texts.filter((text) => text.startsWith('Does not hold in every run: '))).toHaveLength(
    captions.length + named.length,
  );
});
