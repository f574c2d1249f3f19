import { describe, expect, it } from 'vitest';
import { deadFor, readPublicAddress } from '#store/publicAddress.ts';
import { defaultSettings, readSettings } from '#store/settings.ts';

describe('the public address', () => {
  it.each([
    ['', ''],
    [' https://example.org ', 'https://example.org/'],
    ['http://example.org/detach/?a=1#b', 'http://example.org/detach/'],
  ])('%j is read as %j', (text, value) => {
    expect(readPublicAddress(text)).toEqual({ ok: true, value });
  });

  it.each([
    'example.org',
    'javascript:alert(1)',
    'file:///page.html',
    'https://',
    'https://me:secret@example.org/',
    '<b>',
  ])('%j is refused in one sentence', (text) => {
    const read = readPublicAddress(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatch(/^[^\n]+\.$/);
  });

  it('is kept among the settings, and left out where it is none', () => {
    const publicAddress = 'https://example.org/';
    expect(readSettings({ publicAddress }).settings).toEqual({ ...defaultSettings, publicAddress });
    expect(readSettings({ publicAddress: 'javascript:alert(1)' }).ignored).toEqual(['publicAddress']);
  });

  it.each([
    ['http://localhost:4173/', /localhost/],
    ['http://127.0.0.1/', /localhost/],
    ['http://[::1]:80/', /localhost/],
    ['file:///page.html', /file/],
  ])('%s is dead for others', (address, words) => {
    expect(deadFor(address)).toMatch(words);
  });

  it('of another machine is not', () => {
    expect(deadFor('https://example.org/')).toBeUndefined();
  });
});
