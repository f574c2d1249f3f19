import { it } from 'vitest';
import { detach, boundsOf, detachWith, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { defaultVariant, parameters, parameterNames, differences } from '#detach/variant.ts';
import { scenarios } from '#detach/scenario.ts';
import { withoutBasis } from '#model/switchOff.ts';
import { basesOfRule } from '#model/rule.ts';
import { explore, keyOf } from './explore.ts';
const readings = [...presets.map(p=>[p.name, presetVariant(p)] as const)];
for (const n of parameterNames) for (const v of parameters[n]) { if (v===parameters[n][0]) continue; readings.push([n+'='+v, {...defaultVariant, ...(n==='secondPdn'||n==='sharedIkeSa'?{pdnConnections:2}:{}), [n]: v} as any]); }
it('pairs', () => {
  const t0 = Date.now(); let total=0; const errs = new Map<string,string>();
  for (const [name, v] of readings) {
    const sys = detach(v, {loss:1,duplication:1,alteration:1});
    const bad = new Set<string>();
    try {
      const r = explore(sys, 3000, (state, events) => {
        for (const [q, queue] of state.queues.entries()) { const m = queue[0]; if (!m) continue;
          if (!events.some(e => e.at?.queue===q && e.at.position===0 && sys.rule(e.rule).stimulus.kind==='delivery')) bad.add(sys.definition.nameMessage(m, sys.places)); }
      });
      total += r.states.length;
    } catch (e) { bad.add('THROW ' + (e as Error).message); }
    if (bad.size) console.log(name, [...bad].join(' ; '));
  }
  console.log('total', total, Date.now()-t0, 'ms', readings.length);
}, 60000);
it('switchoff', () => {
  const t0=Date.now();
  const parts = partsOf(defaultVariant, boundsOf(defaultVariant));
  const rules = rulesOf(parts); const bases = [...new Set(rules.flatMap(r=>[...basesOfRule(r)]))];
  for (const b of bases) { try { const sys = detachWith(parts, withoutBasis(rules, b)); const r= explore(sys, 2000); console.log('ok', b, r.states.length, r.cut);} catch(e) { console.log('FAIL', b, (e as Error).message); } }
  console.log(Date.now()-t0);
}, 60000);
