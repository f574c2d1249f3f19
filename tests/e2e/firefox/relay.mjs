#!/usr/bin/env node
/**
 * Starts Firefox ($FIREFOX_BIN) as Playwright would, and relays WebDriver BiDi between the two.
 *
 * Playwright asks each Firefox for a few things that Debian's long-term version does not know yet, and gives up without them. No test
 * uses them, so that "unknown command" to one of these becomes a success. Downloads get a name; all else passes unchanged.
 */
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { forgiving } from './forgiving.mjs';

/** What tests in Firefox do without: bodies of responses, a folder for downloads, a screen apart from the window, another language. */
const unused = {
  'network.addDataCollector': { collector: 'none' },
  'browser.setDownloadBehavior': {},
  'emulation.setScreenOrientationOverride': {},
  'emulation.setScreenSettingsOverride': {},
  'emulation.setLocaleOverride': {},
};

const firefox = spawn(process.env.FIREFOX_BIN, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
firefox.on('error', (error) => {
  console.error(String(error));
  process.exit(1);
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill(signal));

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const port = /^WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
  if (port === undefined) {
    console.error(line);
    return;
  }
  const server = createServer((client) => relay(client, Number(port)));
  server.listen(0, '127.0.0.1', () => {
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`);
  });
});

function relay(client, port) {
  const browser = connect(port, '127.0.0.1');
  const { toBrowser, toClient } = forgiving(unused, port);
  client.on('data', (part) => browser.write(toBrowser(part)));
  browser.on('data', (part) => client.write(toClient(part)));
  for (const [one, other] of [
    [client, browser],
    [browser, client],
  ]) {
    one.on('close', () => other.end());
    one.on('error', () => other.destroy());
  }
}
