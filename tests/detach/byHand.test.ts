import { describe, expect, it } from 'vitest';
import { byHandRuns, playByHand } from './byHandRuns.ts';
import { fates } from './explore.ts';

describe('what a person may do to a message', () => {
  for (const run of byHandRuns) {
    it(run.name, () => {
      const { trace } = playByHand(run);
      expect(fates(trace, run.message)).toEqual(run.fates);
      const last = trace.messages.filter(({ name }) => name === run.message).at(-1);
      if (run.reason !== undefined) expect(last?.reason).toMatch(run.reason);
    });
  }

  it('an altered message that is discarded changes no field of either end', () => {
    for (const run of byHandRuns.filter(({ name }) => /^a (BU|BA|DELETE).*(altered|integrity)/.test(name))) {
      const { fields } = playByHand(run);
      expect(fields.at(-1)).toEqual(fields.at(-2));
    }
  });
});
