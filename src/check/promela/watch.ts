/**
 * Properties as C that the verifier calls once for each state: it says which are broken, and counts.
 *
 * The call stands in the guard of an option that is never possible, so that it adds neither state nor transition.
 */
import type { Property } from '#model/property.ts';
import { comment, indented } from './branches.ts';
import { claimOf } from './claims.ts';
import type { Ground } from './ground.ts';
import { allOf, negated, textOf } from './known.ts';
import { identifierOf } from './names.ts';
import { guardOf } from './options.ts';

/** The option that has the verifier look at a state. */
export const watchOption = ':: c_expr { CLAIM_BROKEN } /* looks at the properties; never possible */';

/** What makes the verifier stop at the first state that breaks a property and write the trail to it. */
export function trailMacro(property: string): string {
  return `TRAIL_${identifierOf(property)}`;
}

/** The C of some properties. */
export function watchOf(ground: Ground, properties: readonly Property[]): readonly string[] {
  return [
    'c_code {',
    ...indented(counters(properties)),
    '}',
    ...properties.flatMap((property, number) => ['', ...watcher(ground, property, number)]),
    '',
    'c_code {',
    ...indented(watchAll(ground, properties)),
    '}',
  ];
}

function counters(properties: readonly Property[]): readonly string[] {
  const size = Math.max(properties.length, 1);
  return [
    'extern void (*uerror)(char *);',
    'static unsigned long claim_states, claim_rests, claim_broken[SIZE], claim_came_up[SIZE];'.replaceAll(
      'SIZE',
      `${size}`,
    ),
    'static void claim_look(int number, int comes_up, int is_broken, const char *said) {',
    '  claim_came_up[number] += comes_up;',
    '  if (is_broken && claim_broken[number]++ == 0) { printf("%s\\n", said); fflush(stdout); }',
    '}',
  ];
}

/** One function a property: SPIN reads a piece of C only up to a certain length. */
function watcher(ground: Ground, property: Property, number: number): readonly string[] {
  const { id, title, modality, premise, claim } = property;
  const scope = { ground, prefix: 'now.' } as const;
  const comesUp = premise === undefined ? true : claimOf(premise, scope);
  const truth = claimOf(claim, scope);
  const told = modality === 'sometimes' ? truth : negated(truth);
  const verdict = modality === 'sometimes' ? 'SEEN' : 'FAILS';
  return [
    comment(`${id}, ${modality}: ${title}`),
    'c_code {',
    `  static void claim_${number}(int rests) {`,
    `    int told = ${textOf(told)};`,
    ...(modality === 'atRest' ? ['    if (!rests) return;'] : []),
    `    claim_look(${number}, ${textOf(comesUp)}, told, ${quoted(`${verdict} ${id}`)});`,
    `\\#ifdef ${trailMacro(id)}`,
    `    if (told) uerror(${quoted(`${verdict} ${id}`)});`,
    '\\#endif',
    '  }',
    '}',
  ];
}

function watchAll(ground: Ground, properties: readonly Property[]): readonly string[] {
  const { rules } = ground.system;
  const acts = rules.filter(({ stimulus }) => stimulus.kind !== 'fault' && stimulus.message === undefined);
  const rests = allOf([
    ...ground.names.queues.map(({ length }) => `now.${length} == 0`),
    ...acts.map((rule) => negated(guardOf(ground, rule, 'now.'))),
  ]);
  return [
    'static void claim_report(void) {',
    '  printf("claims: %lu states, %lu at rest\\n", claim_states, claim_rests);',
    ...properties.map(({ id, modality }, number) => {
      const verb = modality === 'sometimes' ? 'true in' : 'broken in';
      const counts = `claim_broken[${number}], claim_came_up[${number}]`;
      return `  printf("claim %s: ${verb} %lu states, came up in %lu\\n", ${quoted(id)}, ${counts});`;
    }),
    '}',
    'static int claim_watch(void) {',
    `  int rests = ${textOf(rests)};`,
    '  if (claim_states++ == 0) atexit(claim_report);',
    '  claim_rests += rests;',
    ...properties.map((_, number) => `  claim_${number}(rests);`),
    '  return 0;',
    '}',
    '\\#define CLAIM_BROKEN (claim_watch() != 0)',
  ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
