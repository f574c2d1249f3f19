/**
 * Ends the process if one frame takes longer than seconds: a decoder that never returns would stop a test that waits for it as well.
 *
 * It is a thread of its own, which sees in shared memory whether the count moves on, and prints the frame that it stopped at.
 */
import { Worker } from 'node:worker_threads';

const SECONDS = 20;
/** Longer frames are printed as far as this. */
const KEPT = 4096;

const thread = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const header = new Int32Array(workerData.memory, 0, 2);
const frame = new Uint8Array(workerData.memory, 8);
let before = -1;
setInterval(() => {
  const count = Atomics.load(header, 0);
  if (count === before) {
    const octets = Buffer.from(frame.subarray(0, header[1])).toString('hex');
    writeSync(2, 'No end within ' + workerData.seconds + ' s of ' + workerData.name + ', frame ' + count + ': ' + octets + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  before = count;
}, workerData.seconds * 1000);
`;

export class Watchdog {
  readonly #memory = new SharedArrayBuffer(8 + KEPT);
  readonly #header = new Int32Array(this.#memory, 0, 2);
  readonly #frame = new Uint8Array(this.#memory, 8);
  readonly #worker: Worker;

  /** @param name what is said where it bites. */
  constructor(name: string) {
    this.#worker = new Worker(thread, { eval: true, workerData: { memory: this.#memory, seconds: SECONDS, name } });
  }

  /** To be called before each frame is decoded. */
  next(octets: Uint8Array): void {
    const kept = octets.subarray(0, KEPT);
    this.#frame.set(kept);
    this.#header[1] = kept.length;
    Atomics.add(this.#header, 0, 1);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
