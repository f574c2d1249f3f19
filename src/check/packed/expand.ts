/** The compiled `expand`: all events of one state, and what the properties say of it. */
import type { Rule } from '#model/rule.ts';
import { speaksOfMessage } from '#model/system.ts';
import { allUpdates } from '#model/update.ts';
import { emitResidual } from './emitResidual.ts';
import { knowOfState } from './knownFields.ts';
import { header, tallyOctets } from './memoryMap.ts';
import type { Program } from './program.ts';
import { residualOf } from './residual.ts';
import type { Locals, SelectedCode } from './ruleCode.ts';
import { RuleCode } from './ruleCode.ts';
import { Code } from './wasm.ts';

export interface Expand {
  readonly code: Code;
  /** The most states that one state can lead to. */
  readonly mostNext: number;
}

export function emitExpand(program: Program): Expand {
  const { system, layout } = program;
  const code = new Code(1);
  const queues = system.definition.queues;
  const locals: Locals = {
    before: { words: someLocals(code, layout.words), queues: queues.map(() => code.local()) },
    after: { words: someLocals(code, layout.words), queues: queues.map(() => code.local()) },
    alive: code.local(),
    hit: code.local(),
    spare: code.local(),
    key: code.local(),
  };
  emitUnpack(code, program, locals);
  const free = system.rules.filter((rule) => rule.stimulus.message === undefined);
  let mostNext = emitRules(program, code, locals, byStimulus(free), undefined);
  for (const [queue, { id }] of queues.entries()) {
    const rules = system.rules.filter((rule) => rule.stimulus.message?.queue === id);
    mostNext += emitQueue(program, code, locals, queue, rules);
  }
  emitProperties(program, code, locals);
  return { code, mostNext };
}

function emitUnpack(code: Code, { layout }: Program, { before }: Locals): void {
  const state = 0;
  const address = code.local();
  code.const(0).get(state).store(header.current);
  code
    .get(state)
    .const(layout.words * 4)
    .op('mul')
    .const(0)
    .load(header.states)
    .op('add')
    .set(address);
  for (const [at, word] of before.words.entries())
    code
      .get(address)
      .load(at * 4)
      .set(word);
  for (const [at, { word, shift, mask }] of layout.queues.entries()) {
    code
      .get(before.words[word] ?? -1)
      .const(shift)
      .op('shrUnsigned')
      .const(mask)
      .op('and')
      .set(before.queues[at] ?? -1);
  }
}

/** Rules by stimulus: those that stand in for others come after them. Returns how many can lead on at most. */
function emitRules(
  program: Program,
  code: Code,
  locals: Locals,
  groups: Groups,
  selected: SelectedCode | undefined,
): number {
  let emitted = 0;
  for (const group of groups) {
    const standIns = group.filter((rule) => rule.otherwise === true);
    const marks = standIns.length > 0;
    if (marks) code.const(0).set(locals.hit);
    for (const rule of [...group.filter((each) => each.otherwise !== true), ...standIns]) {
      const standsIn = rule.otherwise === true;
      const done = new RuleCode(program, code, locals, rule, selected).emit({ marks: marks && !standsIn, standsIn });
      if (done) emitted++;
    }
  }
  return emitted;
}

type Groups = readonly (readonly Rule[])[];

