/** The timers of a reading, in the form of TS 24.301 clause 10.2: value, state, cause of start, normal stop, on expiry. */
import type { Variant } from '#detach/variant.ts';
import type { Session } from '#session/session.ts';
import type { Backoff } from '#session/timing.ts';
import { waitMilliseconds } from '#session/timing.ts';
import type { PackTable, Paragraph } from './packBlocks.ts';
import { paragraph } from './packBlocks.ts';

const columns = ['Timer', 'Side', 'Value', 'State', 'Cause of start', 'Normal stop', 'On expiry'];

export function timerTable({ parts: { variant }, timing }: Session, number: () => string): PackTable | Paragraph {
  if (variant.timers === 'none') return paragraph('In this reading no timer runs: the text names none.');
  const most = variant.maxRetransmissions;
  const mobileIp = variant.mobileIp === 'yes';
  const rows = [
    ...(mobileIp ? [bindingUpdateRow(variant, timing.bindingUpdate)] : []),
    deleteRow('UE', 'The UE sends the DELETE request', most, timing.ikeDelete),
    ...(mobileIp && (variant.notification === 'bri' || variant.notification === 'unnamed')
      ? notificationRows(variant, timing.notification)
      : []),
    ...(variant.notification === 'gatewayDelete'
      ? [deleteRow('PDN GW', 'The PDN GW sends its DELETE request', most, timing.ikeDelete)]
      : []),
  ];
  return { type: 'table', caption: `Table ${number()}: Timers of the detach`, columns, rows };
}

function deleteRow(side: 'UE' | 'PDN GW', cause: string, most: number, backoff: Backoff): readonly string[] {
  return [
    'T-IKE',
    side,
    waits(backoff, most),
    'DELETE sent',
    cause,
    'DELETE response',
    expiry(most, 'the same request is sent again', `the ${side} drops the IKE SA and its ESP SAs`),
  ];
}

function bindingUpdateRow({ maxRetransmissions: most, order }: Variant, backoff: Backoff): readonly string[] {
  const then = order === 'buOnly' ? '' : ', and goes on to DELETE where that is still to come';
  return [
    'T-BU',
    'UE',
    waits(backoff, most),
    'BU with lifetime 0 sent',
    'The UE sends a BU with lifetime 0',
    'BA',
    expiry(most, 'the BU is sent again, with the next sequence number', `the UE drops its list entry${then}`),
  ];
}

const givenUp: Readonly<Record<Variant['notificationGiveUp'], string>> = {
  keepAll: 'the PDN GW keeps all that it has',
  dropBinding: 'the PDN GW drops the binding',
  dropBindingAndSas: 'the PDN GW drops the binding and the SAs',
};

function notificationRows(variant: Variant, backoff: Backoff): readonly (readonly string[])[] {
  const { notification, acknowledgement, maxRetransmissions: most, notificationGiveUp } = variant;
  if (acknowledgement === 'no') return [];
  const [name, sent, stop] =
    notification === 'bri'
      ? ['T-BRI', 'BRI', 'BRA']
      : ['Timer (FFS)', 'detach notification (FFS)', 'Its acknowledgement (FFS)'];
  return [
    [
      name ?? '',
      'PDN GW',
      waits(backoff, most),
      `${sent} sent`,
      `The PDN GW sends the ${sent}`,
      `${stop}; or a BU with lifetime 0`,
      expiry(most, `the ${sent} is sent again`, givenUp[notificationGiveUp]),
    ],
  ];
}

/** "1 s, 2 s, 4 s": after each transmission. */
function waits(backoff: Backoff, most: number): string {
  return Array.from({ length: most + 1 }, (_, at) => `${waitMilliseconds(backoff, at + 1) / 1000} s`).join(', ');
}

function expiry(most: number, again: string, last: string): string {
  if (most === 0) return `On the 1st expiry ${last}`;
  const [first, end] = [ordinal(most), ordinal(most + 1)];
  return most === 1
    ? `On the 1st expiry ${again}; on the 2nd ${last}`
    : `On the 1st to ${first} expiry ${again}; on the ${end} ${last}`;
}

function ordinal(count: number): string {
  return `${count}${['th', 'st', 'nd', 'rd'][count] ?? 'th'}`;
}
