import { expect, it } from 'vitest';
import { workerWith } from '../../.config/offline.ts';

it('puts version and files into the service worker', () => {
  const text = workerWith('abc', ['./', './assets/$&.js']);
  expect(text).toContain('const version = "abc";');
  expect(text).toContain('const files = ["./","./assets/$&.js"];');
  expect(() => new Function(text)).not.toThrow();
});
