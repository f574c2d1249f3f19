/** Starts WebKit under its driver, on a display in memory, beside a server of the built page. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { preview } from 'vite';
import type { WebKitPaths } from './findWebKit.ts';

export interface OpenWebKit {
  readonly driver: WebDriver;
  /** Where the built page is served, with a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @throws {Error} if the page is not built, or the driver does not answer within 15 s. */
export async function openWebKit(paths: WebKitPaths): Promise<OpenWebKit> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const server = await preview({ root, configFile: false, logLevel: 'warn', preview: { port: 0, host: 'localhost' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the built page has no address');

  const port = await freePort();
  // A group of its own, so that the display ends with the driver.
  const driverProcess = spawn(paths.display, ['-a', '-s', '-screen 0 2000x1400x24', paths.driver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const endDriver = () => {
    process.off('exit', endDriver);
    if (driverProcess.pid !== undefined && driverProcess.exitCode === null) process.kill(-driverProcess.pid);
  };
  // A run that is broken off leaves no browser behind.
  process.on('exit', endDriver);
  try {
    await answers(`http://127.0.0.1:${port}/status`);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
    });
    const builder = new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities);
    const driver = await builder.build();
    const close = async () => {
      await driver.quit().finally(endDriver);
      await server.close();
    };
    return { driver, address, close };
  } catch (error) {
    endDriver();
    await server.close();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(Error('no port'))));
    });
  });
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing answers at ${address}`);
}
