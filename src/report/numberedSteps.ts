/**
 * A run as numbered steps in 3GPP form, to stand below its figure: "1.", "2a.", "2b.".
 *
 * Deliveries in a row of messages that were all under way before the first of them could have come in any order: they share a number and
 * have a letter each.
 */
import { basisOfStep } from '#chart/stepBasis.ts';
import type { TraceStep } from '#run/trace.ts';
import { phaseHeadline } from '#session/panel.ts';
import type { Session } from '#session/session.ts';
import { messageOf } from '#session/session.ts';
import type { Steps } from './packBlocks.ts';

type Phase = Parameters<typeof phaseHeadline>[1];

export function numberedSteps(session: Session): Steps {
  const groups = groupsOf(session);
  return {
    type: 'steps',
    items: groups.flatMap((group, at) =>
      group.map((step, index) => ({
        number: `${at + 1}${group.length === 1 ? '' : String.fromCharCode('a'.charCodeAt(0) + index)}`,
        text: sayStep(session, step),
      })),
    ),
  };
}

/** Letters end at z; so many messages are never under way at once. */
const MOST_OF_GROUP = 26;

function groupsOf(session: Session): readonly (readonly TraceStep[])[] {
  const groups: TraceStep[][] = [];
  for (const step of session.trace.steps) {
    const group = groups.at(-1);
    const first = group?.[0];
    const joins =
      first !== undefined &&
      isDelivery(first) &&
      isDelivery(step) &&
      step.acted !== undefined &&
      messageOf(session, step.acted).instance.sentAt < first.step;
    if (group !== undefined && joins && group.length < MOST_OF_GROUP) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

function isDelivery({ rule }: TraceStep): boolean {
  return rule.stimulus.kind === 'delivery';
}

/** "The PDN GW receives (1) Binding Update, lifetime 0. BU with lifetime 0: ... It sends (2) .... (TR 24.801 8.4.3.3)". */
function sayStep(session: Session, step: TraceStep): string {
  const { acted, rule, sent } = step;
  const actor = actorNames[rule.actor] ?? 'network';
  const taken = acted === undefined ? undefined : messageOf(session, acted);
  const starts =
    isDelivery(step) && taken !== undefined ? `The ${actor} receives ${nameOf(taken.number, session)}. ` : '';
  const about = !isDelivery(step) && taken !== undefined ? `${nameOf(taken.number, session)}: ` : '';
  const sends = sent.map((number) => {
    const { instance } = messageOf(session, number);
    if (instance.copyOf !== undefined) return `A copy of it is ${nameOf(number, session)}.`;
    const verb = instance.fate === 'notSent' ? 'cannot send' : 'sends';
    return `The ${actor} ${verb} ${nameOf(number, session)}.`;
  });
  const discarded = taken?.instance.fate === 'discarded' && taken.instance.endedAt === step.step;
  const reason = discarded ? [`It is discarded: ${taken.instance.reason ?? 'the text does not say why'}.`] : [];
  const parts = [`${starts}${about}${sentence(rule.title)}`, ...reason, ...sends, ...phases(session, step)];
  return `${parts.join(' ')} (${basisOfStep(step).clause})`;
}

const actorNames: Readonly<Record<string, string>> = { ue: 'UE', pdnGw: 'PDN GW' };

function nameOf(number: number, session: Session): string {
  const { title, decisive } = messageOf(session, number);
  return `(${number}) ${decisive === '' ? title : `${title}, ${decisive}`}`;
}

/** "UE: detached." for each side whose phase is another one. */
function phases(session: Session, step: TraceStep): readonly string[] {
  const last = new Map(
    step.effects.flatMap((effect) =>
      effect.type === 'changed' && effect.field.role === 'phase' ? [[effect.field.id, effect] as const] : [],
    ),
  );
  return [...last.values()].map(({ field, after }) => {
    const side = field.owner === 'ue' ? 'ue' : 'pdnGw';
    const words = phaseHeadline(side, after as Phase, session.parts.variant.mobileIp === 'yes');
    const apn =
      session.parts.connections.length > 1 ? (field.id.split('@')[1] ?? session.parts.connections[0]?.apn) : undefined;
    return `${actorNames[field.owner] ?? field.owner}${apn === undefined ? '' : `, ${apn}`}: ${words}.`;
  });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
