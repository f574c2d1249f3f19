/** The fields of both actors and of the network. Of each PDN connection the same fields, made once for each. */
import { choiceField, countField, flagField } from '#model/field.ts';
import type { Variant } from './variant.ts';

export const uePhases = [
  'attached',
  'awaitingBindingAck',
  'awaitingDeleteResponse',
  'awaitingBoth',
  'awaitingWindow',
  'deregistered',
  'detached',
] as const;

export const pdnGwPhases = [
  'bound',
  'notifying',
  'notified',
  'unbound',
  'boundWithoutSas',
  'deleting',
  'released',
] as const;

export const detachOrders = [
  'none',
  'buThenDelete',
  'buOnly',
  'backToBack',
  'backToBackDeleteFirst',
  'deleteThenBu',
  'deleteOnly',
] as const;
export type DetachOrder = Exclude<(typeof detachOrders)[number], 'none'>;

/** What has to be gone at the end of a detach. */
const held = { clean: false } as const;
const counted = { clean: 0 } as const;

/**
 * The fields of one IKE SA: kept once where PDN connections share it.
 *
 * A counter of transmissions reaches one above `most`, so that a rule which sends once too often can be seen to (P10).
 */
export function ikeSaFields(instance: string, shown: string, variant: Variant, most: number) {
  const at = suffix(instance);
  return {
    ue: {
      ikeSa: flagField(`ue.ikeSa${at}`, true, `the UE's IKE SA${shown}`, ['is there', 'is gone'], held),
      /** 0: no DELETE is outstanding. */
      deleteTransmissions: countField(
        `ue.deleteTransmissions${at}`,
        most + 1,
        `the number of DELETE transmissions outstanding at the UE${shown}`,
        counted,
      ),
      rememberedResponse: flagField(`ue.rememberedResponse${at}`, false, `the UE${shown}`, [
        'still holds its DELETE response',
        'holds no DELETE response',
      ]),
    },
    pdnGw: {
      ikeSa: flagField(`pdnGw.ikeSa${at}`, true, `the PDN GW's IKE SA${shown}`, ['is there', 'is gone'], held),
      deleteTransmissions: countField(
        `pdnGw.deleteTransmissions${at}`,
        variant.notification === 'gatewayDelete' ? most + 1 : 0,
        `the number of DELETE transmissions outstanding at the PDN GW${shown}`,
        counted,
      ),
      rememberedResponse: flagField(`pdnGw.rememberedResponse${at}`, false, `the PDN GW${shown}`, [
        'still holds its DELETE response',
        'holds no DELETE response',
      ]),
    },
  };
}

/** The fields of one PDN connection; `instance` is empty for the first, its APN for others. */
export function connectionFields(instance: string, shown: string, variant: Variant, most: number) {
  const at = suffix(instance);
  const mobileIp = variant.mobileIp === 'yes';
  const payload = variant.childSas === 'signallingAndPayload' || !mobileIp;
  const there = ['is there', 'is gone'] as const;
  return {
    ue: {
      phase: choiceField(`ue.phase${at}`, uePhases, 'attached', {
        subject: `the UE${shown}`,
        role: 'phase',
        says: {
          attached: 'is attached',
          awaitingBindingAck: 'is awaiting the BA',
          awaitingDeleteResponse: 'is awaiting the DELETE response',
          awaitingBoth: 'is awaiting both the BA and the DELETE response',
          awaitingWindow: 'is waiting to send its DELETE',
          deregistered: 'is de-registered, its IKEv2 session left open',
          detached: 'is detached',
        },
      }),
      /** The order that this detach follows. */
      order: choiceField(`ue.order${at}`, detachOrders, 'none', {
        subject: `the order of the UE's detach${shown}`,
        says: {
          none: 'is not chosen yet',
          buThenDelete: 'is BU, then DELETE',
          buOnly: 'is BU alone',
          backToBack: 'is BU and DELETE back to back',
          backToBackDeleteFirst: 'is DELETE and BU back to back',
          deleteThenBu: 'is DELETE, then BU',
          deleteOnly: 'is DELETE alone',
        },
      }),
      bindingUpdateListEntry: flagField(
        `ue.bindingUpdateListEntry${at}`,
        mobileIp,
        `the UE's Binding Update List entry${shown}`,
        there,
        held,
      ),
      signallingSa: flagField(`ue.signallingSa${at}`, mobileIp, `the UE's BU/BA ESP SA pair${shown}`, there, held),
      payloadSa: flagField(`ue.payloadSa${at}`, payload, `the UE's payload ESP SA pair${shown}`, there, held),
      /** 0: no BU is outstanding. */
      buTransmissions: countField(
        `ue.buTransmissions${at}`,
        mobileIp ? most + 1 : 0,
        `the number of BU transmissions outstanding${shown}`,
        counted,
      ),
      refreshSent: flagField(`ue.refreshSent${at}`, false, `the refresh BU${shown}`, [
        'has been sent',
        'has not been sent',
      ]),
    },
    pdnGw: {
      phase: choiceField(`pdnGw.phase${at}`, pdnGwPhases, 'bound', {
        subject: `the PDN GW${shown}`,
        role: 'phase',
        says: {
          bound: mobileIp ? 'has the binding' : 'has the tunnel',
          notifying: 'is awaiting the acknowledgement of its notification',
          notified: 'has notified the UE',
          unbound: 'has no binding, its SAs are there',
          boundWithoutSas: 'has a binding without SAs',
          deleting: 'is awaiting the response to its DELETE',
          released: 'has released everything',
        },
      }),
      binding: flagField(`pdnGw.binding${at}`, mobileIp, `the PDN GW's binding${shown}`, there, held),
      /** The last BU accepted was the refresh. */
      refreshAccepted: flagField(`pdnGw.refreshAccepted${at}`, false, `the refresh BU${shown}`, [
        'was the last one accepted',
        'was not the last one accepted',
      ]),
      signallingSa: flagField(
        `pdnGw.signallingSa${at}`,
        mobileIp,
        `the PDN GW's BU/BA ESP SA pair${shown}`,
        there,
        held,
      ),
      payloadSa: flagField(`pdnGw.payloadSa${at}`, payload, `the PDN GW's payload ESP SA pair${shown}`, there, held),
      notificationTransmissions: countField(
        `pdnGw.notificationTransmissions${at}`,
        most + 1,
        `the number of notification transmissions outstanding${shown}`,
        counted,
      ),
      detachOrdered: flagField(`pdnGw.detachOrdered${at}`, false, `the operator${shown}`, [
        'has ordered a detach',
        'has ordered no detach',
      ]),
    },
    /** Written for properties only: what happened at some time in this run. */
    seen: {
      buSent: observer(`observer.buSent${at}`, `the BU${shown}`, 'was sent', 'was never sent'),
      gaveUp: observer(`observer.gaveUp${at}`, `some actor${shown}`, 'gave up', 'never gave up'),
      notSent: observer(`observer.notSent${at}`, `some message${shown}`, 'could not be sent', 'could always be sent'),
      baDiscarded: observer(
        `observer.baDiscarded${at}`,
        `a BA${shown}`,
        'was discarded for want of the SA',
        'was never discarded for want of the SA',
      ),
      awaitedBaDiscarded: observer(
        `observer.awaitedBaDiscarded${at}`,
        `a BA that the UE waited for${shown}`,
        'was discarded for want of the SA',
        'was never discarded for want of the SA',
      ),
      buDiscarded: observer(
        `observer.buDiscarded${at}`,
        `a BU${shown}`,
        'was discarded for want of the SA while the binding existed',
        'was never discarded for want of the SA while the binding existed',
      ),
      gatewayClosed: observer(
        `observer.gatewayClosed${at}`,
        `the PDN GW${shown}`,
        'started closing the IKE SA',
        'never started closing the IKE SA',
      ),
    },
  };
}

