import { mkdirSync } from 'node:fs';
import { it } from 'vitest';
import { combinations, exportAll } from '/work/main/tests/proof/support/exports.ts';
import { tsharkFrames, tsharkRefusals } from '/work/main/tests/proof/support/comparison.ts';
import { scapyFrames } from '/work/main/tests/proof/support/judges.ts';
it('x', async () => {
  for (const c of combinations) {
    const folder = `/tmp/w8/exp/${c.access}-${c.suite}`;
    mkdirSync(folder, { recursive: true });
    try {
      let t = performance.now();
      const all = await exportAll(c, folder); for (const e of all) {
      const te = performance.now() - t; t = performance.now();
      const f = tsharkFrames(e.capture, e.keys);
      const tt = performance.now() - t; t = performance.now();
      const [s = []] = scapyFrames([e]);
      const ts = performance.now() - t;
      const tally = (x: string[]) => { const m: Record<string, number> = {}; for (const y of x) m[y] = (m[y] ?? 0) + 1; return m; };
      console.log(all.length, c.access, c.suite, f.length, Math.round(te), Math.round(tt), Math.round(ts), JSON.stringify(tsharkRefusals(f).slice(0, 5)), tsharkRefusals(f).length,
        'icv', JSON.stringify(tally(f.flatMap((x) => x['esp.icv_good'] ?? []))), 'enc', f.filter((x) => (x['isakmp.enc.decrypted'] ?? []).length).length, 'sk', f.filter((x) => (x['isakmp.typepayload'] ?? []).includes('46')).length,
        'scapy', JSON.stringify(tally(s.flatMap((x) => x.esp.map((y) => String(y.verified))))), JSON.stringify(tally(s.flatMap((x) => x.mobility.map((y) => String(y.checksum_ok))))));
    } } catch (error) { console.log(c.access, c.suite, String(error).slice(0, 600)); }
  }
}, 600_000);
