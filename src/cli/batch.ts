/** `lz check --batch`: one reading a line as JSON, one answer a line, in order, each written as soon as it is there. */
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { readVariant } from '#detach/variant.ts';
import { quote } from '#run/refusal.ts';
import type { Read } from './arguments.ts';
import { refuse } from './arguments.ts';
import type { Line } from './batchLines.ts';
import { linesOf } from './batchLines.ts';
import { answerJson } from './checkJson.ts';
import type { Questions } from './checkRequest.ts';
import { checkOf } from './checkRequest.ts';
import type { Answer } from './checkSearch.ts';
import { runSearch } from './checkSearch.ts';
import type { Finished, Streams } from './command.ts';
import { asClause, badInput, done } from './command.ts';
import { writtenTo } from './piecewise.ts';
import { sayError, sayFile } from './readText.ts';

/** Answers each line of a file; what a line leaves out is as in `base`. Blank lines have no answer. */
export async function answerBatch(
  file: string,
  base: Variant,
  questions: Questions,
  streams: Streams,
): Promise<Finished> {
  try {
    for await (const line of linesOf(streams.open(file))) {
      if (line.text?.trim() === '') continue;
      const answer = await answerLine(line, base, questions);
      const json = answer.ok ? answerJson(answer.value) : { error: `line ${line.number}: ${asClause(answer.error)}` };
      await streams.write(`${JSON.stringify(json)}\n`);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return badInput(`cannot read ${sayFile(file)}: ${sayError(error)}`, writtenTo(streams));
  }
  return done(writtenTo(streams));
}

async function answerLine({ text }: Line, base: Variant, questions: Questions): Promise<Read<Answer>> {
  if (text === undefined) return refuse('the line is too long');
  const variant = readLine(text, base);
  if (!variant.ok) return variant;
  const check = checkOf(variant.value, questions);
  if (!check.ok) return check;
  return { ok: true, value: await runSearch(check.value, questions) };
}

/** A reading as an object of parameters, with `preset` too where it is not told from the base. */
function readLine(text: string, base: Variant): Read<Variant> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refuse('it is no JSON');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return refuse('it is no object of parameters, such as {"preset": "rfc-practice", "loss": 2}');
  }
  const { preset: name, ...changes } = given as Readonly<Record<string, unknown>>;
  const preset = typeof name === 'string' ? findPreset(name) : undefined;
  if (name !== undefined && preset === undefined) {
    const said = typeof name === 'string' ? name : JSON.stringify(name);
    return refuse(`there is no preset ${quote(said)}; the presets are ${presets.map((each) => each.name).join(', ')}`);
  }
  const read = readVariant(changes, preset === undefined ? base : presetVariant(preset));
  return read.ok ? readVariant(read.value) : read;
}