function byStimulus(rules: readonly Rule[]): Groups {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const { kind, name, instance } = rule.stimulus;
    const key = JSON.stringify([kind, name, instance]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

/** The rules on the messages of a queue: those on what it delivers next, then those on any message. */
function emitQueue(program: Program, code: Code, locals: Locals, queue: number, rules: readonly Rule[]): number {
  const { ordering, queueLength } = program.system.definition;
  const first = (rule: Rule) => rule.stimulus.message?.which === 'next' && ordering === 'fifo';
  const [content, position] = [locals.before.queues[queue] ?? -1, code.local()];
  const end = code.block();
  code.get(content).op('eqz').brIf(end);
  code.const(0).set(position);
  let most = emitSelected(program, code, locals, rules.filter(first), queue, position);
  const others = rules.filter((rule) => !first(rule));
  if (others.length > 0) {
    const again = code.loop();
    most += queueLength * emitSelected(program, code, locals, others, queue, position);
    code.get(position).const(1).op('add').tee(position);
    code.get(content).load8(program.map.lengths).op('ltUnsigned').brIf(again);
    code.end();
  }
  code.end();
  return most;
}

/** The rules on the message at a position: code for each message that can stand there, and code for them all. */
function emitSelected(
  program: Program,
  code: Code,
  locals: Locals,
  rules: readonly Rule[],
  queue: number,
  position: number,
): number {
  // Rules of one stimulus stay together, since one may stand in for another.
  const groups = byStimulus(rules);
  const whatever = groups.filter((group) => !group.some(asksForMessage));
  const asking = groups.filter((group) => group.some(asksForMessage));
  const most = emitRules(program, code, locals, whatever, { queue, position, code: undefined });
  if (asking.length === 0) return most;
  const { map, arriving } = program;
  const content = locals.before.queues[queue] ?? -1;
  const codes = [...(arriving[queue] ?? [])];
  const end = code.block();
  const cases = codes.map(() => code.block());
  const table = Array.from({ length: program.codes.size }, (_, each) => cases[codes.indexOf(each)] ?? end);
  code.get(content).const(2).op('shl').load(map.starts).get(position).op('add').const(1).op('shl').load16(map.codes);
  code.brTable(table, end);
  let mostOfOne = 0;
  for (const each of codes.toReversed()) {
    code.end();
    mostOfOne = Math.max(mostOfOne, emitRules(program, code, locals, asking, { queue, position, code: each }));
    code.br(end);
  }
  code.end();
  return most + mostOfOne;
}

function asksForMessage(rule: Rule): boolean {
  if (rule.when.some(speaksOfMessage)) return true;
  return allUpdates(rule.then).some((update) => {
    switch (update.type) {
      case 'mark':
      case 'markSame':
        return true;
      case 'assign':
        return update.value.type === 'arg';
      case 'onlyIf':
        return speaksOfMessage(update.condition);
      case 'send':
        return (
          [...update.needs, ...update.carried].some(speaksOfMessage) ||
          update.message.some(({ value }) => value.type === 'arg')
        );
      default:
        return false;
    }
  });
}

/** Counts, for each property that speaks of the state, whether it came up and whether the state is one to be counted. */
function emitProperties(program: Program, code: Code, locals: Locals): void {
  const { before, alive } = locals;
  const know = knowOfState(program);
  const end = code.block();
  code.const(0).load(header.mode).brIf(end);
  const inFlight = code.local();
  for (const [at, queue] of before.queues.entries()) {
    code.get(queue);
    if (at > 0) code.op('or');
  }
  code.set(inFlight).get(alive).op('eqz');
  code.if();
  code.get(inFlight);
  code.if();
  increase(code, header.stuck);
  noteFirst(code, header.stuckState);
  code.else();
  increase(code, header.ends);
  code.end();
  code.end();
  code.get(alive).get(inFlight).op('or').set(alive);
  for (const [at, { modality, premise, claim }] of program.properties.entries()) {
    const tally = program.map.tallies + at * tallyOctets;
    const next = code.block();
    if (modality === 'atRest') code.get(alive).brIf(next);
    if (premise !== undefined) {
      const unmet = code.block();
      code.const(0).load(tally).brIf(unmet);
      emitResidual(code, program, before, residualOf(premise, know));
      code.op('eqz').brIf(unmet);
      increase(code, tally);
      code.end();
    } else {
      code.const(0).const(1).store(tally);
    }
    emitResidual(code, program, before, residualOf(claim, know));
    if (modality === 'sometimes') code.op('eqz');
    code.brIf(next);
    increase(code, tally + 4);
    code
      .const(0)
      .load(tally + 8)
      .const(-1)
      .op('eq');
    code.if();
    code
      .const(0)
      .const(0)
      .load(header.current)
      .store(tally + 8);
    code.end();
    code.end();
  }
  code.end();
}

/** Notes the state that is looked at, unless one was noted before it. */
function noteFirst(code: Code, address: number): void {
  code.const(0).load(address).const(-1).op('eq');
  code.if();
  code.const(0).const(0).load(header.current).store(address);
  code.end();
}

function increase(code: Code, address: number): void {
  code.const(0).const(0).load(address).const(1).op('add').store(address);
}

function someLocals(code: Code, count: number): readonly number[] {
  return Array.from({ length: count }, () => code.local());
}
