/** `lz check`: all runs of a reading, and what fails in them. */

import { quote } from '#run/refusal.ts';
import type { Given, Read } from './arguments.ts';
import { readArguments, refuse } from './arguments.ts';
import { answerBatch } from './batch.ts';
import { fieldsText } from './checkFields.ts';
import type { FindingsFormat } from './checkFindings.ts';
import { findingsText, findingsWriters } from './checkFindings.ts';
import { checkHelp } from './checkHelp.ts';
import { answerJson } from './checkJson.ts';
import { checkOf, questionOptions, readQuestions } from './checkRequest.ts';
import type { Answer } from './checkSearch.ts';
import { isBad, runSearch } from './checkSearch.ts';
import { answerText } from './checkText.ts';
import type { Command, Streams } from './command.ts';
import { badInput, done } from './command.ts';
import { piecewise } from './piecewise.ts';
import { readingOptions, readReading } from './readReading.ts';

const kinds = {
  ...readingOptions,
  ...questionOptions,
  json: 'flag',
  fields: 'flag',
  findings: 'value',
  batch: 'value',
} as const;

export const checkCommand: Command = {
  about: 'check all runs of a reading: what holds, what fails, and the shortest run that shows it',
  help: checkHelp,
  run: async (args, readInput, streams) => {
    const given = readArguments(args, kinds);
    if (!given.ok) return badInput(given.error);
    const writer = readWriter(given.value);
    if (!writer.ok) return badInput(writer.error);
    const variant = readReading(given.value);
    if (!variant.ok) return badInput(variant.error);
    const questions = await readQuestions(given.value, readInput);
    if (!questions.ok) return badInput(questions.error);
    const file = given.value.get('batch')?.[0];
    if (file === '-' && questions.value.own?.file === '-') {
      return badInput('--properties and --batch both ask for standard input');
    }
    if (file !== undefined) return answerBatch(file, variant.value, questions.value, streams ?? piecewise(readInput));

    const check = checkOf(variant.value, questions.value);
    if (!check.ok) return badInput(check.error);
    if (given.value.has('fields')) return done(fieldsText(check.value));
    const answer = await runSearch(check.value, questions.value, streams);
    return { code: isBad(answer) ? 1 : 0, output: await writer.value(answer, streams) };
  },
};

type Writer = (answer: Answer, streams: Streams | undefined) => string | Promise<string>;

function readWriter(given: Given): Read<Writer> {
  const json = given.has('json');
  const findings = given.get('findings')?.[0];
  if (given.has('fields') && (json || findings !== undefined)) return refuse('--fields has no other form than text');
  if (given.has('batch') && !json) return refuse('--batch answers in JSON: it needs --json');
  if (findings === undefined) {
    return { ok: true, value: json ? (answer) => `${JSON.stringify(answerJson(answer), null, 2)}\n` : answerText };
  }
  if (json) return refuse('--json and --findings ask for two formats');
  const format = (Object.keys(findingsWriters) as FindingsFormat[]).find((each) => each === findings);
  if (format === undefined) {
    const known = Object.keys(findingsWriters).join(', ');
    return refuse(`there is no format ${quote(findings)} of findings; the formats are ${known}`);
  }
  return { ok: true, value: (answer, streams) => findingsText(answer, format, streams) };
}
