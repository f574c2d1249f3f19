/** The terminal's edge: arguments and files in, text and exit status out. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Streams } from './command.ts';
import { commandLine, errorLine } from './commandLine.ts';

/** The exit status of a bug in here: 1 and 2 have a meaning of their own. */
const BUG = 70;

async function readInput(path: string): Promise<Uint8Array> {
  if (path !== '-') return readFile(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const streams: Streams = {
  open: (path) => (path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1_048_576 })),
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  ...(process.stderr.isTTY ? { say } : {}),
  onInterrupt: (act) => {
    process.once('SIGINT', act);
    return () => process.off('SIGINT', act);
  },
};

/** Over the line that was said before. */
function say(text: string): void {
  process.stderr.write(`\r\u001b[K${text}`);
}

/** A reader that has seen enough (`lz ... | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const { code, output, error } = await commandLine(process.argv.slice(2), readInput, streams);
  process.exitCode = code;
  process.stdout.write(output);
  if (error !== undefined) process.stderr.write(errorLine(error));
} catch (error) {
  console.error(error);
  process.exitCode = BUG;
}
