/** The programs that the proof by SPIN calls. */
import { spawnSync } from 'node:child_process';

/** @throws {Error} that says how to get those that are missing. */
export function requireSpin(): void {
  const missing = ['spin', 'tcc'].filter((name) => spawnSync(name, [name === 'spin' ? '-V' : '-version']).status !== 0);
  if (missing.length > 0) throw new Error(`apt-get install ${missing.join(' ')}: the proof by SPIN needs them`);
}
