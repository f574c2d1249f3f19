/** `lz promela`: a reading as a model for SPIN, and what SPIN found as a run. */
import { withFields } from '#check/checkReport.ts';
import { promelaOf } from '#check/promela/promela.ts';
import { readSpinTrail } from '#check/spinTrail.ts';
import { quote } from '#run/refusal.ts';
import { writeRunText } from '#run/runText.ts';
import type { Given, Read } from './arguments.ts';
import { readArguments, refuse } from './arguments.ts';
import type { Check } from './checkRequest.ts';
import { checkOf, readQuestions } from './checkRequest.ts';
import type { Command, Finished, ReadInput } from './command.ts';
import { badInput, done } from './command.ts';
import { promelaHelp, usualSlots } from './promelaHelp.ts';
import { readingWords } from './readingWords.ts';
import { readingOptions, readReading } from './readReading.ts';
import { readText, sayFile } from './readText.ts';

const kinds = { ...readingOptions, property: 'values', properties: 'value', slots: 'value', trail: 'value' } as const;

export const promelaCommand: Command = {
  about: 'write a reading as a model for SPIN; read the trails that SPIN writes',
  help: promelaHelp,
  run: async (args, readInput) => {
    const given = readArguments(args, kinds);
    if (!given.ok) return badInput(given.error);
    const variant = readReading(given.value);
    if (!variant.ok) return badInput(variant.error);
    const questions = await readQuestions(given.value, readInput);
    if (!questions.ok) return badInput(questions.error);
    const check = checkOf(variant.value, questions.value);
    if (!check.ok) return badInput(check.error);
    const trail = given.value.get('trail')?.[0];
    return trail === undefined
      ? exported(check.value, given.value)
      : readBack(check.value, trail, given.value, readInput);
  },
};

function exported({ system, variant, properties }: Check, given: Given): Finished {
  const slots = readSlots(given, Math.min(usualSlots, system.definition.queueLength));
  if (!slots.ok) return badInput(slots.error);
  const heading = [
    'Mobile IP detach over S2c (TR 24.801 8.4.3), one reading of it, for SPIN 6.',
    `The reading: ${readingWords(variant)}.`,
    `A queue has room for ${slots.value} messages: a run that needs more ends in "assertion violated", and none is dropped.`,
    'spin -a detach.pml && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan',
  ];
  return done(promelaOf(system, withFields(properties), { heading, slots: slots.value }));
}

async function readBack({ system }: Check, file: string, given: Given, readInput: ReadInput): Promise<Finished> {
  if (given.has('slots')) return badInput('--slots is for a model, not for a trail');
  const text = await readText(file, readInput);
  if (!text.ok) return badInput(text.error);
  const events = readSpinTrail(system, text.value);
  return events.ok ? done(writeRunText(events.value)) : badInput(`${sayFile(file)}: ${events.error}`);
}

function readSlots(given: Given, usual: number): Read<number> {
  const slots = given.get('slots')?.[0];
  if (slots === undefined) return { ok: true, value: usual };
  if (!/^[1-9]\d?$/.test(slots)) return refuse(`--slots needs a whole number from 1 to 99, not ${quote(slots)}`);
  return { ok: true, value: Number(slots) };
}
