import { describe, expect, it } from 'vitest';
import { panelsOf } from '#session/panel.ts';
import { ordinal, saySeconds } from '#session/runningTimers.ts';
import { type Side, securityAssociations } from '#session/securityAssociations.ts';
import { lastStep } from '#session/session.ts';
import { play } from './runs.ts';

const buThenDelete = { order: 'buThenDelete' } as const;

function panel(session: ReturnType<typeof play>, side: Side, step = lastStep(session), at = 0) {
  const found = panelsOf(session, step, side)[at];
  if (found === undefined) throw new Error('no such panel');
  return { ...found, values: Object.fromEntries(found.rows.map((row) => [row.key, row.value])) };
}

describe('panels', () => {
  const session = play(buThenDelete, ['detach buThenDelete', '...']);

  it('say the phase of the UE at each step', () => {
    const headlines = session.trace.steps.map(({ step }) => panel(session, 'ue', step).headline);
    expect(panel(session, 'ue', 0).headline).toBe('Attached');
    expect(headlines).toEqual([
      'Waiting for the BA',
      'Waiting for the BA',
      'Waiting for the DELETE response',
      'Waiting for the DELETE response',
      'Detached',
    ]);
  });

  it('R-8.4.3.1-3: at the end the access is up and the PDN connection over S2c is gone', () => {
    expect(panel(session, 'ue', 0).values).toEqual({
      binding: 'up',
      sas: 'up',
      timer: 'none runs',
      access: 'up',
      pdn: 'up',
    });
    expect(panel(session, 'ue', 1).values).toMatchObject({ binding: 'closing', sas: 'up', pdn: 'closing' });
    expect(panel(session, 'ue', 3).values).toMatchObject({ binding: 'gone', sas: 'closing', pdn: 'gone' });
    expect(panel(session, 'ue').values).toEqual({
      binding: 'gone',
      sas: 'gone',
      timer: 'none runs',
      access: 'up',
      pdn: 'gone',
    });
    const labels = panel(session, 'ue').rows.map((row) => row.label);
    expect(labels).toEqual([
      'Binding (list entry)',
      'IKE SA, ESP SAs',
      'Timer',
      'Access IP (CoA)',
      'PDN over S2c (HoA)',
    ]);
  });

  it('say what the PDN GW has', () => {
    expect(panel(session, 'pdnGw', 2)).toMatchObject({ headline: 'Binding deleted, SAs in place' });
    expect(panel(session, 'pdnGw', 2).values).toEqual({
      binding: 'gone',
      ikeSa: 'up',
      espSas: 'up',
      timer: 'none runs',
      response: 'none',
    });
    expect(panel(session, 'pdnGw').values).toMatchObject({ ikeSa: 'gone', espSas: 'gone', response: 'remembered' });
  });

  it('count the timer down: T-BU 1 s, 1st of 3; after the first repeat 2 s, 2nd of 3', () => {
    const lossy = play(buThenDelete, ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate']);
    expect(panel(lossy, 'ue', 1).values.timer).toBe('T-BU 1 s, 1st of 3');
    expect(panel(lossy, 'ue', 3).values.timer).toBe('T-BU 2 s, 2nd of 3');
    expect(panel(lossy, 'ue', 3).rows[2]?.kind).toBe('timer');
    const answered = play(buThenDelete, ['detach buThenDelete', 'deliver bindingUpdate']);
    expect(panel(answered, 'ue').values.timer).toBe('T-BU 1 s, 1st of 3');
    expect(panel(answered, 'ue').timers).toEqual([
      {
        name: 'T-BU',
        transmission: 1,
        of: 3,
        startedAt: 0,
        waitMilliseconds: 1000,
        remainingMilliseconds: 950,
      },
    ]);
  });

  it('A1: with both outstanding the timer that ends first stands in front', () => {
    const both = play({ order: 'backToBack' }, ['detach backToBack']);
    expect(panel(both, 'ue')).toMatchObject({ headline: 'Waiting for BA and DELETE response' });
    expect(panel(both, 'ue').values.timer).toBe('T-BU 1 s, 1st of 3; T-IKE');
  });

  it('FFS: the timer of the unnamed notification has no name', () => {
    const told = play(buThenDelete, ['orderDetach withAck']);
    expect(panel(told, 'pdnGw')).toMatchObject({ headline: 'Waiting for the acknowledgement' });
    expect(panel(told, 'pdnGw').values).toMatchObject({ binding: 'closing', timer: 'Timer (FFS) 1 s, 1st of 3' });
    const bri = play({ ...buThenDelete, notification: 'bri', acknowledgement: 'yes' }, ['orderDetach']);
    expect(panel(bri, 'pdnGw').values.timer).toBe('T-BRI 1 s, 1st of 3');
  });

  it('show no timer where the reading has none', () => {
    const still = play({ ...buThenDelete, timers: 'none' }, ['detach buThenDelete']);
    expect(panel(still, 'ue').values.timer).toBe('none runs');
  });

  it('H-10: without coverage the access is gone', () => {
    const lost = play({ ...buThenDelete, coverageMayBeLost: 'yes' }, ['coverageLost']);
    expect(panel(lost, 'ue').values.access).toBe('gone');
  });

  it('there is one for each PDN connection', () => {
    const two = play({ ...buThenDelete, pdnConnections: 2 }, ['detach buThenDelete']);
    expect(panelsOf(two, 1, 'ue').map((each) => [each.apn, each.headline])).toEqual([
      ['internet', 'Waiting for the BA'],
      ['ims', 'Attached'],
    ]);
  });

  it('without Mobile IP they speak of the tunnel', () => {
    const tunnel = play({ mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' }, []);
    expect(panel(tunnel, 'pdnGw').headline).toBe('Tunnel in place');
    expect(panel(tunnel, 'ue').rows.map((row) => row.key)).toEqual(['sas', 'timer', 'access', 'pdn']);
  });
});

describe('security associations', () => {
  it('are up, closing at the UE, gone at the PDN GW, gone', () => {
    const session = play(buThenDelete, ['detach buThenDelete', '...']);
    const marks = (step: number) =>
      securityAssociations(session, step)[0]?.pairs.map(({ name, ue, pdnGw }) => `${name}: ${ue} - ${pdnGw}`);
    expect(marks(2)).toEqual(['IKE SA: up - up', 'BU/BA ESP: up - up', 'payload ESP: up - up']);
    expect(marks(3)).toEqual(['IKE SA: closing - up', 'BU/BA ESP: closing - up', 'payload ESP: closing - up']);
    expect(marks(4)).toEqual(['IKE SA: closing - gone', 'BU/BA ESP: closing - gone', 'payload ESP: closing - gone']);
    expect(marks(5)).toEqual(['IKE SA: gone - gone', 'BU/BA ESP: gone - gone', 'payload ESP: gone - gone']);
  });

  it('W-2: of chosen ones only the payload pair closes; a pair that never was is left out', () => {
    const session = play({ mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' }, [
      'detach deleteOnly',
    ]);
    expect(securityAssociations(session, 1)[0]?.pairs).toEqual([
      { name: 'IKE SA', ue: 'up', pdnGw: 'up' },
      { name: 'payload ESP', ue: 'closing', pdnGw: 'up' },
    ]);
  });
});

describe('words', () => {
  it('round seconds up to a tenth', () => {
    expect([0, 1, 950, 1000, 11_201].map(saySeconds)).toEqual(['0 s', '0.1 s', '1 s', '1 s', '11.3 s']);
  });

  it('count in order', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '111th',
    ]);
  });
});
