import { describe, expect, it } from 'vitest';
import type { DetachSystem } from '#detach/detach.ts';
import { boundsByHand, boundsOf, detachWith, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';
import { basesOfRule } from '#model/rule.ts';
import { withoutBasis } from '#model/switchOff.ts';
import type { BasisId } from '#spec/basis.ts';
import { requirements } from '#spec/requirements.ts';
import { explore, fates, playTexts } from './explore.ts';

function without(basis: BasisId, variant: Variant = defaultVariant): DetachSystem {
  const parts = partsOf(variant, boundsByHand);
  return detachWith(parts, withoutBasis(rulesOf(parts), basis));
}

const undisturbed = [
  'detach buThenDelete',
  'deliver bindingUpdate',
  'deliver bindingAck:0',
  'deliver deleteRequest',
  'deliver deleteResponse',
];

describe('the text without one of its sentences', () => {
  it('without R-8.4.3.2-1 no BU is sent, and the binding outlives the SAs', () => {
    const { trace, end } = playTexts(without('R-8.4.3.2-1'), [
      'detach buThenDelete',
      'timer bindingUpdate',
      'timer bindingUpdate',
      'timer bindingUpdate',
      'deliver deleteRequest',
      'deliver deleteResponse',
    ]);
    expect(fates(trace, 'bindingUpdate')).toEqual([]);
    expect(end).toMatchObject({ 'ue.phase': 'detached', 'pdnGw.binding': true, 'pdnGw.phase': 'boundWithoutSas' });
  });

  it('without R-8.4.3.2-4 no DELETE is sent, and both ends keep their SAs', () => {
    const { trace, end } = playTexts(without('R-8.4.3.2-4'), undisturbed.slice(0, 3));
    expect(fates(trace, 'deleteRequest')).toEqual([]);
    expect(end).toMatchObject({ 'pdnGw.binding': false, 'pdnGw.ikeSa': true, 'ue.ikeSa': true });
  });

  it('without R-8.4.3.2-5 the payload ESP SA of the UE stays', () => {
    const { end } = playTexts(without('R-8.4.3.2-5'), undisturbed);
    expect(end).toMatchObject({ 'ue.signallingSa': false, 'ue.payloadSa': true });
  });

  it('without R-8.4.3.3-1 the BA says 0 and the binding stays', () => {
    const { end } = playTexts(without('R-8.4.3.3-1'), undisturbed);
    expect(end).toMatchObject({ 'ue.phase': 'detached', 'pdnGw.binding': true });
  });

  it('without R-8.4.3.3-2 the first BU draws no BA; the next one draws 133, which RFC 3775 asks for', () => {
    const { trace, end } = playTexts(without('R-8.4.3.3-2'), [
      ...undisturbed.slice(0, 2),
      'timer bindingUpdate',
      'deliver bindingUpdate',
      'deliver bindingAck:133',
    ]);
    expect(fates(trace, 'bindingAck:0')).toEqual([]);
    expect(end['pdnGw.binding']).toBe(false);
  });

  it('without R-8.4.3.3-3 the ESP SAs go and the IKE SA stays; without R-8.4.3.3-4 the other way round', () => {
    expect(playTexts(without('R-8.4.3.3-3'), undisturbed).end).toMatchObject({
      'pdnGw.ikeSa': true,
      'pdnGw.signallingSa': false,
    });
    expect(playTexts(without('R-8.4.3.3-4'), undisturbed).end).toMatchObject({
      'pdnGw.ikeSa': false,
      'pdnGw.signallingSa': true,
      'pdnGw.payloadSa': true,
    });
  });

  it('without R-8.4.3.1-7 the UE acknowledges and stays attached', () => {
    const { trace, end } = playTexts(without('R-8.4.3.1-7'), [
      'orderDetach withAck',
      'deliver detachNotification buThenDelete',
      'deliver detachNotificationAck',
    ]);
    expect(fates(trace, 'bindingUpdate')).toEqual([]);
    expect(end).toMatchObject({ 'ue.phase': 'attached', 'pdnGw.phase': 'notified' });
  });

  it('without R-8.4.3.3-5 no notification leaves', () => {
    const { trace } = playTexts(without('R-8.4.3.3-5'), ['orderDetach withAck']);
    expect(trace.messages).toEqual([]);
  });

  it('without L-16 the BU does not end the notification', () => {
    const texts = ['orderDetach withAck', 'lose detachNotification', 'detach buThenDelete', 'deliver bindingUpdate'];
    expect(playTexts(without('L-16'), texts).end['pdnGw.notificationTransmissions']).toBe(1);
    expect(playTexts(without('D-6'), texts).end['pdnGw.notificationTransmissions']).toBe(0);
  });
});

describe('whatever sentence of the contribution goes, in every preset, the rest still steps', () => {
  for (const preset of presets) {
    it(preset.name, () => {
      const variant = presetVariant(preset);
      const parts = partsOf(variant, boundsOf(variant));
      const rules = rulesOf(parts);
      const used = new Set<string>(rules.flatMap((rule) => basesOfRule(rule)));
      const sentences = requirements.map(({ id }) => id).filter((id) => used.has(id));
      expect(sentences.length).toBeGreaterThan(3);
      for (const id of sentences) {
        const { states } = explore(detachWith(parts, withoutBasis(rules, id)), 400);
        expect(states.length, id).toBeGreaterThan(1);
      }
    });
  }
});