/** What scenarios can set at the start and no rule sets: circumstances that the tables of the reading do not name. */
export const circumstances = {
  /** H-28: a request of the UE is unanswered, and the window is 1. */
  livenessOutstanding: flagField('ue.livenessOutstanding', false, 'a liveness check of the UE', [
    'is outstanding',
    'is not outstanding',
  ]),
  /** H-26: the PDN GW has asked for another child SA. */
  createOutstanding: flagField('pdnGw.createOutstanding', false, 'a CREATE_CHILD_SA request of the PDN GW', [
    'is outstanding',
    'is not outstanding',
  ]),
  /** H-20: the SPD row for Mobility Header type 16. */
  spdCoversRevocation: flagField('pdnGw.spdCoversRevocation', true, 'an SPD row for Mobility Header type 16', [
    'is there',
    'is missing',
  ]),
  /** H-35: V is set in the BRI. */
  revokesIpv4Only: flagField('pdnGw.revokesIpv4Only', false, 'the PDN GW', [
    'revokes only the IPv4 home address',
    'revokes the whole binding',
  ]),
  ipv4Binding: flagField('pdnGw.ipv4Binding', true, "the binding's IPv4 home address", ['is there', 'is gone']),
  /** H-40: the BRA carries status 133. */
  refusesRevocation: flagField('ue.refusesRevocation', false, 'the UE', [
    'does not support the revocation trigger',
    'supports the revocation trigger',
  ]),
  /** H-25: the UE goes on using its home address. */
  sendsLateData: flagField('ue.sendsLateData', false, 'the UE', [
    'still sends with its home address',
    'no longer sends with its home address',
  ]),
  /** 3GPP access below S2c: no rule of the detach writes it (R-8.4.3.1-3). */
  accessConnectivity: flagField('ue.accessConnectivity', true, 'the access connectivity of the UE', [
    'is up',
    'is lost',
  ]),
};

/** The network's own fields; each bound says how often its fault is possible. */
export function networkFields(bounds: {
  readonly loss: number;
  readonly duplication: number;
  readonly alteration: number;
}) {
  return {
    losses: countField('network.losses', bounds.loss, 'the number of messages lost'),
    duplications: countField('network.duplications', bounds.duplication, 'the number of messages duplicated'),
    alterations: countField('network.alterations', bounds.alteration, 'the number of messages altered'),
    coverage: flagField('network.coverage', true, 'the coverage', ['is there', 'is lost']),
    restarted: flagField('network.restarted', false, 'the PDN GW', ['has restarted', 'has not restarted']),
  };
}

export type ConnectionFields = ReturnType<typeof connectionFields>;
export type IkeSaFields = ReturnType<typeof ikeSaFields>;
export type NetworkFields = ReturnType<typeof networkFields>;

function observer(id: string, subject: string, yes: string, no: string) {
  return flagField(id, false, subject, [yes, no], { role: 'observer' });
}

function suffix(instance: string): string {
  return instance === '' ? '' : `@${instance}`;
}
